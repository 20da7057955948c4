/** How grave an error is. `slight`: only the registration in the case system is wrong. */
export const severities = ['unassessed', 'slight', 'ordinary', 'serious'] as const
export type Severity = (typeof severities)[number]

/** What is made good. `registration-only` stands alone: nothing was wrong for the citizen. */
export const measures = [
  'decision',
  'party-hearing',
  'consent',
  'reasons',
  'complaint-guidance',
  'journalising',
  'registration-only',
] as const
export type Measure = (typeof measures)[number]

/** Why an error is not made good. */
export const grounds = ['impossible', 'too-late', 'citizen-declined', 'nothing-to-restore'] as const
export type Ground = (typeof grounds)[number]

export const citizenResponses = ['accepted', 'declined'] as const
export type CitizenResponse = (typeof citizenResponses)[number]

export interface Plan<P extends string = string> {
  readonly measures: readonly Measure[]
  readonly responsible: P
  /** ISO day. */
  readonly due: string
}

/** The citizen was contacted and told that the step is due to an earlier error. */
export interface Contact {
  readonly on: string
  readonly response: CitizenResponse
}

export interface CarriedOutStep<P extends string = string> {
  readonly on: string
  /** The day of the note in the case; null where only the registration was corrected. */
  readonly journalisedOn: string | null
  /** Who put it on record. */
  readonly by: P
}

export interface Proposal<P extends string = string> {
  readonly ground: Ground
  readonly by: P
}

interface Open {
  readonly state: 'open'
}
interface Planned<P extends string> {
  readonly state: 'planned'
  readonly plan: Plan<P>
}
interface Contacted<P extends string> {
  readonly state: 'contacted'
  readonly plan: Plan<P>
  readonly contact: Contact
}
interface CarriedOut<P extends string> {
  readonly state: 'carried-out'
  readonly before: Planned<P> | Contacted<P>
  readonly done: CarriedOutStep<P>
}
interface Verified<P extends string> {
  readonly state: 'verified'
  readonly before: CarriedOut<P>
  readonly by: P
}
interface Proposed<P extends string> {
  readonly state: 'proposed'
  readonly before: Unrestored<P>
  readonly proposal: Proposal<P>
}
interface NotRestored<P extends string> {
  readonly state: 'not-restored'
  readonly before: Proposed<P>
  readonly by: P
}
interface FallenAway<P extends string> {
  readonly state: 'fallen-away'
  readonly before: Unrestored<P> | Proposed<P>
}

/** Nothing has been made good yet. */
export type Unrestored<P extends string = string> = Open | Planned<P> | Contacted<P>

/**
 * A finding's course: open, planned, the citizen contacted, carried out, verified by somebody else, which closes it. Or
 * proposed as not to be restored, with a ground, and closed once somebody else approves. It falls away by itself when no
 * submitted answer stands behind it any more. No state can be had without those before it.
 */
export type Finding<P extends string = string> =
  Unrestored<P> | CarriedOut<P> | Verified<P> | Proposed<P> | NotRestored<P> | FallenAway<P>

export const findingStates = [
  'open',
  'planned',
  'contacted',
  'carried-out',
  'proposed',
  'verified',
  'not-restored',
  'fallen-away',
] as const satisfies readonly Finding['state'][]
export type FindingState = (typeof findingStates)[number]

/** Nothing more is to be done. */
export const closedStates = [
  'verified',
  'not-restored',
  'fallen-away',
] as const satisfies readonly FindingState[]

export function isClosed({ state }: Pick<Finding, 'state'>): boolean {
  return closedStates.some((closed) => closed === state)
}

/** The plan in force; null: none is made. */
export function planOf<P extends string>(finding: Finding<P>): Plan<P> | null {
  switch (finding.state) {
    case 'open':
      return null
    case 'planned':
    case 'contacted':
      return finding.plan
    case 'carried-out':
    case 'verified':
    case 'proposed':
    case 'not-restored':
    case 'fallen-away':
      return planOf<P>(finding.before)
  }
  return finding satisfies never
}

/** What the citizen answered in this course; null: nobody has asked. */
export function contactOf<P extends string>(finding: Finding<P>): Contact | null {
  switch (finding.state) {
    case 'open':
    case 'planned':
      return null
    case 'contacted':
      return finding.contact
    case 'carried-out':
    case 'verified':
    case 'proposed':
    case 'not-restored':
    case 'fallen-away':
      return contactOf<P>(finding.before)
  }
  return finding satisfies never
}

/** Whether a plan touches nothing but the registration, so that the citizen need not be told. */
export function isRegistrationOnly({ measures: planned }: Pick<Plan, 'measures'>): boolean {
  return planned.includes('registration-only')
}

/** Whether measures can be planned together: at least one, each once, and `registration-only` alone. */
export function areMeasures(planned: readonly Measure[]): boolean {
  if (planned.length === 0 || new Set(planned).size < planned.length) return false
  return !planned.includes('registration-only') || planned.length === 1
}
