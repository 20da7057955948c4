import { plural } from '../../../core/language/plural.ts'
import { formatInteger } from '../../format/numbers.ts'
import type { caseflow as danish } from '../da/caseflow.ts'

const n = (count: number) => formatInteger(count, 'en')

export const caseflow: typeof danish = {
  title: 'What is about to be late?',
  question: 'Deadlines in the cases: what ends first comes first.',
  punctuality: (what, late, due) => `${what}: ${n(late)} of ${n(due)} were late in the last 30 days.`,
  upcoming: (count, days) =>
    count === 0
      ? `No deadline ends ${days === 1 ? 'within a day' : `in the next ${n(days)} days`}.`
      : `${n(count)} ${plural('en', count, 'deadline ends', 'deadlines end')} ${days === 1 ? 'within a day' : `in the next ${n(days)} days`}.`,
  overdue: (count) =>
    count === 0
      ? 'No deadline has passed.'
      : `${n(count)} ${plural('en', count, 'deadline has', 'deadlines have')} passed and ${plural('en', count, 'is', 'are')} still not met.`,
  import: 'Import events',
  judging: (count) =>
    `The deadlines of ${n(count)} ${plural('en', count, 'case', 'cases')} are being worked out again.`,
  none: 'There are no events yet',
  noneBody:
    'Deadlines are worked out from events of the case system, such as when a notification came in and when it was assessed. An administrator imports them.',
  noneYours: 'No deadlines to show',
  noneYoursBody:
    'This page shows deadlines in the cases you may see. If some are missing, ask an administrator whether the cases carry your initials or your unit in the case system.',
  noneFiltered: 'No deadline fits',
  noneFilteredBody: 'Choose fewer filters, or look further ahead.',
  filters: {
    within: 'Ends within',
    state: 'State',
    unit: 'Unit',
    caseworker: 'Caseworker',
    rule: 'Deadline',
  },
  withinDays: (days) => (days === 1 ? 'a day' : `${n(days)} days`),
  runningOrOpen: 'not met yet',
  states: {
    running: 'running',
    open: 'passed',
    met: 'met in time',
    late: 'met too late',
    'cannot-tell': 'cannot be told',
    'not-applicable': 'does not apply',
  },
  sections: {
    running: 'Ending soon',
    open: 'Passed and not met',
    met: 'Met in time',
    late: 'Met too late',
    'cannot-tell': 'Cannot be told',
    'not-applicable': 'Does not apply',
  },
  columns: {
    case: 'Case',
    rule: 'Deadline',
    unit: 'Unit',
    caseworker: 'Caseworker',
    due: 'Ends',
    done: 'Met',
    state: 'State',
  },
  unknown: 'unknown',
  at: (day, time) => `${day} at ${time}`,
  started: (day) => `Runs from ${day}`,
  leftHours: (hours) =>
    hours < 1 ? 'less than an hour left' : `${n(hours)} ${plural('en', hours, 'hour', 'hours')} left`,
  leftDays: (days) => (days < 1 ? 'ends today' : `${n(days)} ${plural('en', days, 'day', 'days')} left`),
  /** Hours are not counted by the thousand. */
  lateHours: (hours) =>
    hours < 72
      ? `${n(Math.ceil(hours))} ${plural('en', Math.ceil(hours), 'hour', 'hours')} over`
      : `${n(Math.floor(hours / 24))} days over`,
  lateDays: (days) => `${n(days)} ${plural('en', days, 'day', 'days')} over`,
  basis: 'Legal basis',
  confidence: 'How sure we are of the rule',
  confidences: {
    verified: 'checked in the text of the law',
    partial: 'checked in part',
    memory: 'written from memory, not checked',
  },
  note: 'Note',
  caseTitle: (caseId) => `Case ${caseId}`,
  caseStanding: (open, running, late) =>
    `${n(open)} ${plural('en', open, 'deadline has', 'deadlines have')} passed and ${plural('en', open, 'is', 'are')} not met, ${n(running)} ${plural('en', running, 'is', 'are')} running${late === 0 ? '' : `, ${n(late)} ${plural('en', late, 'was', 'were')} met too late`}.`,
  deadlinesHeading: 'Deadlines',
  eventsHeading: 'What has happened',
  eventsCaption: 'Events of the case, the oldest first',
  event: 'Event',
  when: 'When',
  child: 'Child',
  childNumber: (number) => `Child ${n(number)}`,
  asksNothing: (count) =>
    `${n(count)} ${plural('en', count, 'rule asks nothing here', 'rules ask nothing here')}`,
  pages: 'Pages',
  page: (page, pages) => `Page ${n(page)} of ${n(pages)}`,
  previous: 'Previous page',
  next: 'Next page',
}
