import { aimKey, type Aim } from './goal-figure.ts'

/** What called for an initiative. */
export const initiativeSources = [
  'audit',
  'ombudsman',
  'task-force',
  'ankestyrelsen',
  'citizen',
  'own',
] as const
export type InitiativeSource = (typeof initiativeSources)[number]

/** What one version of a plan says of an initiative. Days are ISO. */
export interface PlannedInitiative {
  readonly id: string
  readonly title: string
  readonly what: string
  readonly owner: { readonly kind: 'person' | 'unit'; readonly id: string }
  readonly startsOn: string
  readonly endsOn: string | null
  readonly source: InitiativeSource
  /** Where to find what called for it. */
  readonly reference: string | null
  readonly aims: readonly Aim[]
}

export type SinceLast = 'new' | 'changed' | 'same'

/** What a version made of each initiative since the one before it. */
export function compareWithLast(
  last: readonly PlannedInitiative[],
  now: readonly PlannedInitiative[],
): ReadonlyMap<string, SinceLast> {
  const before = new Map(last.map((each) => [each.id, contentOf(each)]))
  return new Map(
    now.map((each) => {
      const earlier = before.get(each.id)
      return [each.id, earlier === undefined ? 'new' : earlier === contentOf(each) ? 'same' : 'changed']
    }),
  )
}

interface HeldVersion<Initiative> {
  readonly label: string
  readonly initiatives: readonly Initiative[]
}

/**
 * Which initiatives of all earlier versions the last of these, given oldest first, has no more: each once, as it was last, with
 * the version that left it out. Against the version before alone, publishing twice would make them disappear.
 */
export function listLeftOut<Initiative extends { readonly id: string }>(
  versions: readonly HeldVersion<Initiative>[],
): readonly { readonly initiative: Initiative; readonly label: string }[] {
  const kept = new Set(versions.at(-1)?.initiatives.map(({ id }) => id))
  return versions.flatMap(({ initiatives }, at) => {
    const later = versions.slice(at + 1)
    const next = later[0]
    return next === undefined
      ? []
      : initiatives
          .filter(
            ({ id }) =>
              !kept.has(id) && later.every((each) => each.initiatives.every((other) => other.id !== id)),
          )
          .map((initiative) => ({ initiative, label: next.label }))
  })
}

/** The order in which aims were written says nothing. */
function contentOf({ title, what, owner, startsOn, endsOn, source, reference, aims }: PlannedInitiative) {
  return JSON.stringify([
    title,
    what,
    owner.kind,
    owner.id,
    startsOn,
    endsOn,
    source,
    reference,
    aims.map(aimKey).toSorted(),
  ])
}

/** What the version after this one is called, until somebody calls it otherwise: 2.0 after 1.0 and after 1.3. */
export function nextLabel(label: string): string {
  const major = /^\d{1,4}/.exec(label)?.[0]
  return major === undefined ? `${label} 2` : `${Number(major) + 1}.0`
}

/** Late: meant to have begun or ended by today, and has not. */
export function isLate(
  { startsOn, endsOn }: Pick<PlannedInitiative, 'startsOn' | 'endsOn'>,
  state: 'planned' | 'running' | 'done' | 'stopped',
  today: string,
): boolean {
  if (state === 'planned') return startsOn < today
  return state === 'running' && endsOn !== null && endsOn < today
}
