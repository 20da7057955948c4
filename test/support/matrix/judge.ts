import { permissionStates, statesOf } from '../../../src/core/access/permission-states.ts'
import type { Action } from '../../../src/core/access/permissions.ts'
import { namedIn } from './named-objects.ts'
import type { Outcome } from './matrix.ts'

/** Codes that are about a state of a thing, wherever they are met. */
const stateCodes: ReadonlySet<string> = new Set(
  Object.values(permissionStates).flatMap(({ refusals }): readonly string[] => refusals),
)
/** Where an answer is not what the table says: one line each, empty when all agree. */
export function listDisagreements(outcomes: readonly Outcome[]): readonly string[] {
  const absent = new Map(
    outcomes
      .filter(({ standing, named }) => standing === 'absent' && named === 'own')
      .map((outcome) => [keyOf(outcome), outcome]),
  )
  const absentPart = new Map(
    outcomes.filter(({ standing }) => standing === 'absent-part').map((outcome) => [keyOf(outcome), outcome]),
  )
  const absentNamed = new Map(
    outcomes
      .filter(({ named }) => named === 'absent')
      .map((outcome) => [`${keyOf(outcome)} ${outcome.standing} ${outcome.state}`, outcome]),
  )
  return outcomes.flatMap((outcome) => {
    const part = outcome.standing === 'foreign-part' || outcome.standing === 'absent-part'
    const like =
      outcome.named === 'own'
        ? (part ? absentPart : absent).get(keyOf(outcome))
        : absentNamed.get(`${keyOf(outcome)} ${outcome.standing} ${outcome.state}`)
    const wrong = outcome.named === 'own' ? wrongIn(outcome, like) : differenceFrom(outcome, like)
    return wrong === undefined ? [] : [`${lineOf(outcome)}: ${wrong}`]
  })
}

const keyOf = ({ route, who }: Outcome): string => `${route.method} ${route.path} ${who}`

function lineOf({ route, who, standing, state, named, expected, status, code }: Outcome): string {
  const stands = [standing, state, named === 'own' ? '' : `names ${named}`]
    .filter((part) => part !== '')
    .join(', ')
  return `${route.method} ${route.path} (${route.permission}) as ${who} (${stands}): ${expected}, got ${status} ${code ?? ''}`
}

function wrongIn(outcome: Outcome, absent: Outcome | undefined): string | undefined {
  const { expected, status, code } = outcome
  if (status >= 500) return 'the server failed'
  switch (expected) {
    case 'not-signed-in':
      return status === 401 ? undefined : 'not asked to sign in'
    case 'forbidden':
      return status === 403 && code === 'not-permitted' ? undefined : 'not refused'
    case 'not-this':
      return status >= 400 && status !== 401 ? undefined : 'not refused'
    case 'not-there':
      if (status < 400 || status === 401) return 'not refused'
      return differenceFrom(outcome, absent)
    case 'admitted':
      return refusalWithoutReason(outcome)
  }
  return expected satisfies never
}

/** What exists and may not be seen is answered byte by byte as what does not exist. */
function differenceFrom(
  { status, answer, headers }: Outcome,
  absent: Outcome | undefined,
): string | undefined {
  if (absent === undefined) return 'there is nothing to compare with'
  if (status === absent.status && answer === absent.answer && headers === absent.headers) return undefined
  return `what does not exist is answered ${absent.status} ${absent.code ?? ''}`
}

/** Whoever the table lets in is refused only for a state that the table names, or for what they sent. */
function refusalWithoutReason({ route, standing, state, status, code = '' }: Outcome): string | undefined {
  if (status < 400) return undefined
  if (status === 401) return route.permission === 'public' ? undefined : 'asked to sign in'
  if (declared(route.permission, code, state)) return undefined
  // Of a thing named in the body or by a text there, not of the address.
  if (
    code !== 'not-permitted' &&
    status === 404 &&
    (standing === 'none' || code !== 'not-found' || namedIn(route))
  )
    return undefined
  if (status === 403 || status === 404 || stateCodes.has(code))
    return 'a refusal that the table does not name'
  return undefined
}

function declared(permission: Outcome['route']['permission'], code: string, state: string): boolean {
  if (permission === 'public' || permission === 'signed-in') return false
  const action: Action = permission
  return (statesOf[action] ?? []).some((name) => {
    const { refusals }: { readonly refusals: readonly string[] } = permissionStates[name]
    // That a thing is not there may be said of a state in an open round only.
    return refusals.includes(code) && (code !== 'not-found' || state.startsWith('open'))
  })
}
