import {
  contactOf,
  planOf,
  type CitizenResponse,
  type Finding,
  type FindingState,
  type Ground,
  type Measure,
  type Unrestored,
} from '../../core/finding/finding.ts'
import type { PersonId } from '../ids.ts'

/** The columns that a finding's course is kept in; the table's checks allow only what `Finding` can be. */
export interface CourseRow {
  readonly state: FindingState
  readonly measures: readonly Measure[] | null
  readonly responsible: PersonId | null
  readonly due: string | null
  readonly contactedOn: string | null
  readonly response: CitizenResponse | null
  readonly carriedOutOn: string | null
  readonly journalisedOn: string | null
  readonly carriedOutBy: PersonId | null
  readonly verifiedBy: PersonId | null
  readonly ground: Ground | null
  readonly proposedBy: PersonId | null
  readonly approvedBy: PersonId | null
  readonly fallen: boolean
}

export function toCourse(row: CourseRow): Finding<PersonId> {
  const { carriedOutOn, carriedOutBy, journalisedOn, verifiedBy, ground, proposedBy, approvedBy } = row
  const before = toUnrestored(row)
  if (carriedOutOn !== null && carriedOutBy !== null) {
    if (before.state === 'open') throw new Error('a finding is carried out without a plan')
    const done = { on: carriedOutOn, journalisedOn, by: carriedOutBy }
    const carriedOut = { state: 'carried-out', before, done } as const
    return verifiedBy === null ? carriedOut : { state: 'verified', before: carriedOut, by: verifiedBy }
  }
  if (ground !== null && proposedBy !== null) {
    const proposed = { state: 'proposed', before, proposal: { ground, by: proposedBy } } as const
    if (approvedBy !== null) return { state: 'not-restored', before: proposed, by: approvedBy }
    return row.fallen ? { state: 'fallen-away', before: proposed } : proposed
  }
  return row.fallen ? { state: 'fallen-away', before } : before
}

function toUnrestored({
  measures,
  responsible,
  due,
  contactedOn,
  response,
}: CourseRow): Unrestored<PersonId> {
  if (measures === null || responsible === null || due === null) return { state: 'open' }
  const plan = { measures, responsible, due }
  if (contactedOn === null || response === null) return { state: 'planned', plan }
  return { state: 'contacted', plan, contact: { on: contactedOn, response } }
}

/** The columns of a course. `fallen` goes with the sources, and is not written here. */
export function courseColumns(finding: Finding<PersonId>) {
  const plan = planOf<PersonId>(finding)
  const contact = contactOf<PersonId>(finding)
  const restored = finding.state === 'verified' ? finding.before : finding
  const done = restored.state === 'carried-out' ? restored.done : null
  const left = finding.state === 'not-restored' ? finding.before : finding
  const proposal = left.state === 'proposed' ? left.proposal : null
  return {
    measures: plan === null ? null : [...plan.measures],
    responsible_id: plan?.responsible ?? null,
    due_on: plan?.due ?? null,
    contacted_on: contact?.on ?? null,
    response: contact?.response ?? null,
    carried_out_on: done?.on ?? null,
    journalised_on: done?.journalisedOn ?? null,
    carried_out_by: done?.by ?? null,
    verified_by: finding.state === 'verified' ? finding.by : null,
    ground: proposal?.ground ?? null,
    proposed_by: proposal?.by ?? null,
    approved_by: finding.state === 'not-restored' ? finding.by : null,
  }
}
