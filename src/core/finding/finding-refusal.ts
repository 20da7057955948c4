import { addDays } from '../calendar/days.ts'
import { isOverdue } from './finding-deadlines.ts'
import { contactOf, isRegistrationOnly, planOf, type Finding, type Severity } from './finding.ts'
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
  /** Has had a hand in the restoration, in whatever run: responsible by any plan, contacted the citizen, carried out. */
  readonly worked: boolean
  /** Has chosen the responsible person or the due day in this run. */
  readonly planned: boolean
  /** Has proposed in this run that it is not restored. */
  readonly proposed: boolean
  /** The citizen was asked in this run, whatever the plan is now. */
  readonly asked: boolean
  readonly severity: Severity
  /** ISO day of the first submission that found it: nothing was done about it before. */
  readonly foundOn: string
  /** Took part in the case, led those who did, or has declared a conflict: judges nothing in it. */
  readonly barred: boolean
  /** ISO day. */
  readonly today: string
}

export type FindingRefusal =
  | 'not-permitted'
  | 'finding-not-now'
  | 'finding-own-work'
  | 'finding-own-plan'
  | 'finding-own-proposal'
  | 'finding-contact-first'
  | 'finding-citizen-declined'
  | 'finding-journal-needed'
  | 'finding-day-in-future'
  | 'finding-days-crossed'
  | 'finding-due-passed'
  | 'finding-due-far'
  | 'finding-put-off'
  | 'finding-not-registration'

/** Why a kind of act is refused whatever is written in it; null: the person may begin it. */
function refusalOfKind<P extends string>(
  act: FindingActKind,
  situation: FindingSituation<P>,
): FindingRefusal | null {
  const { finding, person, barred, worked, planned, proposed, today } = situation
  if (!mayEver(act, situation)) return 'not-permitted'
  if (!allows(finding.state, act)) return 'finding-not-now'
  const plan = planOf<P>(finding)
  switch (act) {
    case 'plan':
    case 'propose':
    case 'reopen':
      return null
    case 'put-off':
      // Before the day a new plan moves it; after it somebody answers for that, who has no part in the delay.
      if (!isOverdue(finding, today)) return 'finding-not-now'
      if (barred || worked || plan?.responsible === person) return 'finding-own-work'
      return planned ? 'finding-own-plan' : null
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
      if (barred || worked || plan?.responsible === person || carriedOutBy === person)
        return 'finding-own-work'
      return act === 'verify' && plan !== null && isRegistrationOnly(plan) && isForCitizen(situation)
        ? 'finding-not-registration'
        : null
    }
    case 'approve':
    case 'refuse':
      if (proposed || (finding.state === 'proposed' && finding.proposal.by === person))
        return 'finding-own-proposal'
      if (barred || worked || plan?.responsible === person) return 'finding-own-work'
      return planned ? 'finding-own-plan' : null
    case 'assess':
      return barred ? 'finding-own-work' : null
  }
  return act satisfies never
}

/** Something was wrong for the citizen: somebody has said so, or the citizen was asked about it. */
function isForCitizen<P extends string>({ severity, asked }: FindingSituation<P>): boolean {
  return asked || severity === 'ordinary' || severity === 'serious'
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
    case 'put-off':
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

/** A restoration is planned within half a year: a day further off is none. */
const mostDays = 183

/** A plan replaces another's day freely until that has passed; then it keeps it, and only somebody else puts it off. */
function refusalOfDue<P extends string>(
  due: string,
  { finding, today }: FindingSituation<P>,
): FindingRefusal | null {
  if (isOverdue(finding, today)) return due === planOf<P>(finding)?.due ? null : 'finding-put-off'
  if (due < today) return 'finding-due-passed'
  return due > addDays(today, mostDays) ? 'finding-due-far' : null
}

/** Why an act is refused, or null when it may be done. */
export function refusalOfFinding<P extends string>(
  act: FindingAct<P>,
  situation: FindingSituation<P>,
): FindingRefusal | null {
  const { finding, today } = situation
  const refusal = refusalOfKind(act.act, situation)
  if (refusal !== null) return refusal
  const contact = contactOf(finding)
  switch (act.act) {
    case 'plan':
      if (isRegistrationOnly(act) && isForCitizen(situation)) return 'finding-not-registration'
      return refusalOfDue(act.due, situation)
    case 'put-off':
      // Today is later than a day that has passed.
      if (act.due < today) return 'finding-due-passed'
      return act.due > addDays(today, mostDays) ? 'finding-due-far' : null
    case 'contact':
      if (act.on > today) return 'finding-day-in-future'
      return act.on < situation.foundOn ? 'finding-days-crossed' : null
    case 'carry-out': {
      const { on, journalisedOn } = act
      // Only a plan that touches nothing but the registration can be carried out without contact.
      if ((journalisedOn === null) !== (contact === null)) return 'finding-journal-needed'
      if (on > today || (journalisedOn ?? on) > today) return 'finding-day-in-future'
      const earliest = contact?.on ?? situation.foundOn
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
