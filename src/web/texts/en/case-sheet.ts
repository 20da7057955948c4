import { plural } from '../../../core/language/plural.ts'
import { formatInteger } from '../../format/numbers.ts'
import type { caseSheet as da } from '../da/case-sheet.ts'

const n = (count: number) => formatInteger(count, 'en')

export const caseSheet: typeof da = {
  print: 'Print',
  overdue: (what, when, others) =>
    `${what}: ${when}.${others === 0 ? '' : ` ${n(others)} other ${plural('en', others, 'deadline has', 'deadlines have')} passed too.`}`,
  agreement: (what, day, others) =>
    `Agreed and not done: ${what}. It was to be done by ${day}.${others === 0 ? '' : ` ${n(others)} other ${plural('en', others, 'agreement is', 'agreements are')} late too.`}`,
  due: (what, day, left) => `Next deadline: ${what}, ${day} (${left}).`,
  nothing: 'The case is running, and no deadline runs in it right now.',
  ended: (day, never) =>
    `Nothing in the case is running any more; the latest event is from ${day}.${never === 0 ? '' : ` ${n(never)} ${plural('en', never, 'deadline was', 'deadlines were')} never met.`}`,
  endedNever: 'Nothing in the case is running.',
  urgent: 'Most urgent',
  timeLine: 'Time line',
  timeLineLabel: (phases, events, from, to) =>
    `The phases and events of the case from ${from} to ${to}: ${n(phases)} ${plural('en', phases, 'phase', 'phases')} and ${n(events)} ${plural('en', events, 'event', 'events')}. The table below has them all.`,
  today: 'today',
  running: 'running',
  eventsLane: 'Events',
  deadlinesLane: 'Deadlines not met',
  allEvents: (count) => `All phases and ${n(count)} ${plural('en', count, 'event', 'events')} as a table`,
  phasesCaption: 'The phases of the case, the oldest first',
  phase: 'Phase',
  from: 'From',
  to: 'To',
  measuresHeading: 'What the child gets now',
  measuresNone: 'No support or placement is running.',
  since: (day) => `since ${day}`,
  listsHeading: 'Consents, decisions and follow-up',
  groups: {
    notifications: 'Notifications',
    assessments: 'Assessments',
    conversations: 'Conversations with the child',
    consents: 'Consents',
    decisions: 'Decisions',
    plans: 'Plans',
    measures: 'Measures',
    'follow-ups': 'Follow-ups',
    visits: 'Supervision visits',
    approvals: 'Approvals and committee',
    disagreements: 'Disagreement on responsibility',
    other: 'Other',
  },
  earlier: (count) => `and ${n(count)} earlier`,
  metHeading: (count) =>
    `${n(count)} ${plural('en', count, 'deadline was met in time', 'deadlines were met in time')}`,
  lateHeading: (count) =>
    `${n(count)} ${plural('en', count, 'deadline was met too late', 'deadlines were met too late')}`,
  noDeadlines: 'No deadline waits in the case.',
  peopleHeading: 'Who has the case',
  peopleCaption: 'Units and caseworkers by the events of the case, the latest first',
  unit: 'Unit',
  caseworker: 'Caseworker',
  firstEvent: 'Since',
  lastEvent: 'Latest event',
  registeredCaption: 'Case stages in the register, the newest first',
  stage: 'Case stage',
  started: 'Begun',
  completed: 'Completed',
  participants: 'Also took part',
  notCompleted: 'running',
  auditsHeading: 'Audits of the case',
  auditsCaption: (round) => `Reviews in ${round}`,
  findingsCaption: (round) => `Errors found in ${round}`,
  level: 'Level',
  review: 'Review',
  openReview: (level) => `Open the review of level ${n(level)}`,
  reviewStates: {
    replaced: 'drawn and replaced',
    recorded: 'drawn, without a review',
    assigned: 'not begun',
    'in-progress': 'under way',
    submitted: 'submitted',
    'written-off': 'will not be made',
  },
  closedFindings: (count) =>
    `${n(count)} ${plural('en', count, 'error is made good or closed', 'errors are made good or closed')}`,
  finding: 'Error',
  findingState: 'Restoration',
  findingDue: 'Due',
  overdueTag: 'overdue',
  nextCase: 'Next case',
  lastCase: 'All cases of the list are walked through this month.',
}
