/** What the responsible manager does, in this order. */
export const criticalSteps = ['acknowledged', 'acted', 'confirmed', 'accounted'] as const
export type CriticalStep = (typeof criticalSteps)[number]

/** Everything that is put on record about a critical case. `told` and `escalated` are the program's own. */
export const criticalActKinds = [
  'reported',
  'joined',
  'told',
  ...criticalSteps,
  'escalated',
  'withdrawn',
  'reopened',
] as const
export type CriticalActKind = (typeof criticalActKinds)[number]

interface Reported {
  readonly state: 'reported'
  readonly startedAt: Date
}
interface Acknowledged extends Omit<Reported, 'state'> {
  readonly state: 'acknowledged'
  readonly acknowledgedAt: Date
}
interface Acted extends Omit<Acknowledged, 'state'> {
  readonly state: 'acted'
  readonly actedAt: Date
}
interface Confirmed extends Omit<Acted, 'state'> {
  readonly state: 'confirmed'
  readonly confirmedAt: Date
}
interface Accounted extends Omit<Confirmed, 'state'> {
  readonly state: 'accounted'
  readonly accountedAt: Date
}
export type OpenCriticalCase = Reported | Acknowledged | Acted | Confirmed
interface Withdrawn {
  readonly state: 'withdrawn'
  readonly withdrawnAt: Date
  /** How far it was. */
  readonly before: OpenCriticalCase
}

/**
 * A critical case's course: reported, acknowledged by the manager, acted upon, the child confirmed safe, accounted for in
 * writing, which closes it; or withdrawn as a mistake before anybody acknowledged it. No state can be had without those before it.
 */
export type CriticalCase = OpenCriticalCase | Accounted | Withdrawn
export type CriticalState = CriticalCase['state']

/** What people do to a case that is there. */
export const criticalActs = [...criticalSteps, 'withdrawn', 'reopened'] as const
export type CriticalAct = (typeof criticalActs)[number]

/** Which acts each state allows; the server refuses and the page draws buttons by this one table. */
const table: Readonly<Record<CriticalState, readonly CriticalAct[]>> = {
  reported: ['acknowledged', 'withdrawn'],
  // Once a manager knows, the child is looked after first: a mistake too is closed by the steps.
  acknowledged: ['acted'],
  acted: ['confirmed'],
  confirmed: ['accounted'],
  accounted: ['reopened'],
  withdrawn: ['reopened'],
}

export function isOpen(critical: CriticalCase): critical is OpenCriticalCase {
  return critical.state !== 'accounted' && critical.state !== 'withdrawn'
}

/** When the last thing happened to it. */
export function lastChange(critical: CriticalCase): Date {
  switch (critical.state) {
    case 'reported':
      return critical.startedAt
    case 'acknowledged':
      return critical.acknowledgedAt
    case 'acted':
      return critical.actedAt
    case 'confirmed':
      return critical.confirmedAt
    case 'accounted':
      return critical.accountedAt
    case 'withdrawn':
      return critical.withdrawnAt
  }
  return critical satisfies never
}

/**
 * The case after an act, or null where its state does not allow the act. A clock that was set back counts as standing
 * still: nothing happens before what it follows. Reopening starts the clock anew.
 */
export function afterAct(critical: CriticalCase, act: CriticalAct, now: Date): CriticalCase | null {
  if (!table[critical.state].includes(act)) return null
  const last = lastChange(critical)
  const at = now < last ? last : now
  if (act === 'reopened') return { state: 'reported', startedAt: at }
  if (act === 'withdrawn')
    return isOpen(critical) ? { state: 'withdrawn', withdrawnAt: at, before: critical } : null
  switch (critical.state) {
    case 'reported':
      return { ...critical, state: 'acknowledged', acknowledgedAt: at }
    case 'acknowledged':
      return { ...critical, state: 'acted', actedAt: at }
    case 'acted':
      return { ...critical, state: 'confirmed', confirmedAt: at }
    case 'confirmed':
      return { ...critical, state: 'accounted', accountedAt: at }
    case 'accounted':
    case 'withdrawn':
      return null
  }
  return critical satisfies never
}

/** How somebody stands to a critical case. */
export interface CriticalSituation {
  readonly state: CriticalState
  /** Manages the unit, is its lawyer or the director. */
  readonly handles: boolean
  /** Took part in the case, led those who did, or has declared a conflict: does not close it. */
  readonly barred: boolean
  readonly reported: boolean
  /** Somebody else has reported the same. */
  readonly reportedByOthers: boolean
  readonly leadsTheAudit: boolean
}

export type CriticalRefusal = 'not-permitted' | 'own-critical-case' | 'critical-not-now'

/** Why an act is refused, or null when it may be done. */
export function refusalOfCritical(act: CriticalAct, situation: CriticalSituation): CriticalRefusal | null {
  const { handles, barred } = situation
  if (!mayEver(act, situation)) return 'not-permitted'
  if (!table[situation.state].includes(act)) return 'critical-not-now'
  // Anybody may help the child; only who had no part in the case may say that it is dealt with or was no danger.
  const ends = act === 'accounted' || (act === 'withdrawn' && handles)
  return ends && barred ? 'own-critical-case' : null
}

function mayEver(act: CriticalAct, of: CriticalSituation): boolean {
  if (act === 'reopened') return of.handles || of.reported || of.leadsTheAudit
  // Nobody takes back what another has seen too.
  if (act === 'withdrawn') return of.handles || (of.reported && !of.reportedByOthers)
  return of.handles
}

export function allowedCriticalActs(situation: CriticalSituation): readonly CriticalAct[] {
  return criticalActs.filter((act) => refusalOfCritical(act, situation) === null)
}
