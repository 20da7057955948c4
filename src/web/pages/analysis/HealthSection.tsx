import type { HealthRow } from '../../../contract/analysis/evidence.ts'
import type { Results } from '../../../contract/analysis/results.ts'
import { formatInteger } from '../../format/numbers.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { WholeOnly } from './WholeOnly.tsx'
import { useAsked } from './asked-questions.tsx'

interface HealthSectionProps {
  readonly results: Results
  /** Limits the rows to one stage. */
  readonly stage: string | undefined
  readonly stageTitle: (stage: string) => string
}

const signs = ['low-agreement', 'often-not-applicable', 'no-variation'] as const

/** Questions that tell little, each kind with what could be done about it, and those that were changed. */
export function HealthSection({ results, stage, stageTitle }: HealthSectionProps) {
  const { health: texts } = useTexts({ da, en })
  if (results.unit !== null) return <WholeOnly results={results} />
  const ofStage = (row: { readonly stage: string }) => stage === undefined || row.stage === stage
  const rows = results.health.filter(ofStage)
  const breaks = results.seriesBreaks.filter(ofStage)
  return (
    <>
      <p className="reading-width">{texts.intro}</p>
      {rows.length === 0 && <p>{texts.none}</p>}
      {signs.map((sign) => (
        <SignTable
          key={sign}
          sign={sign}
          rows={rows.filter((row) => row.sign === sign)}
          results={results}
          stageTitle={stageTitle}
        />
      ))}
      {breaks.length > 0 && <Breaks breaks={breaks} results={results} stageTitle={stageTitle} />}
    </>
  )
}

interface Named {
  readonly results: Results
  readonly stageTitle: (stage: string) => string
}

function SignTable({
  sign,
  rows,
  results,
  stageTitle,
}: Named & { readonly sign: (typeof signs)[number]; readonly rows: readonly HealthRow[] }) {
  const { health: texts } = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const asked = useAsked(results.asked, stageTitle)
  const [first] = rows
  if (first === undefined) return null
  const what = ({ count, of, level, otherLevel }: HealthRow) => {
    const [part, whole] = [formatInteger(count, language), formatInteger(of, language)]
    if (sign === 'low-agreement') return texts.alike(part, whole, level, otherLevel ?? level)
    return sign === 'no-variation' ? texts.compliant(part, whole) : texts.notApplicable(part, whole)
  }
  const columns: readonly DataColumn<HealthRow>[] = [
    {
      key: 'question',
      title: texts.question,
      rowHeader: true,
      className: 'wide',
      render: ({ question }) => asked(question),
    },
    { key: 'what', title: texts.what, className: 'wide', render: what },
  ]
  const questions = new Set(rows.map(({ question }) => question)).size
  return (
    <Disclosure summary={`${texts.signs[sign]}: ${texts.count(questions)}`}>
      <p className="reading-width">
        <strong>{texts.suggestion}</strong> {local(first.suggestion)}
      </p>
      <DataTable
        caption={texts.signs[sign]}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ question, level, otherLevel }) => `${question} ${level} ${otherLevel}`}
        stacked
      />
    </Disclosure>
  )
}

function Breaks({ breaks, results, stageTitle }: Named & { readonly breaks: Results['seriesBreaks'] }) {
  const { health: texts } = useTexts({ da, en })
  const local = useLocal()
  const asked = useAsked(results.asked, stageTitle)
  return (
    <Disclosure summary={`${texts.breaks}: ${texts.count(breaks.length)}`}>
      <p className="reading-width">{texts.breaksIntro}</p>
      <ul>
        {breaks.map(({ question, reason, declaredComparable }) => (
          <li key={question}>
            {asked(question)}
            <span className="cell-note">
              {local(reason)} {declaredComparable ? texts.declared : texts.notCompared}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
