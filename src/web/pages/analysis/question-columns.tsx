import type { QuestionRow } from '../../../contract/analysis/figures.ts'
import type { Results } from '../../../contract/analysis/results.ts'
import { classicalWords } from '../../../core/report/class-words.ts'
import { notApplicableWords } from '../../../core/report/not-applicable.ts'
import { formatInteger } from '../../format/numbers.ts'
import { resultsEvidence as daEvidence } from '../../texts/da/results-evidence.ts'
import { resultsSections as daSections } from '../../texts/da/results-sections.ts'
import { results as da } from '../../texts/da/results.ts'
import { resultsEvidence as enEvidence } from '../../texts/en/results-evidence.ts'
import { resultsSections as enSections } from '../../texts/en/results-sections.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import type { DataColumn } from '../../ui/DataTable.tsx'
import { DotAxis, DotInterval } from '../../ui/DotInterval.tsx'
import { ChangeTag } from './ChangeTag.tsx'
import { FindingsLink } from './FindingsLink.tsx'
import { QuestionMethod } from './QuestionMethod.tsx'
import { ShareCell } from './ShareCell.tsx'
import { changeOrder } from './question-order.ts'
import { drawnShare, printChange } from './share-words.ts'

type Column = DataColumn<QuestionRow>

interface Wanted {
  readonly results: Results
  readonly stageTitle: (stage: string) => string
  /** As dots with intervals, or the same as figures. */
  readonly view: 'plot' | 'table'
}

/** Both views name the question first and tell its change last; between them stand dots, or the counts. */
export function useQuestionColumns(wanted: Wanted): readonly Column[] {
  const name = useNameColumn(wanted)
  const shares = useShareColumns(wanted)
  const plot = usePlotColumn()
  const counts = useCountColumns()
  const changes = useChangeColumns(wanted.view)
  const compared = wanted.results.baseline === null ? [] : changes
  return wanted.view === 'plot'
    ? [name, plot, ...shares.slice(-1), ...compared]
    : [name, ...counts, ...shares, ...compared]
}

function useNameColumn({ stageTitle, results }: Wanted): Column {
  const { questions: texts } = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const number = (value: number) => formatInteger(value, language)
  return {
    key: 'question',
    title: texts.question,
    rowHeader: true,
    className: 'wide',
    sortBy: ({ question }) => question,
    render: (row) => (
      <div className="question-cell">
        <span className="cell-note">{texts.place(stageTitle(row.stage), row.number)}</span>
        {local(row.text)}
        {!row.showsCompliance && (
          <span className="cell-note">{texts.alarm(number(row.yes), number(row.no))}</span>
        )}
        {row.showsCompliance && (
          <FindingsLink
            of={{
              round: results.round.key,
              unit: results.unit?.id,
              stage: row.stage,
              question: row.question,
            }}
            place={texts.place(stageTitle(row.stage), row.number)}
          />
        )}
        {row.showsCompliance && <QuestionMethod row={row} hasLast={results.last !== null} />}
      </div>
    ),
  }
}

function usePlotColumn(): Column {
  const { view } = useTexts({ da: daEvidence, en: enEvidence })
  return {
    key: 'plot',
    title: view.plotColumn,
    heading: <DotAxis />,
    className: 'plot-cell',
    render: ({ showsCompliance, baseline, last, ...now }) =>
      showsCompliance && (
        <DotInterval
          now={drawnShare(now, now.denominator)}
          last={last && drawnShare(last, last.denominator)}
          baseline={baseline && drawnShare(baseline, baseline.denominator)}
        />
      ),
  }
}

function useCountColumns(): readonly Column[] {
  const { questions: texts } = useTexts({ da, en })
  const language = useLanguage()
  const number = (value: number) => formatInteger(value, language)
  const failed = (row: QuestionRow) => row.denominator - row.numerator
  return [
    {
      key: 'compliant',
      title: texts.compliant,
      align: 'end',
      render: (row) => row.showsCompliance && number(row.numerator),
    },
    {
      key: 'not',
      title: texts.notCompliant,
      align: 'end',
      sortBy: (row) => (row.showsCompliance ? failed(row) : null),
      render: (row) => row.showsCompliance && number(failed(row)),
    },
    {
      key: 'na',
      title: texts.notApplicable,
      align: 'end',
      sortBy: ({ notApplicable }) => notApplicable,
      render: ({ notApplicable }) => number(notApplicable),
    },
  ]
}

/** The rounds in the order of time; the newest is last. */
function useShareColumns({ results }: Wanted): readonly Column[] {
  const { questions: texts } = useTexts({ da, en })
  const { view } = useTexts({ da: daEvidence, en: enEvidence })
  const earlier = (key: 'baseline' | 'last', title: string): Column => ({
    key,
    title,
    align: 'end',
    sortBy: (row) => row[key]?.share ?? null,
    render: ({ showsCompliance, [key]: then }) =>
      showsCompliance && then && <ShareCell of={then} sample={then.denominator} />,
  })
  return [
    ...(results.baseline === null ? [] : [earlier('baseline', texts.baseline)]),
    ...(results.last === null ? [] : [earlier('last', view.last)]),
    {
      key: 'share',
      title: texts.share,
      align: 'end',
      sortBy: ({ share }) => share,
      render: (row) => row.showsCompliance && <ShareCell of={row} sample={row.denominator} />,
    },
  ]
}

function useChangeColumns(view: Wanted['view']): readonly Column[] {
  const { questions: texts } = useTexts({ da, en })
  const sections = useTexts({ da: daSections, en: enSections })
  const language = useLanguage()
  const local = useLocal()
  const classical: Column = {
    key: 'classical',
    title: texts.classical,
    render: ({ change }) => change && local(classicalWords[change.classicalClass]),
  }
  return [
    {
      key: 'change',
      title: texts.change,
      align: 'end',
      className: 'narrow',
      sortBy: ({ change }) => change?.difference ?? null,
      render: ({ change, denominator, baseline }) =>
        change && printChange(change.difference, Math.min(denominator, baseline?.denominator ?? 0), language),
    },
    {
      key: 'assessment',
      title: texts.assessment,
      sortBy: changeOrder,
      render: ({ change, showsCompliance, inBaselineSet, baseline, ...now }) => {
        if (change !== null)
          return (
            <>
              <ChangeTag kind={change.class} />
              {!inBaselineSet && <span className="cell-note">{sections.outside}</span>}
            </>
          )
        const nowhere = showsCompliance ? notApplicableWords(now, baseline) : null
        return <span className="soft">{nowhere === null ? texts.notCompared : local(nowhere)}</span>
      },
    },
    ...(view === 'table' ? [classical] : []),
  ]
}
