import { needsOther, type ReleaseStep } from '../../../core/report/release.ts'
import type { PersonId } from '../../../storage/ids.ts'
import type { ReleaseEvent } from '../../../storage/report/release.ts'

/**
 * Whether a step is closed to somebody who wrote in the report, or, for the approval, checked it: those are other people's,
 * however many rights one of them has.
 */
export function isOwnText(events: readonly ReleaseEvent[], step: ReleaseStep, person: PersonId): boolean {
  if (!needsOther(step)) return false
  const own = events.filter(({ personId }) => personId === person)
  const lastHandOver = events.findLastIndex((event) => event.step === 'hand-over')
  return (
    own.some((event) => event.step === 'begin' || event.step === 'write' || event.step === 'hand-over') ||
    (step === 'approve' &&
      events.slice(lastHandOver).some((event) => event.step === 'pass' && event.personId === person))
  )
}
