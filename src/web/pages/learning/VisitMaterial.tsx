import { useQuery } from '@tanstack/react-query'
import { getVisitMaterial, type MaterialQuestion } from '../../../contract/learning/visit-material.ts'
import type { VisitView } from '../../../contract/learning/visits.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { mostRecurring } from '../../../core/analysis/recurring-errors.ts'
import { fewestForPercent } from '../../../core/report/print-figure.ts'
import { ask } from '../../api.ts'
import { formatInterval, formatPercent, formatPoints } from '../../format/numbers.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Link } from '../../ui/Link.tsx'
import { useFailed } from './use-failed.ts'

type Material = CallOutput<typeof getVisitMaterial>

/** What the round says of the unit, and what else there is to talk about. */
export function VisitMaterial({ visit }: { visit: VisitView }) {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(getVisitMaterial, { params: { visit: visit.id } }))
  return (
    <Disclosure summary={texts.results} open={visit.state === 'planned'}>
      <Answer query={query}>{(material) => <Found material={material} unit={visit.unit.id} />}</Answer>
    </Disclosure>
  )
}

function Found({ material, unit }: { material: Material; unit: string }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const { results, findings, strengths } = material
  return (
    <>
      {findings !== null && <p>{texts.findings(findings.open, findings.overdue)}</p>}
      {findings?.sealed === true && <p className="soft small reading-width">{texts.findingsSealed}</p>}
      <p>
        <Link to={paths.strengths(unit)}>{texts.counts(strengths)}</Link>
      </p>
      {results.state === 'ready' ? (
        <Figures results={results} />
      ) : results.state === 'sealed' ? (
        <p>{texts.sealed(results.waiting.map(({ title }) => local(title)).join(', '))}</p>
      ) : (
        <p>{texts.resultStates[results.state]}</p>
      )}
    </>
  )
}

type Ready = Extract<Material['results'], { state: 'ready' }>

function Figures({ results }: { results: Ready }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const { failed, declines, level } = results
  return (
    <>
      <h3>{texts.failedHeading}</h3>
      {failed.length === 0 ? (
        <p>{texts.failedNone}</p>
      ) : (
        <MostFailed caption={texts.failedCaption} rows={failed} />
      )}
      {results.baseline !== null && (
        <>
          <h3>{texts.declinesHeading}</h3>
          {declines.length === 0 ? (
            <p>{texts.declinesNone}</p>
          ) : (
            <>
              <FailedQuestions caption={texts.declinesCaption} rows={declines} withChange />
              <p className="soft small">{texts.signalNote}</p>
            </>
          )}
        </>
      )}
      <p className="soft small">{texts.measuredAt(local(level))}</p>
    </>
  )
}

/** The list as the report has it, with its rule in words. */
export function MostFailed({ caption, rows }: Pick<QuestionsProps, 'caption' | 'rows'>) {
  const texts = useTexts({ da, en })
  return (
    <>
      <FailedQuestions caption={caption} rows={rows} />
      <p className="soft small reading-width">{texts.failedRule(mostRecurring)}</p>
    </>
  )
}

interface QuestionsProps {
  readonly caption: string
  readonly rows: readonly MaterialQuestion[]
  readonly withChange?: boolean
}

function FailedQuestions({ caption, rows, withChange = false }: QuestionsProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const failed = useFailed()
  const share = ({
    share: value,
    interval,
    denominator,
  }: Pick<MaterialQuestion, 'share' | 'interval' | 'denominator'>) =>
    value === null || denominator < fewestForPercent ? (
      <span className="soft">{texts.tooFew}</span>
    ) : (
      <span>
        {formatPercent(value, language)}{' '}
        {interval !== null && <span className="soft">({formatInterval(interval, language)})</span>}
      </span>
    )
  const columns: readonly DataColumn<MaterialQuestion>[] = [
    {
      key: 'question',
      title: texts.question,
      rowHeader: true,
      render: ({ number, text, stage }) => (
        <>
          {number} {local(text)} <span className="soft">{local(stage)}</span>
        </>
      ),
    },
    { key: 'failed', title: texts.errors, align: 'end', render: failed },
    { key: 'share', title: texts.compliant, align: 'end', render: share },
    ...(withChange
      ? ([
          {
            key: 'baseline',
            title: texts.baselineShare,
            align: 'end',
            render: ({ baseline }) => (baseline === null ? '–' : share(baseline)),
          },
          {
            key: 'change',
            title: texts.change,
            align: 'end',
            render: ({ change }) =>
              change === null ? (
                '–'
              ) : (
                <>
                  {texts.points100(formatPoints(change.difference, language))}{' '}
                  <span className="soft">
                    ({change.class === 'declined' ? texts.declined : texts.signal})
                  </span>
                </>
              ),
          },
        ] satisfies DataColumn<MaterialQuestion>[])
      : []),
  ]
  return (
    <DataTable
      caption={caption}
      captionHidden
      stacked
      columns={columns}
      rows={rows}
      rowKey={({ question }) => question}
    />
  )
}
