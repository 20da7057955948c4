import { foundChange } from '../../../core/planning/plan.ts'
import { scopes, type Certainty, type Scope } from '../../../core/planning/planned-scopes.ts'
import { formatHours } from '../../format/durations.ts'
import { planner as da } from '../../texts/da/planner.ts'
import { planner as en } from '../../texts/en/planner.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import type { ComputedPlan } from './compute-plan.ts'
import { pointsText } from './plan-words.ts'

/** What the plan will be able to say: the headline in large figures, then by how much is asked of it. */
export function PlanPromise({ plan }: { plan: ComputedPlan }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { outcome, overdrawn, range, newestMargin } = plan
  const points = (share: number) => pointsText(share, language)
  // Where both read the same, a span would say nothing.
  const [best, worst] = range === null ? ['', ''] : [points(range[0]), points(range[1])]
  const count = outcome.levels.reduce((sum, { reviews }) => sum + reviews, 0)
  const known = {
    margin: overdrawn === null ? outcome.margin : null,
    change: overdrawn === null ? foundChange(outcome) : null,
  }
  return (
    <section className="planner-promise" aria-label={texts.saysHeading}>
      <h2>{texts.saysHeading}</h2>
      <dl className="big-figures">
        <div>
          <dt>{texts.uncertainty}</dt>
          <dd>
            <strong>{known.margin === null ? '–' : texts.plusMinus(points(known.margin))}</strong>{' '}
            {known.margin !== null && texts.points}
          </dd>
          {known.margin !== null && best !== worst && (
            <dd className="soft small">{texts.rangeNote(best, worst)}</dd>
          )}
          {known.margin !== null && newestMargin !== null && (
            <dd className="soft small">{texts.newestNote(points(newestMargin))}</dd>
          )}
        </div>
        <div>
          <dt>{texts.change}</dt>
          <dd>
            <strong>{known.change === null ? '–' : points(known.change)}</strong>{' '}
            {known.change !== null && texts.points}
          </dd>
          <dd className="soft small">
            {known.margin !== null && known.change === null ? texts.noneLarge : texts.changeNote}
          </dd>
        </div>
        <div>
          <dt>{texts.time}</dt>
          <dd>
            <strong>{formatHours(outcome.hours * 60, language)}</strong>
          </dd>
          <dd className="soft small">{texts.timeNote(count)}</dd>
        </div>
      </dl>
      {overdrawn === null && <InWords plan={plan} />}
      {overdrawn === null && count > 0 && <ScopesTable plan={plan} />}
    </section>
  )
}

/** What the figures come to, or why there are none. */
function InWords({ plan: { outcome, chain } }: { plan: ComputedPlan }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const reference = chain.at(-1)?.level ?? 0
  const { levels, margin, expertEquivalent, hours } = outcome
  const count = levels.reduce((sum, { reviews }) => sum + reviews, 0)
  if (count === 0) return <p>{texts.nothingPlanned}</p>
  if (margin === null || expertEquivalent === null)
    return <p>{texts.promiseLess(count, formatHours(hours * 60, language), reference)}</p>
  if (margin === 0) return <p>{texts.certain}</p>
  const worth = Math.round(expertEquivalent)
  // A level alone that is evenly drawn is worth its own reviews.
  const alone = levels.length === 1 && worth === count
  const same = levels.find(({ reviews }, at) => levels[at + 1]?.reviews === reviews)
  const next = same === undefined ? undefined : levels[levels.indexOf(same) + 1]
  return (
    <>
      {!alone && <p>{texts.worth(worth, reference)}</p>}
      {same !== undefined && next !== undefined && (
        <p className="soft">{texts.sameCases(same.level, next.level)}</p>
      )}
    </>
  )
}

function ScopesTable({ plan }: { plan: ComputedPlan }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { scopes: said, chain, comparisonLevel } = plan
  const reference = chain.at(-1)?.level ?? 0
  const cell = (
    key: string,
    title: string,
    value: (scope: Scope) => { readonly of: Certainty; readonly what: keyof Certainty },
  ): DataColumn<Scope> => ({
    key,
    title,
    align: 'end',
    render: (scope) => {
      const { of, what } = value(scope)
      const share = of[what]
      if (of.margin === null) return <span className="soft">{texts.tooFew}</span>
      if (share === null) return <span className="soft">{texts.noneFound}</span>
      return what === 'margin' ? texts.plusMinus(pointsText(share, language)) : pointsText(share, language)
    },
  })
  const columns: readonly DataColumn<Scope>[] = [
    { key: 'scope', title: texts.scope, rowHeader: true, render: (scope) => texts.scopes[scope] },
    cell('expert-margin', texts.expertMargin(reference), (scope) => ({
      of: said[scope].expert,
      what: 'margin',
    })),
    cell('expert-change', texts.expertChange(reference), (scope) => ({
      of: said[scope].expert,
      what: 'change',
    })),
    // Where changes are measured by the highest level itself, both pairs would be one.
    ...(comparisonLevel === reference
      ? []
      : [
          cell('own-margin', texts.ownMargin(comparisonLevel), (scope) => ({
            of: said[scope].comparison,
            what: 'margin',
          })),
          cell('own-change', texts.ownChange(comparisonLevel), (scope) => ({
            of: said[scope].comparison,
            what: 'change',
          })),
        ]),
  ]
  return (
    <>
      <DataTable
        caption={texts.scopesCaption}
        columns={columns}
        rows={scopes}
        rowKey={(scope) => scope}
        stacked
      />
      {comparisonLevel !== reference && (
        <p className="soft small">{texts.scopesNote(reference, comparisonLevel)}</p>
      )}
    </>
  )
}
