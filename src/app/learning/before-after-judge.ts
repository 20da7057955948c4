import { chooseBeforeAfter } from '../../core/learning/before-after.ts'
import { listForeknown, type WrittenStart } from '../../core/learning/initiative-start.ts'
import { isForeseen, type PublishedAim } from '../../core/learning/published-aims.ts'
import type { RoundPair } from '../analysis/analysis-cache.ts'
import type { AnalysisRoom } from '../analysis/open-results.ts'
import type { Context } from '../frame/context.ts'
import { findPaired, pairOfRounds, type PairedAim } from './before-after-pair.ts'
import { sidesOfAim, type ProgrammeRounds, type SidedRound } from './before-after-rounds.ts'

/** An initiative as its figures see it. */
export interface AimedInitiative {
  readonly id: string
  readonly title: string
  /** All it was ever published to aim at. */
  readonly aims: readonly PublishedAim[]
  /** When it was said to have started, and when it was announced to; null: not started. */
  readonly starts: { readonly said: WrittenStart; readonly planned: WrittenStart } | null
  /** Null: not done or stopped. */
  readonly end: string | null
}

/** The rounds that one start selects, compared. */
export interface Pairing {
  readonly start: { readonly kind: 'said' | 'planned'; readonly day: string }
  readonly before: SidedRound | null
  readonly after: SidedRound | null
  readonly pair: RoundPair | null
  readonly paired: PairedAim | undefined
  /** The aim was published before the results of the round after were open. */
  readonly foreseen: boolean
}

export interface Judged {
  readonly initiative: AimedInitiative
  readonly aim: PublishedAim
  /** Null: not started. */
  readonly reckoned: Pairing | null
  /** By the other start, where that selects other rounds. */
  readonly other: Pairing | null
  /** The start was written when results it is compared by were open. */
  readonly foreknown: { readonly writtenOn: string; readonly rounds: readonly SidedRound[] } | null
}

/**
 * A start that was written without knowing what it would be compared by is reckoned from. Any other could have been chosen for
 * its figures, so then the announced start counts; the one that was said is shown beside it.
 */
export async function judge(
  context: Context,
  room: AnalysisRoom,
  known: ProgrammeRounds,
  initiative: AimedInitiative,
  published: PublishedAim,
): Promise<Judged | 'too-busy'> {
  const { starts } = initiative
  const { aim } = published
  const judged = { initiative, aim: published }
  if (starts === null) return { ...judged, reckoned: null, other: null, foreknown: null }
  const choose = ({ day }: WrittenStart) => chooseBeforeAfter(sidesOfAim(known, aim, day))
  const [said, planned] = [choose(starts.said), choose(starts.planned)]
  const rounds =
    said.before === null || said.after === null
      ? []
      : listForeknown(starts.said, { before: said.before, after: said.after })
  const bySaid = { kind: 'said', day: starts.said.day, ...said } as const
  const byPlan = { kind: 'planned', day: starts.planned.day, ...planned } as const
  const [first, second] = rounds.length === 0 ? [bySaid, byPlan] : [byPlan, bySaid]
  const isSame = (['before', 'after'] as const).every(
    (side) => said[side]?.held.round.id === planned[side]?.held.round.id,
  )
  const pairing = async ({ kind, day, before, after }: typeof first): Promise<Pairing | 'too-busy'> => {
    const foreseen = after === null || isForeseen(published, after.knownOn)
    const nothing = { start: { kind, day }, before, after, pair: null, paired: undefined, foreseen }
    if (before === null || after === null) return nothing
    const pair = await pairOfRounds(context, room, before.held, after.held)
    if (pair === null || pair === 'too-busy') return pair ?? nothing
    return { ...nothing, pair, paired: findPaired(pair, aim, [before.held, after.held]) }
  }
  const reckoned = await pairing(first)
  if (reckoned === 'too-busy') return reckoned
  const other = isSame ? null : await pairing(second)
  if (other === 'too-busy') return other
  const { writtenOn } = starts.said
  return { ...judged, reckoned, other, foreknown: rounds.length === 0 ? null : { writtenOn, rounds } }
}
