import type { CascadeRow } from '../../../contract/analysis/evidence.ts'
import type { ProportionAnswer } from '../../../contract/analysis/figures.ts'
import type { Results } from '../../../contract/analysis/results.ts'
import { formatDecimal, formatInteger } from '../../format/numbers.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { CascadeTable, type NamedCascade } from './CascadeTable.tsx'
import { WholeOnly } from './WholeOnly.tsx'
import { useAsked } from './asked-questions.tsx'

interface CascadeSectionProps {
  readonly results: Results
  /** Limits the rows to one stage. */
  readonly stage: string | undefined
  readonly stageTitle: (stage: string) => string
}

/** The highest level's estimate beside what the comparison level found and what the highest found alone. */
export function CascadeSection({ results, stage, stageTitle }: CascadeSectionProps) {
  const { cascade: texts } = useTexts({ da, en })
  const local = useLocal()
  const asked = useAsked(results.asked, stageTitle)
  const [overall] = results.cascade
  if (results.unit !== null) return <WholeOnly results={results} />
  if (overall === undefined) return <p>{texts.none}</p>
  const { reference } = overall
  const { comparisonLevel } = results
  const of = (row: CascadeRow) =>
    stage === undefined ||
    row.scope.stage === stage ||
    (row.scope.stage === null && row.scope.question === null)
  const composites = results.cascade.filter((row) => row.scope.question === null && of(row))
  const questions = results.cascade.filter((row) => row.scope.question !== null && of(row))
  const usable = questions.filter((row) => row.usable)
  const few = questions.length - usable.length
  const plainOf = ({ scope }: CascadeRow): (ProportionAnswer & { readonly sample: number }) | null => {
    if (scope.question !== null) {
      const row = results.questions.find(({ question }) => question === scope.question)
      return row === undefined ? null : { ...row, sample: row.denominator }
    }
    const row = results.composites.find((one) => one.stage === scope.stage)
    return row === undefined ? null : { ...row, sample: row.cases }
  }
  const named = (row: CascadeRow): NamedCascade => ({
    ...row,
    key: row.scope.question ?? row.scope.stage ?? '',
    name:
      row.scope.question !== null
        ? asked(row.scope.question)
        : row.scope.stage === null
          ? texts.all
          : stageTitle(row.scope.stage),
    plain: plainOf(row),
    total: row.scope.question === null && row.scope.stage === null,
  })
  const levels = { reference, comparison: comparisonLevel.level }
  return (
    <>
      <p className="reading-width">
        {texts.intro(reference, comparisonLevel.level)}{' '}
        {results.sharedRequirements !== null && texts.shared(local(results.sharedRequirements))}
      </p>
      <CascadeTable caption={texts.caption} of={texts.scope} rows={composites.map(named)} levels={levels} />
      {results.estimateScope !== null && <p className="note">{local(results.estimateScope)}</p>}
      {overall.caveats.map((caveat) => (
        <p key={caveat.en} className="note">
          {local(caveat)}
        </p>
      ))}
      {questions.length > 0 && (
        <Disclosure summary={texts.questions(usable.length, questions.length)}>
          {usable.length === 0 ? (
            <p>{texts.noQuestions(reference)}</p>
          ) : (
            <CascadeTable
              caption={texts.questionsCaption}
              of={texts.question}
              rows={usable.map(named)}
              levels={levels}
            />
          )}
          {few > 0 && <p className="soft small">{texts.few(few, reference)}</p>}
        </Disclosure>
      )}
      <Method row={overall} />
    </>
  )
}

function Method({ row }: { row: CascadeRow }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const number = (value: number) => formatInteger(value, language)
  const { population, lambda, levels } = row
  const paragraphs = texts.cascade.methodBody(population === null ? null : number(population))
  const weights = Object.entries(lambda).map(([level, value]) =>
    texts.cascade.lambdaOf(level, formatDecimal(value, language, 2)),
  )
  return (
    <Disclosure summary={texts.method}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="reading-width">
          {paragraph}
        </p>
      ))}
      {row.reason !== null && <p className="reading-width">{local(row.reason)}</p>}
      <p className="small soft">
        {texts.cascade.used(
          levels.map(({ level, cases }) => texts.cascade.usedOf(level, number(cases))).join(', '),
        )}{' '}
        {weights.length > 0 && texts.cascade.lambda(weights.join(', '))}
      </p>
    </Disclosure>
  )
}
