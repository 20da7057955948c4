import { useDeferredValue, useMemo } from 'react'
import { foundChange, type PlanOutcome } from '../../../core/planning/plan.ts'
import { plannedScopes } from '../../../core/planning/planned-scopes.ts'
import type { Language } from '../../../core/language/language.ts'
import { formatHours } from '../../format/durations.ts'
import { formatInteger, localeOf } from '../../format/numbers.ts'
import { planner as da } from '../../texts/da/planner.ts'
import { planner as en } from '../../texts/en/planner.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { cheaperThan, cheapestUnkept, type ComputedPlan } from './compute-plan.ts'
import type { ChangePlan, PlanAddress } from './plan-choices.ts'
import { PlanGoal } from './PlanGoal.tsx'
import { pointsText } from './plan-words.ts'

/** Plans shown besides the one at hand. */
const mostPlans = 5

interface CheaperPlansProps {
  readonly plan: ComputedPlan
  readonly address: PlanAddress
  readonly change: ChangePlan
  readonly onUse: (reviews: ReadonlyMap<number, number>) => void
}

export function CheaperPlans({ plan: current, address, change, onUse }: CheaperPlansProps) {
  const texts = useTexts({ da, en })
  // The search may lag a moment behind the sliders; the figures above may not.
  const plan = useDeferredValue(current)
  const language = useLanguage()
  const found = useMemo(() => cheaperThan(plan), [plan])
  const unkept = useMemo(() => cheapestUnkept(plan, found), [plan, found])
  return (
    <section aria-label={texts.cheaperHeading}>
      <h2>{texts.cheaperHeading}</h2>
      <PlanGoal plan={current} address={address} change={change} />
      {unkept !== undefined && <p>{keptWords(plan, unkept, texts, language)}</p>}
      {plan.overdrawn !== null ? (
        <p>{texts.cheaperWait}</p>
      ) : found.length === 0 ? (
        <p>{texts.cheaperNone}</p>
      ) : (
        <PlansTable plan={plan} plans={found.slice(0, mostPlans)} onUse={onUse} />
      )}
      <p className="reading-width soft">{texts.caution}</p>
    </section>
  )
}

/** What is kept, and what it costs: the reader may have left the field as it came. */
function keptWords(
  { keep }: ComputedPlan,
  unkept: PlanOutcome,
  texts: typeof da,
  language: Language,
): string {
  const kept = [...keep].filter(([, count]) => count > 0).map(([level, count]) => texts.kept(count, level))
  const list = new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(kept)
  return texts.keptCosts(list, formatHours(unkept.hours * 60, language))
}

interface PlansTableProps {
  readonly plan: ComputedPlan
  readonly plans: readonly PlanOutcome[]
  readonly onUse: (reviews: ReadonlyMap<number, number>) => void
}

function PlansTable({ plan, plans, onUse }: PlansTableProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { chain, outcome: now, comparisonLevel } = plan
  const reference = chain.at(-1)?.level
  const reviewsOf = (one: PlanOutcome, level: number) =>
    one.levels.find((used) => used.level === level)?.reviews ?? 0
  const nameOf = (one: PlanOutcome) => chain.map(({ level }) => reviewsOf(one, level)).join('/')
  const ownChange = (one: PlanOutcome): number | null =>
    plannedScopes(one.levels, comparisonLevel, plan.basis).all.comparison.change
  const points = (share: number | null) => (share === null ? '–' : pointsText(share, language))
  const columns: readonly DataColumn<PlanOutcome>[] = [
    {
      key: 'plan',
      title: texts.planColumn(chain.map(({ level }) => level).join(' · ')),
      rowHeader: true,
      className: 'plan-sizes',
      render: (one) =>
        chain
          .map(({ level }) => {
            const count = reviewsOf(one, level)
            return count === 0 ? '–' : formatInteger(count, language)
          })
          .join(' · '),
    },
    {
      key: 'margin',
      title: texts.uncertainty,
      align: 'end',
      render: (one) => (one.margin === null ? '–' : texts.plusMinus(points(one.margin))),
    },
    {
      key: 'change',
      title: texts.expertChange(reference ?? 0),
      align: 'end',
      render: (one) => points(foundChange(one)),
    },
    ...(comparisonLevel === reference
      ? []
      : [
          {
            key: 'own',
            title: texts.ownChange(comparisonLevel),
            align: 'end' as const,
            render: (one: PlanOutcome) => points(ownChange(one)),
          },
        ]),
    {
      key: 'hours',
      title: texts.time,
      align: 'end',
      render: (one) => formatHours(one.hours * 60, language),
    },
    {
      key: 'saved',
      title: texts.savedHeading,
      align: 'end',
      render: (one) =>
        one === now ? '' : texts.saved(Math.round(100 * (1 - one.hours / Math.max(now.hours, 0.01)))),
    },
    {
      key: 'pick',
      title: texts.pick,
      heading: <span />,
      render: (one) =>
        one === now ? (
          <span className="soft">{texts.inUse}</span>
        ) : (
          <Button
            className="small"
            aria-label={texts.pickWhat(nameOf(one))}
            onClick={() => onUse(new Map(chain.map(({ level }) => [level, reviewsOf(one, level)])))}
          >
            {texts.pick}
          </Button>
        ),
    },
  ]
  return (
    <DataTable
      caption={texts.cheaperCaption(plans.length)}
      columns={columns}
      rows={[now, ...plans]}
      rowKey={nameOf}
      stacked
    />
  )
}
