import { AnalysisCache } from '../app/analysis/analysis-cache.ts'
import { ownThread } from '../app/analysis/own-thread.ts'
import type { AnalysisRoom } from '../app/analysis/open-results.ts'
import { loadGoalBase, optionsOf, type BaseOption } from '../app/learning/goal-base.ts'
import { getKnownRound, loadRounds } from '../app/learning/goal-rounds.ts'
import { addDays } from '../core/calendar/days.ts'
import type { GoalId } from '../storage/ids.ts'
import { insertGoal, saveGoalWithdrawal } from '../storage/learning/goal.ts'
import type { Database, Transaction, Writer } from '../storage/transaction.ts'
import { demoId } from './chance.ts'
import { officeHour } from './days.ts'
import type { DemoRound } from './rounds.ts'
import { demoUnits, type DemoPerson } from './staff.ts'

interface Setting {
  /** The oldest first; the last is under way. */
  readonly rounds: readonly DemoRound[]
  readonly staff: readonly DemoPerson[]
  readonly today: string
}

/** What a goal of the demo is to come to, by what the round it is judged at did show. */
type Wish = 'met' | 'not-met' | 'cannot-tell'

/** Goals that were met, not met and could not be told, one that waits for its round, one without a round, one given up. */
export async function writeGoals(
  database: Database,
  tx: Transaction,
  writer: Writer,
  { rounds, staff, today }: Setting,
): Promise<void> {
  const known = await loadRounds(tx.reader)
  const [base, judged, underWay] = [rounds.at(-4), rounds.at(-2), rounds.at(-1)]
  if (base === undefined || judged === undefined || underWay === undefined) return
  // Everything in the demo's one transaction: it is there as a whole or not at all.
  const within: Database = { ...database, transaction: async (_actor, work) => work(tx) }
  const room: AnalysisRoom = {
    calculator: ownThread,
    cache: new AnalysisCache(),
  }
  const optionsAt = async (round: DemoRound, unit: (typeof demoUnits)[number]) => {
    const held = getKnownRound(known, round.id)
    const figures = await loadGoalBase({ database: within, actor: tx.actor }, room, held, unit)
    if (!figures.ok) throw new Error(`the demo’s round gives no figures: ${figures.refusal}`)
    return optionsOf(held.programme, figures.value, unit.name)
  }
  const setOn = addDays(base.quarter.to, 85)
  const write = async (
    name: string,
    unit: (typeof demoUnits)[number],
    option: BaseOption,
    goal: {
      readonly target: number
      readonly round: DemoRound | null
      readonly from: DemoRound
      readonly on: string
    },
  ) => {
    const manager = staff.find((each) => each.role === 'area-manager' && each.unit?.name === unit.name)
    const id = demoId<GoalId>(`goal ${name}`)
    await insertGoal(writer, {
      id,
      unit: unit.id,
      aim: { programme: base.programme.key, stage: option.stage, question: option.question },
      targetPercent: goal.target,
      why:
        goal.target / 100 > (option.figure.share ?? 0)
          ? 'Valgt på læringsbesøget, fordi vi vil se det løfte sig. (demo)'
          : 'Vi har nået meget og vil ikke falde tilbage. (demo)',
      baseRound: goal.from.id,
      baseFigure: { ...option.figure, withoutChange: option.withoutChange },
      round: goal.round?.id ?? null,
      proposal: null,
      by: manager?.id ?? null,
      at: officeHour(goal.on, 14, 0),
    })
    return { id, by: manager?.id }
  }
  const units = demoUnits.filter(({ kind }) => kind === 'family')
  const free = new Set(units)
  for (const wish of ['met', 'not-met', 'cannot-tell'] as const) {
    const candidates = []
    for (const unit of free) {
      const [before] = await optionsAt(base, unit)
      const [now] = await optionsAt(judged, unit)
      if (before !== undefined && now !== undefined)
        candidates.push({ unit, ...aimAtWish(before, now, wish) })
    }
    // A goal lies above what was: of those the nearest.
    const [best] = candidates.toSorted((a, b) => rank(a.gain) - rank(b.gain))
    if (best === undefined) continue
    free.delete(best.unit)
    await write(wish, best.unit, best.option, { target: best.target, round: judged, from: base, on: setOn })
  }
  const [last] = free
  if (last === undefined) return
  const newest = (await optionsAt(judged, last)).filter(({ question }) => question === null)
  const [all, first, second] = newest
  if (all === undefined || first === undefined || second === undefined) return
  const aimAt = ({ figure }: BaseOption) => Math.min(98, Math.round((figure.share ?? 0) * 100) + 5)
  // One is judged at the round under way, one at a round that nobody has made yet, and one was given up.
  await write('waiting', last, all, {
    target: aimAt(all),
    round: underWay,
    from: judged,
    on: addDays(underWay.quarter.to, -12),
  })
  const recent = addDays(today, -9)
  await write('next', last, first, { target: aimAt(first), round: null, from: judged, on: recent })
  const given = await write('withdrawn', last, second, {
    target: aimAt(second),
    round: null,
    from: judged,
    on: recent,
  })
  if (given.by !== undefined)
    await saveGoalWithdrawal(writer, given.id, {
      by: given.by,
      at: officeHour(addDays(recent, 2), 9, 0),
      reason: 'Enheden samler kræfterne om ét mål ad gangen. (demo)',
    })
}

/** A target that the later round decides as wished, and how far it lies above where the unit stood. */
function aimAtWish(option: BaseOption, { figure: now }: BaseOption, wish: Wish) {
  const [lower, upper] = now.interval ?? [0, 1]
  const percent =
    wish === 'met'
      ? Math.floor(lower * 100)
      : wish === 'not-met'
        ? Math.ceil(upper * 100) + 1
        : Math.round((now.share ?? 0) * 100) + 1
  const target = Math.min(99, Math.max(1, percent))
  return { option, target, gain: target / 100 - (option.figure.share ?? 0) }
}

function rank(gain: number): number {
  return gain > 0 ? gain : 10 - gain
}
