import { contactOf, isRegistrationOnly, planOf, type Finding } from './finding.ts'
import { allows, findingActs, type FindingAct, type FindingActKind } from './finding-act.ts'

/** How somebody stands to a finding they can see. */
export interface FindingSituation<P extends string = string> {
  readonly finding: Finding<P>
  readonly person: P
  /** Leads the unit's casework, so plans and proposes. */
  readonly plans: boolean
  /** Leads the unit or reviews it. */
  readonly assesses: boolean
  readonly verifies: boolean
  /** Answers for the unit or the audit: approves that something is not restored, and opens again. */
  readonly approves: boolean
  /** Took part in the case, led those who did, or has declared a conflict: judges nothing in it. */
  readonly barred: boolean
}

export type FindingRefusal =
  | 'not-permitted'
  | 'finding-not-now'
  | 'finding-own-work'
  | 'finding-own-proposal'
  | 'finding-contact-first'
  | 'finding-citizen-declined'
  | 'finding-journal-needed'
  | 'finding-day-in-future'
  | 'finding-days-crossed'
  | 'finding-due-passed'

/** Why a kind of act is refused whatever is written in it; null: the person may begin it. */
function refusalOfKind<P extends string>(
  act: FindingActKind,
  situation: FindingSituation<P>,
): FindingRefusal | null {
  const { finding, person, barred } = situation
  if (!mayEver(act, situation)) return 'not-permitted'
  if (!allows(finding.state, act)) return 'finding-not-now'
  const plan = planOf<P>(finding)
  switch (act) {
    case 'plan':
    case 'propose':
    case 'reopen':
      return null
    case 'contact':
      // Nothing was wrong for the citizen, so there is nothing to tell them.
      return plan !== null && isRegistrationOnly(plan) ? 'finding-not-now' : null
    case 'carry-out': {
      if (plan === null || isRegistrationOnly(plan)) return null
      const response = contactOf(finding)?.response
      if (response === undefined) return 'finding-contact-first'
      return response === 'declined' ? 'finding-citizen-declined' : null
    }
    case 'verify':
    case 'send-back': {
      const carriedOutBy = finding.state === 'carried-out' ? finding.done.by : null
      return barred || plan?.responsible === person || carriedOutBy === person ? 'finding-own-work' : null
    }
    case 'approve':
    case 'refuse':
      if (finding.state === 'proposed' && finding.proposal.by === person) return 'finding-own-proposal'
      return barred || plan?.responsible === person ? 'finding-own-work' : null
    case 'assess':
      return barred ? 'finding-own-work' : null
  }
  return act satisfies never
}

function mayEver<P extends string>(act: FindingActKind, of: FindingSituation<P>): boolean {
  const isResponsible = planOf<P>(of.finding)?.responsible === of.person
  switch (act) {
    case 'plan':
      return of.plans
    case 'contact':
    case 'carry-out':
    case 'propose':
      return of.plans || isResponsible
    case 'verify':
    case 'send-back':
      return of.verifies
    case 'approve':
    case 'refuse':
    case 'reopen':
      return of.approves
    case 'assess':
      return of.assesses
  }
  return act satisfies never
}

/** What the person can do now, in the order of the course. */
export function allowedFindingActs<P extends string>(
  situation: FindingSituation<P>,
): readonly FindingActKind[] {
  return findingActs.filter((act) => refusalOfKind(act, situation) === null)
}

/** Why an act is refused, or null when it may be done. `today`: ISO. */
export function refusalOfFinding<P extends string>(
  act: FindingAct<P>,
  situation: FindingSituation<P>,
  today: string,
): FindingRefusal | null {
  const { finding } = situation
  const refusal = refusalOfKind(act.act, situation)
  if (refusal !== null) return refusal
  const contact = contactOf(finding)
  switch (act.act) {
    case 'plan':
      return act.due < today ? 'finding-due-passed' : null
    case 'contact':
      return act.on > today ? 'finding-day-in-future' : null
    case 'carry-out': {
      const { on, journalisedOn } = act
      // Only a plan that touches nothing but the registration can be carried out without contact.
      if ((journalisedOn === null) !== (contact === null)) return 'finding-journal-needed'
      if (on > today || (journalisedOn ?? on) > today) return 'finding-day-in-future'
      const earliest = contact?.on ?? on
      return on < earliest || (journalisedOn ?? on) < earliest ? 'finding-days-crossed' : null
    }
    case 'propose':
      return act.ground === 'citizen-declined' && contact?.response !== 'declined'
        ? 'finding-contact-first'
        : null
    case 'verify':
    case 'send-back':
    case 'approve':
    case 'refuse':
    case 'reopen':
    case 'assess':
      return null
  }
  return act satisfies never
}
