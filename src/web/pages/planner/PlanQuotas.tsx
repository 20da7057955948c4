import type { Plannable } from '../../../contract/planning/planning.ts'
import {
  drawnFrom,
  quotaLines,
  quotasForPlan,
  type QuotaAdvice,
} from '../../../core/planning/quotas-for-plan.ts'
import type { RoundEvidence } from '../../../core/planning/round-evidence.ts'
import { formatPercent } from '../../format/numbers.ts'
import { planner as da } from '../../texts/da/planner.ts'
import { planner as en } from '../../texts/en/planner.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import type { ComputedPlan, PlanLevel } from './compute-plan.ts'

interface PlanQuotasProps {
  readonly plannable: Plannable
  readonly plan: ComputedPlan
  /** The newest round used. */
  readonly last: { readonly round: Plannable['rounds'][number]; readonly evidence: RoundEvidence } | undefined
}

/** What the programme file would say for the plan to be drawn. */
export function PlanQuotas({ plan, last }: PlanQuotasProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const months = last === undefined ? 1 : monthsOf(last.round)
  const advice = plan.chain.map((level) => {
    const planned = plan.levels.find((one) => one.level === level.level)?.reviews ?? 0
    const given = last?.evidence.levels.find((one) => one.level === level.level)?.reviews ?? null
    return { level, planned, advice: quotasForPlan({ selection: level.selection, planned, given, months }) }
  })
  if (plan.overdrawn !== null) return null
  return (
    <section aria-label={texts.quotasHeading}>
      <h2>{texts.quotasHeading}</h2>
      <p>{last === undefined ? texts.quotasNoRound : texts.quotasIntro(local(last.round.title))}</p>
      <ul>
        {advice.map((row) => (
          <li key={row.level.level}>
            <AdviceWords {...row} plan={plan} />
          </li>
        ))}
      </ul>
      {advice.some(({ advice: { kind } }) => kind === 'scaled') && <p className="soft">{texts.rounded}</p>}
    </section>
  )
}

interface AdviceWordsProps {
  readonly level: PlanLevel
  readonly planned: number
  readonly advice: QuotaAdvice
  readonly plan: ComputedPlan
}

function AdviceWords({ level: { level, from }, planned, advice, plan }: AdviceWordsProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const drawn = drawnFrom({ level }, plan.levels)
  const moved =
    planned === 0 || (drawn ?? null) === from
      ? ''
      : drawn === undefined
        ? texts.fromFrame(level)
        : texts.fromNow(level, drawn)
  switch (advice.kind) {
    case 'left-out':
    case 'as-it-is':
      return `${texts.quota[advice.kind](level)} ${moved}`
    case 'not-known':
    case 'random-instead':
      return `${texts.quota[advice.kind](level, planned)} ${moved}`
    case 'groups-too-small':
      return `${texts.quota[advice.kind](level, formatPercent(advice.factor, language))} ${moved}`
    case 'scaled': {
      const lines = quotaLines(advice)
      const words = advice.overMonths ? texts.quota.overMonths : texts.quota.scaled
      return (
        <>
          {words(level, formatPercent(advice.factor, language))} {moved}
          <pre className="quota-lines">{lines}</pre>
          <CopyButton text={lines} what={texts.quotasOf(level)} />
        </>
      )
    }
  }
  return advice satisfies never
}

/** Months that a period touches. */
function monthsOf({ periodFrom, periodTo }: Plannable['rounds'][number]): number {
  const [from, to] = [periodFrom, periodTo].map(
    (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)),
  )
  return (to ?? 0) - (from ?? 0) + 1
}
