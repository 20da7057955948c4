import { dayOf, momentsOf } from '../../calendar/danish-time.ts'
import { dayNumberOf } from '../../calendar/day-number.ts'
import type { GateThread } from './gate-threads.ts'
import type { SteppedRegister } from './register.ts'

/** The day and the moment that a person wrote; a day ahead, or a time that no clock showed, is no event. */
export function enteredTime(
  { day, time }: { readonly day: string; readonly time: string | null },
  now: number,
):
  | { readonly ok: true; readonly moment: number | null }
  | { readonly ok: false; readonly why: 'ahead' | 'no-such-time' } {
  const number = dayNumberOf(day)
  if (number > dayOf(now)) return { ok: false, why: 'ahead' }
  if (time === null) return { ok: true, moment: null }
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const moments = momentsOf(number, hours * 60 + minutes)
  const [moment] = moments
  if (moment === undefined) return { ok: false, why: 'no-such-time' }
  // The hour that was run through twice does not say which it was: the day stands alone.
  if (moments.length > 1) return { ok: true, moment: null }
  return moment > now ? { ok: false, why: 'ahead' } : { ok: true, moment }
}

const beginnings: readonly string[] = ['safety-plan-proposed', 'responsibility-disputed']

/**
 * Which plan, placement or disagreement an entry is about that does not say: a new one where the entry begins one, the
 * only one under way, or a new one where there is none; undefined where there are several to choose from.
 */
export function aboutOf(
  kind: string,
  running: readonly GateThread[],
  fresh: string,
  register: SteppedRegister,
): string | undefined {
  if (beginnings.includes(kind)) return fresh
  const [only] = running
  // A placement is known by its measure in the case system; one that nobody named is the case's only one.
  if (only === undefined) return register === 'placement' ? '' : fresh
  return running.length === 1 ? only.about : undefined
}
