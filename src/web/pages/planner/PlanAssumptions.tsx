import type { Learned } from '../../../core/planning/learn-from-rounds.ts'
import { formatHours } from '../../format/durations.ts'
import { formatDecimal, formatInteger, formatPercent } from '../../format/numbers.ts'
import { planner as da } from '../../texts/da/planner.ts'
import { planner as en } from '../../texts/en/planner.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import type { ComputedPlan } from './compute-plan.ts'

interface Ground {
  readonly key: string
  readonly what: string
  readonly value: string
  readonly source: string
}

/** Every figure the plan rests on, with its uncertainty, how many cases tell it, or that it is assumed. */
export function PlanAssumptions({ plan }: { plan: ComputedPlan }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { lessons, chain, comparisonLevel } = plan
  const reference = chain.at(-1)?.level ?? 0
  const two = (value: number) => formatDecimal(value, language, 2)
  const fromCases = ({ cases }: Learned) => (cases === 0 ? texts.assumed : texts.fromCases(cases))
  const spread = (level: number, learned: Learned): Ground => ({
    key: `spread-${level}`,
    what: texts.spread(level),
    value: formatDecimal(100 * learned.value, language, 1),
    source: fromCases(learned),
  })
  const rows: readonly Ground[] = [
    ...chain.flatMap(({ level }): readonly Ground[] => {
      const r2 = lessons.r2.get(level)
      if (r2 === undefined) return []
      return [
        {
          key: `r2-${level}`,
          what: texts.r2(level, reference),
          value: texts.r2Value(two(r2.value), two(r2.interval[0]), two(r2.interval[1])),
          source: r2.cases === 0 ? texts.assumed : texts.r2Source(texts.fromCases(r2.cases)),
        },
      ]
    }),
    ...chain.map(({ level }): Ground => {
      const even = lessons.evenness.get(level)
      return {
        key: `even-${level}`,
        what: texts.evenness(level),
        value: formatInteger(100 * (even?.value ?? 1), language),
        source: even === undefined || even.cases === 0 ? texts.assumedEven : texts.fromReviews(even.cases),
      }
    }),
    spread(reference, lessons.spread),
    ...(comparisonLevel === reference ? [] : [spread(comparisonLevel, lessons.comparisonSpread)]),
    {
      key: 'per-case',
      what: texts.perCase,
      value: formatPercent(lessons.question.perCase.value, language),
      source: fromCases(lessons.question.perCase),
    },
    {
      key: 'share',
      what: texts.share,
      value: formatPercent(lessons.question.share.value, language),
      source: fromCases(lessons.question.share),
    },
    ...chain.map(({ level, minutes }): Ground => {
      const learned = lessons.minutes.get(level)
      const measured = learned !== undefined && learned.cases > 0
      return {
        key: `minutes-${level}`,
        what: texts.minutesRow(level),
        value: formatHours(measured ? learned.value : minutes, language),
        source: measured ? texts.fromReviews(learned.cases) : texts.fromProgramme,
      }
    }),
  ]
  const columns: readonly DataColumn<Ground>[] = [
    { key: 'what', title: texts.what, rowHeader: true, render: ({ what }) => what },
    { key: 'value', title: texts.value, align: 'end', render: ({ value }) => value },
    { key: 'source', title: texts.source, render: ({ source }) => source },
  ]
  return (
    <section aria-label={texts.assumptionsHeading}>
      <h2>{texts.assumptionsHeading}</h2>
      <DataTable
        caption={texts.assumptionsCaption}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        stacked
      />
      <Disclosure summary={texts.method}>
        <p className="reading-width">{texts.methodBody}</p>
      </Disclosure>
    </section>
  )
}
