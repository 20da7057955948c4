import { useQueries } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { getRoundEvidence, type Plannable } from '../../../contract/planning/planning.ts'
import { foundChange } from '../../../core/planning/plan.ts'
import type { Language } from '../../../core/language/language.ts'
import { ask } from '../../api.ts'
import { formatHours } from '../../format/durations.ts'
import { planner as da } from '../../texts/da/planner.ts'
import { planner as en } from '../../texts/en/planner.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { CheaperPlans } from './CheaperPlans.tsx'
import { computePlan, type ComputedPlan } from './compute-plan.ts'
import { LearnFrom, type RoundToLearnFrom } from './LearnFrom.tsx'
import { PlanActions } from './PlanActions.tsx'
import { PlanAssumptions } from './PlanAssumptions.tsx'
import { PlanForm } from './PlanForm.tsx'
import { PlanPromise } from './PlanPromise.tsx'
import { PlanQuotas } from './PlanQuotas.tsx'
import { formatByLevel, parseRounds, type ProgrammeChoice } from './plan-choices.ts'
import { pointsText } from './plan-words.ts'

/** Rounds that are learned from until others are chosen. */
const usualRounds = 3

interface PlannerViewProps {
  readonly plannable: Plannable
  readonly choices: ProgrammeChoice
}

export function PlannerView({ plannable, choices }: PlannerViewProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { address, change } = choices
  const [changed, setChanged] = useState(0)
  const usual = plannable.rounds
    .filter(({ state }) => state === 'closed')
    .slice(0, usualRounds)
    .map(({ key }) => key)
  const chosen = parseRounds(address.rounds) ?? usual
  // Oldest first, as evidence is read; a key that is no round of this programme is passed over.
  const wanted = plannable.rounds.filter(({ key }) => chosen.includes(key)).toReversed()
  const answers = useQueries({
    queries: wanted.map(({ key }) => ask(getRoundEvidence, { params: { round: key } })),
  })
  const rounds = wanted.map((round, at): RoundToLearnFrom => {
    const { data, isError } = answers[at] ?? {}
    return { round, state: isError === true ? 'failed' : (data?.state ?? 'loading'), answer: data }
  })
  const ready = rounds.flatMap(({ round, answer }) =>
    answer?.state === 'ready' ? [{ round, evidence: answer.evidence }] : [],
  )
  // The answers are the same objects until they are asked for again.
  const evidence = useSame(ready.map((one) => one.evidence))
  const plan = useMemo(() => computePlan(plannable, evidence, address), [plannable, evidence, address])
  const use = (reviews: ReadonlyMap<number, number>) => {
    change({ n: formatByLevel(reviews), keep: formatByLevel(plan.keep) })
    setChanged((times) => times + 1)
  }
  const settled = rounds.every(({ state }) => state !== 'loading')
  const said = useResting(settled ? promiseWords(plan, texts, language) : '')
  const learnedFrom = ready.map(({ round }) => round)
  return (
    <>
      <PageHeading
        title={texts.title}
        question={texts.question}
        actions={<PlanActions plannable={plannable} plan={plan} rounds={learnedFrom} />}
      />
      <LearnFrom plannable={plannable} choices={choices} rounds={rounds} plan={plan} />
      <div className="planner" aria-busy={!settled}>
        <PlanForm plan={plan} address={address} change={change} assumed={ready.length === 0} />
        <PlanPromise plan={plan} />
      </div>
      <output className="visually-hidden">
        {said}
        {changed > 0 && ` ${texts.used}`}
      </output>
      <CheaperPlans plan={plan} address={address} change={change} onUse={use} />
      <PlanAssumptions plan={plan} />
      <PlanQuotas plannable={plannable} plan={plan} last={ready.at(-1)} />
    </>
  )
}

/** The text once it has stood for a second: nobody wants each step of a slider read aloud. */
function useResting(text: string): string {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), 1000)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

/** The list from before as long as its items are the same, so that nothing is computed again in vain. */
function useSame<T>(list: readonly T[]): readonly T[] {
  const [held, setHeld] = useState(list)
  const same = held.length === list.length && held.every((item, at) => item === list[at])
  if (!same) setHeld(list)
  return same ? held : list
}

function promiseWords(
  { outcome, overdrawn, chain }: ComputedPlan,
  texts: typeof da,
  language: Language,
): string {
  if (overdrawn !== null) return texts.overdrawn(overdrawn.level, overdrawn.below, overdrawn.most)
  const count = outcome.levels.reduce((sum, { reviews }) => sum + reviews, 0)
  if (count === 0) return texts.nothingPlanned
  const time = formatHours(outcome.hours * 60, language)
  const change = foundChange(outcome)
  if (outcome.margin !== null && change === null)
    return texts.promiseNone(count, time, pointsText(outcome.margin, language))
  return outcome.margin === null || change === null
    ? texts.promiseLess(count, time, chain.at(-1)?.level ?? 0)
    : texts.promise(count, time, pointsText(outcome.margin, language), pointsText(change, language))
}
