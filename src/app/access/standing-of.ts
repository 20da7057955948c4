import type { HeldRole } from '../../contract/access/people.ts'

/** How a period lies to a day. Days are ISO; both ends are included. */
export function standingOf(
  { from, until }: { readonly from: string; readonly until: string | null },
  today: string,
): HeldRole['standing'] {
  if (until !== null && until < from) return 'taken-back'
  if (until !== null && until < today) return 'past'
  return from > today ? 'future' : 'current'
}
