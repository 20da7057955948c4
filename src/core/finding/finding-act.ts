import {
  contactOf,
  isRegistrationOnly,
  type CarriedOutStep,
  type Contact,
  type Finding,
  type FindingState,
  type Plan,
  type Proposal,
  type Severity,
} from './finding.ts'

/** What people do to a finding. */
export const findingActs = [
  'plan',
  'put-off',
  'contact',
  'carry-out',
  'verify',
  'send-back',
  'propose',
  'approve',
  'refuse',
  'reopen',
  'assess',
] as const
export type FindingActKind = (typeof findingActs)[number]

/** Beside them what the program puts on record: sources that come and go, and whom it told. */
export const findingEntryKinds = [
  ...findingActs,
  'found',
  'source-withdrawn',
  'fell-away',
  'told-overdue',
  'told-overdue-director',
  'told-waiting',
] as const
export type FindingEntryKind = (typeof findingEntryKinds)[number]

export type FindingAct<P extends string = string> =
  | ({ readonly act: 'plan' } & Plan<P>)
  | { readonly act: 'put-off'; readonly due: string }
  | ({ readonly act: 'contact' } & Contact)
  | ({ readonly act: 'carry-out' } & Omit<CarriedOutStep<P>, 'by'>)
  | { readonly act: 'verify' }
  | { readonly act: 'send-back' }
  | ({ readonly act: 'propose' } & Omit<Proposal<P>, 'by'>)
  | { readonly act: 'approve' }
  | { readonly act: 'refuse' }
  | { readonly act: 'reopen' }
  | { readonly act: 'assess'; readonly severity: Severity }

/** Which acts each state allows; the server refuses and the page draws buttons by this one table. */
const table: Readonly<Record<FindingState, readonly FindingActKind[]>> = {
  open: ['plan', 'propose', 'assess'],
  planned: ['plan', 'put-off', 'contact', 'carry-out', 'propose', 'assess'],
  contacted: ['plan', 'put-off', 'contact', 'carry-out', 'propose', 'assess'],
  'carried-out': ['verify', 'send-back', 'assess'],
  proposed: ['approve', 'refuse', 'assess'],
  verified: ['reopen', 'assess'],
  'not-restored': ['reopen', 'assess'],
  'fallen-away': [],
}

export function allows(state: FindingState, act: FindingActKind): boolean {
  return table[state].includes(act)
}

/**
 * The finding after an act, or null where its course does not allow it. Who may do it, and whether its days can be
 * right, is judged before (`refusalOfFinding`).
 */
export function afterFindingAct<P extends string>(
  finding: Finding<P>,
  act: FindingAct<P>,
  by: P,
): Finding<P> | null {
  if (!allows(finding.state, act.act)) return null
  switch (act.act) {
    case 'assess':
      return finding
    case 'plan':
      return planned(finding, act)
    case 'put-off':
      return putOff(finding, act.due)
    case 'contact':
      return contacted(finding, act)
    case 'carry-out':
      return carriedOut(finding, { on: act.on, journalisedOn: act.journalisedOn, by })
    case 'verify':
      return finding.state === 'carried-out' ? { state: 'verified', before: finding, by } : null
    case 'send-back':
      return finding.state === 'carried-out' ? finding.before : null
    case 'propose':
      return proposed(finding, { ground: act.ground, by })
    case 'approve':
      return finding.state === 'proposed' ? { state: 'not-restored', before: finding, by } : null
    case 'refuse':
      return finding.state === 'proposed' ? finding.before : null
    case 'reopen':
      return { state: 'open' }
  }
  return act satisfies never
}

function planned<P extends string>(finding: Finding<P>, { measures, responsible, due }: Plan<P>): Finding<P> {
  const plan = { measures, responsible, due }
  const contact = contactOf(finding)
  // What the citizen was told stands under a new plan; after a no the citizen is asked anew.
  return contact?.response === 'accepted' && !isRegistrationOnly(plan)
    ? { state: 'contacted', plan, contact }
    : { state: 'planned', plan }
}

function putOff<P extends string>(finding: Finding<P>, due: string): Finding<P> | null {
  if (finding.state !== 'planned' && finding.state !== 'contacted') return null
  return { ...finding, plan: { ...finding.plan, due } }
}

function contacted<P extends string>(finding: Finding<P>, { on, response }: Contact): Finding<P> | null {
  if (finding.state !== 'planned' && finding.state !== 'contacted') return null
  if (isRegistrationOnly(finding.plan)) return null
  return { state: 'contacted', plan: finding.plan, contact: { on, response } }
}

function carriedOut<P extends string>(finding: Finding<P>, done: CarriedOutStep<P>): Finding<P> | null {
  if (finding.state === 'planned')
    return isRegistrationOnly(finding.plan) && done.journalisedOn === null
      ? { state: 'carried-out', before: finding, done }
      : null
  if (finding.state !== 'contacted' || finding.contact.response === 'declined') return null
  return done.journalisedOn === null ? null : { state: 'carried-out', before: finding, done }
}

function proposed<P extends string>(finding: Finding<P>, proposal: Proposal<P>): Finding<P> | null {
  if (finding.state !== 'open' && finding.state !== 'planned' && finding.state !== 'contacted') return null
  if (proposal.ground === 'citizen-declined' && contactOf(finding)?.response !== 'declined') return null
  return { state: 'proposed', before: finding, proposal }
}

/**
 * The finding when the answers behind it have changed. Without any it falls away, unless its restoration is carried out
 * or it is closed: then it stays as it is. With some again it is where it was.
 */
export function withSources<P extends string>(finding: Finding<P>, sources: number): Finding<P> {
  if (finding.state === 'fallen-away') return sources > 0 ? finding.before : finding
  if (sources > 0) return finding
  switch (finding.state) {
    case 'carried-out':
    case 'verified':
    case 'not-restored':
      return finding
    case 'open':
    case 'planned':
    case 'contacted':
    case 'proposed':
      return { state: 'fallen-away', before: finding }
  }
  return finding satisfies never
}
