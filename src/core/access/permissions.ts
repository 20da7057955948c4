import { roles, rolesOn, type Role, type RoleGrant } from './role.ts'

/**
 * How far a role's right reaches: its own work, everything of its unit, everything of the municipality. Each contains
 * the one before it.
 */
export type Span = 'own' | 'unit' | 'municipality'

type Row = Partial<Record<Role, Span>>

const everyoneInTheService: Row = {
  caseworker: 'municipality',
  'professional-coordinator': 'municipality',
  'department-manager': 'municipality',
  'area-manager': 'municipality',
  'unit-lawyer': 'municipality',
  'staff-lawyer': 'municipality',
  'central-lawyer': 'municipality',
  director: 'municipality',
  administrator: 'municipality',
}
const leadsTheAudit: Row = { 'staff-lawyer': 'municipality', administrator: 'municipality' }
const leadsCalibration: Row = { ...leadsTheAudit, 'central-lawyer': 'municipality' }
const readsResults: Row = {
  'department-manager': 'unit',
  'area-manager': 'unit',
  'unit-lawyer': 'unit',
  'staff-lawyer': 'municipality',
  'central-lawyer': 'municipality',
  director: 'municipality',
  administrator: 'municipality',
}
const worksAtUnit: Row = {
  caseworker: 'unit',
  'professional-coordinator': 'unit',
  'department-manager': 'unit',
  'area-manager': 'unit',
  'unit-lawyer': 'unit',
}
const helpsUnits: Row = { 'staff-lawyer': 'municipality', 'central-lawyer': 'municipality' }
const ownReviews: Row = {
  'professional-coordinator': 'own',
  'department-manager': 'own',
  'area-manager': 'own',
  'unit-lawyer': 'own',
  'staff-lawyer': 'own',
  'central-lawyer': 'own',
}

/**
 * Who may do what, and how far: the whole of it, for every room. A role that a row does not name may not. The
 * ombudsman reads released material only. Who may see a review's answers before its own
 * submission (the seal) is a rule of the review room on top of this.
 */
export const permissions = {
  'programme.read': everyoneInTheService,
  'programme.publish': { administrator: 'municipality' },
  // Names of units, which every list can be filtered by.
  'unit.read': everyoneInTheService,
  'unit.manage': { administrator: 'municipality' },

  'registry.read': {
    'professional-coordinator': 'unit',
    'department-manager': 'unit',
    'area-manager': 'unit',
    'unit-lawyer': 'unit',
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
    administrator: 'municipality',
  },
  'registry.import': { administrator: 'municipality' },

  // Deadlines and the events they are judged from. One's own: where the case system names the person as caseworker. The
  // director answers for all of them; the municipality's lawyers and the administrator see them as they see the register.
  'caseflow.read': {
    caseworker: 'own',
    'professional-coordinator': 'unit',
    'department-manager': 'unit',
    'area-manager': 'unit',
    'unit-lawyer': 'unit',
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
    director: 'municipality',
    administrator: 'municipality',
  },
  // Sums of the weekly and the monthly report. A unit's leaders and lawyer see their own unit's, and beside them the whole
  // municipality's, so that they know where they stand; never another unit's. No figure is of one caseworker.
  'caseflow.report': readsResults,
  // The monthly walk-through of a case. One's own: reading those of one's cases, and saying what became of what was agreed.
  'caseflow.walk-through': {
    caseworker: 'own',
    'professional-coordinator': 'unit',
    'department-manager': 'unit',
    'area-manager': 'unit',
  },
  'caseflow.import': { administrator: 'municipality' },
  // Reviews' answers beside the registry's dates, of rounds whose results are open: those who may read both results and cases
  // and whose work reviews are. The administrator, who draws cases and reads no review, is not among them.
  'reconciliation.read': {
    'department-manager': 'unit',
    'area-manager': 'unit',
    'unit-lawyer': 'unit',
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
    director: 'municipality',
  },
  // Which side of a disagreement is wrong.
  'reconciliation.conclude': {
    'area-manager': 'unit',
    'unit-lawyer': 'unit',
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
  },
  // The rules that every case is judged by, with sums of the municipality; whoever publishes them also imports the events.
  'caseflow.rules-read': everyoneInTheService,
  'caseflow.rules': { administrator: 'municipality' },
  // What the case system has no place for: safety plans, the placement committee, messages to notifiers, disagreements.
  'caseflow.register': {
    caseworker: 'own',
    'professional-coordinator': 'unit',
    'department-manager': 'unit',
    'area-manager': 'unit',
    'unit-lawyer': 'unit',
  },
  // Approving a safety plan in one's own name; each of the three for their role only.
  'caseflow.approve': { 'department-manager': 'unit', 'area-manager': 'unit', 'unit-lawyer': 'unit' },

  // A round's programme, period, plan, progress and digests; names no child.
  'round.read': everyoneInTheService,
  'round.open': leadsTheAudit,
  'round.draw': leadsTheAudit,
  'round.publish-seed': leadsTheAudit,
  'round.replace': leadsTheAudit,
  // How many reviews the next round needs. Who decides it and who answers for it in law; the evidence is the whole
  // municipality's sums from rounds whose results are open, so there is no unit's share of the right.
  'round.plan': {
    'unit-lawyer': 'municipality',
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
    director: 'municipality',
    administrator: 'municipality',
  },
  // Which cases were drawn, and DRAW.json.
  'draw.read': {
    'professional-coordinator': 'unit',
    'department-manager': 'unit',
    'area-manager': 'unit',
    'unit-lawyer': 'unit',
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
    administrator: 'municipality',
  },
  // Which reviews are anchors. Who may know it reviews none of them.
  'anchor.read': leadsTheAudit,
  'irregularity.read': everyoneInTheService,
  'irregularity.add': { 'area-manager': 'unit', 'unit-lawyer': 'unit', ...leadsTheAudit },

  'review.assign': { 'department-manager': 'unit', 'area-manager': 'unit', ...leadsTheAudit },
  'review.answer': ownReviews,
  'review.read': {
    ...ownReviews,
    'area-manager': 'unit',
    'unit-lawyer': 'unit',
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
  },
  // Sending a submitted review back, taking one's own slip back, and seeing what was corrected: whose it is, the level
  // above, and those who lead.
  'review.correct': {
    ...ownReviews,
    'area-manager': 'unit',
    'unit-lawyer': 'unit',
    'central-lawyer': 'municipality',
    ...leadsTheAudit,
  },
  // A review that will not be made; who decides that also decides when the round closes.
  'review.write-off': leadsTheAudit,

  // The released reviews of one's own casework; all who can be a case's people and are told of it as such.
  'feedback.own': { caseworker: 'own', 'professional-coordinator': 'own', 'department-manager': 'own' },
  // Disputes over feedback: the leader of the team or the unit; the area manager where that leader reviewed the case or
  // is away. Those who lead the audit see only what they are asked to have corrected.
  'feedback.follow-up': {
    'professional-coordinator': 'own',
    'department-manager': 'unit',
    'area-manager': 'unit',
  },
  'feedback.correction': leadsTheAudit,

  // Whoever may read a case and fears for the child says so; nothing else stands in the way.
  'critical.report': {
    ...ownReviews,
    'area-manager': 'unit',
    'unit-lawyer': 'unit',
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
  },
  // That a case is critical and how it is handled; who reported one sees that it is.
  'critical.read': {
    ...ownReviews,
    'area-manager': 'unit',
    'unit-lawyer': 'unit',
    director: 'municipality',
    ...leadsTheAudit,
  },
  // The unit's manager, and who stands in: its lawyer, then the director.
  'critical.handle': { 'area-manager': 'unit', 'unit-lawyer': 'unit', director: 'municipality' },

  // Errors found and what is done about them. One's own: of cases one worked on, once their feedback is released, and those
  // one is responsible for. What each may see of an open round is the seal's, on top of this.
  'finding.read': {
    caseworker: 'own',
    'professional-coordinator': 'unit',
    'department-manager': 'unit',
    'area-manager': 'unit',
    'unit-lawyer': 'unit',
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
    director: 'own',
  },
  // All of a round's, once its results are open.
  'finding.oversee': { director: 'municipality' },
  'finding.plan': {
    'professional-coordinator': 'unit',
    'department-manager': 'unit',
    'area-manager': 'unit',
    'unit-lawyer': 'unit',
  },
  'finding.assess': {
    'professional-coordinator': 'unit',
    'department-manager': 'unit',
    'area-manager': 'unit',
    'unit-lawyer': 'unit',
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
  },
  'finding.verify': {
    'area-manager': 'unit',
    'unit-lawyer': 'unit',
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
  },
  // That an error is not made good, and that a closed one is opened again.
  'finding.approve': {
    'area-manager': 'unit',
    'unit-lawyer': 'unit',
    'staff-lawyer': 'municipality',
    director: 'municipality',
  },

  // Invented files, answered to read the questions alike. Who makes and leads it: the lawyers of the two upper levels, who
  // hold the standard, and the administrator.
  'calibration.lead': leadsCalibration,
  'calibration.answer': ownReviews,
  // The invited their own; results after the opening. The director sees results and answers nothing.
  'calibration.read': { ...ownReviews, ...leadsCalibration, director: 'municipality' },
  // What a round's page says of it, which names nobody.
  'calibration.advise': { ...leadsCalibration, director: 'municipality' },

  // Visits to a unit, its strengths and four-box proposals: everybody at work there, and those who help it learn. Nothing
  // of it names a case; figures come from rounds whose results are open.
  'learning.read': { ...worksAtUnit, ...helpsUnits, director: 'municipality' },
  'learning.write': { ...worksAtUnit, ...helpsUnits },
  // Planning a visit, its agenda, minutes and attention points.
  'visit.lead': { 'area-manager': 'unit', 'unit-lawyer': 'unit', 'staff-lawyer': 'municipality' },

  // Goals are set by those who lead the unit and read by all of it (`learning.read`).
  'goal.set': { 'department-manager': 'unit', 'area-manager': 'unit' },
  // The action plan is for everybody; who writes it answers for it before the committee. Figures stand there for those only
  // who may read results.
  'action-plan.read': everyoneInTheService,
  'action-plan.edit': { 'staff-lawyer': 'municipality', director: 'municipality' },
  // Complaints decided by Ankestyrelsen name no child. Those who lead or advise learn from all of the municipality's; the lawyers
  // who get the decisions enter them.
  'appeal.read': {
    'professional-coordinator': 'municipality',
    'department-manager': 'municipality',
    'area-manager': 'municipality',
    'unit-lawyer': 'municipality',
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
    director: 'municipality',
    administrator: 'municipality',
  },
  'appeal.edit': {
    'unit-lawyer': 'municipality',
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
  },
  // How an initiative goes: its owner, the manager of the unit that owns it, and those who write the plan.
  'initiative.report': {
    caseworker: 'own',
    'professional-coordinator': 'own',
    'department-manager': 'own',
    'area-manager': 'unit',
    'unit-lawyer': 'own',
    'staff-lawyer': 'municipality',
    'central-lawyer': 'own',
    director: 'municipality',
    administrator: 'own',
  },

  'results.read': readsResults,
  // The report covers the municipality as a whole, so a unit's share of the right would be empty.
  'report.download': {
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
    director: 'municipality',
    administrator: 'municipality',
  },

  // Reports on their way out. Whoever writes in one neither checks nor approves it, whatever else they may.
  'release.read': {
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
    director: 'municipality',
    administrator: 'municipality',
  },
  'release.write': { 'staff-lawyer': 'municipality', 'central-lawyer': 'municipality' },
  'release.check': { 'staff-lawyer': 'municipality', 'central-lawyer': 'municipality' },
  'release.approve': { director: 'municipality' },
  'release.publish': {
    'staff-lawyer': 'municipality',
    'central-lawyer': 'municipality',
    director: 'municipality',
  },
  // What is released: public editions, and for the ombudsman the reports to them.
  'released.read': { ...everyoneInTheService, ombudsman: 'municipality' },
  'released.ombudsman': { ombudsman: 'municipality' },

  'person.manage': { administrator: 'municipality' },
  'access.read': { administrator: 'municipality' },
  // Who has seen a child's record, the child's CPR number for a reason, what is told later, and all that is held on a person:
  // those who answer requests for access. A unit's lawyer for children all of whose cases are the unit's.
  'access.record': {
    'unit-lawyer': 'unit',
    'staff-lawyer': 'municipality',
    administrator: 'municipality',
  },
  // Opening one case outside one's reach in an emergency, for a short time and never unseen. Those whose reach ends at their
  // own cases or unit; whoever sees the whole municipality's has no need of it.
  'break-glass.open': {
    caseworker: 'own',
    'professional-coordinator': 'own',
    'department-manager': 'own',
    'area-manager': 'own',
    'unit-lawyer': 'own',
  },
  // Seeing who did so and why, ending it, and judging whether it was justified; never one's own.
  'break-glass.review': {
    'department-manager': 'unit',
    'area-manager': 'unit',
    administrator: 'municipality',
  },
  // How long what is kept, which cases are kept from being erased, and the erasing of cases, which takes two of them.
  'retention.manage': leadsTheAudit,
} as const satisfies Record<string, Row>

export type Action = keyof typeof permissions

/** Rights that hold another over the same things. */
export const contained: Partial<Readonly<Record<Action, Action>>> = { 'finding.oversee': 'finding.read' }

export function isAction(value: string): value is Action {
  return Object.hasOwn(permissions, value)
}

/** How the person stands to the thing they want to act on. */
export type Relation =
  | { readonly kind: 'own' }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'municipality' }

/** Everything a person may do an action on. All empty: nothing. */
export interface Reach<U extends string = string> {
  readonly municipality: boolean
  /** Units whose things are within reach, sorted; only of interest when `municipality` is false. */
  readonly units: readonly U[]
  readonly own: boolean
}

/** The reach of an action on `today`, over all roles the person holds that day. */
export function reachOf<U extends string>(
  grants: readonly RoleGrant<U>[],
  action: Action,
  today: string,
): Reach<U> {
  const row: Row = permissions[action]
  let municipality = false
  let own = false
  const units = new Set<U>()
  for (const grant of rolesOn(grants, today)) {
    const span = row[grant.role]
    if (span === undefined) continue
    own = true
    if (span === 'municipality') municipality = true
    // A unit's role held without a unit reaches no unit: a mistake in the grants must not open all of them.
    else if (span === 'unit' && grant.unit !== null) units.add(grant.unit)
  }
  return { municipality, units: [...units].toSorted(), own }
}

/** How rights are asked for: of the table, or in a test of what holds without it, of something else. */
export type ReachOf = typeof reachOf

/** Whether a thing that the person stands to in this way is within reach. */
export function covers(reach: Reach, relation: Relation): boolean {
  if (reach.municipality) return true
  switch (relation.kind) {
    case 'own':
      return reach.own
    case 'unit':
      return reach.units.includes(relation.unit)
    case 'municipality':
      return false
  }
  return relation satisfies never
}

/** Whether anything at all is within reach; what a route checks before it reads its input. */
export function coversSomething({ municipality, own, units }: Reach): boolean {
  return municipality || own || units.length > 0
}

/** Whether any of the person's roles on `today` permits the action on a thing they stand to in this way. */
export function allowed(
  grants: readonly RoleGrant[],
  action: Action,
  relation: Relation,
  today: string,
): boolean {
  return covers(reachOf(grants, action, today), relation)
}

/** Whether the person may do the action on anything at all. */
export function allowedSomewhere(grants: readonly RoleGrant[], action: Action, today: string): boolean {
  return coversSomething(reachOf(grants, action, today))
}

/** The roles that have some share of a right. */
export function rolesWith(action: Action): readonly Role[] {
  const row: Row = permissions[action]
  return roles.filter((role) => row[role] !== undefined)
}
