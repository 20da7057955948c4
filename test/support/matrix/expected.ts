import { objects, type ObjectKind, type ObjectName } from '../../../src/core/access/objects.ts'
import { contained, permissions, type Action, type Span } from '../../../src/core/access/permissions.ts'
import { isRole, type Role } from '../../../src/core/access/role.ts'
import type { Route } from '../../../src/contract/frame/route.ts'
import type { Signed } from './identities.ts'

/**
 * How whoever calls stands to what the address names. `shared`: it is the whole municipality's; `foreign`: it is the other municipality's; `foreign-part`: it is, under
 * an address of one's own; `absent`, `absent-part`: there is no such thing; `none`: the address names nothing.
 */
export type Standing =
  'own' | 'unit' | 'other' | 'shared' | 'foreign' | 'foreign-part' | 'absent' | 'absent-part' | 'none'

/** Standings to what is not in the caller's municipality. */
export const nowhere: ReadonlySet<Standing> = new Set(['foreign', 'foreign-part', 'absent', 'absent-part'])

/** What the table says: no, without looking; not for this one; there is no such thing for you; go on. */
export type Answer = 'forbidden' | 'not-this' | 'not-there' | 'admitted'

/** The answer of the table, read here on its own: nothing of what the server decides by is called. */
export function expectedOf(
  { permission, ...route }: Pick<Route, 'permission' | 'least'>,
  subject: ObjectName | undefined,
  who: Signed,
  standing: Standing,
): Answer {
  if (permission !== 'public' && permission !== 'signed-in') {
    const least: Span = route.least ?? 'own'
    const span = spanOf(permission, who)
    if (span === undefined || spans.indexOf(span) < spans.indexOf(least)) return 'forbidden'
  }
  if (standing === 'none') return 'admitted'
  if (nowhere.has(standing)) return 'not-there'
  const kind = subject === undefined ? 'value' : objects[subject]
  if (kind === 'value') return 'admitted'
  if (permission === 'public') return 'admitted'
  if (permission === 'signed-in') return sees(kind, who, standing) ? 'admitted' : 'not-there'
  // Of what is the whole municipality's, whoever has a share of the right gets that share.
  if (standing === 'shared') return 'admitted'
  // A kind that only its owner sees is nobody else's, however far their right reaches.
  if (kind.seenBy === null) return standing === 'own' ? 'admitted' : 'not-there'
  if (covers(spanOf(permission, who), standing)) return 'admitted'
  return sees(kind, who, standing) ? 'not-this' : 'not-there'
}

const spans: readonly Span[] = ['own', 'unit', 'municipality']

function sees({ seenBy }: ObjectKind, who: Signed, standing: Standing): boolean {
  return standing === 'own' || (seenBy !== null && covers(spanOf(seenBy, who), standing))
}

function spanOf(action: Action, who: Signed): Span | undefined {
  if (!isRole(who)) return undefined
  const rows = [action, ...wider(action)].map((one): Partial<Record<Role, Span>> => permissions[one])
  return spans.findLast((span) => rows.some((row) => row[who] === span))
}

/** Rights that hold this one. */
function wider(action: Action): readonly Action[] {
  // Object.keys loses the literal types of a constant object's keys.
  return (Object.keys(contained) as Action[]).filter((one) => contained[one] === action)
}

function covers(span: Span | undefined, standing: Standing): boolean {
  switch (span) {
    case 'municipality':
      return true
    case 'unit':
      return standing === 'unit' || standing === 'own'
    case 'own':
      return standing === 'own'
    case undefined:
      return false
  }
  return span satisfies never
}
