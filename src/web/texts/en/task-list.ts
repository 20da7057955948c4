import { plural } from '../../../core/language/plural.ts'
import type { taskList as danish } from '../da/task-list.ts'

export const taskList: typeof danish = {
  nothing: 'Nothing waits for you.',
  summary: (rows, overdue, first) =>
    `${plural('en', rows, '1 task waits', `${rows} tasks wait`)} for you${
      overdue === 0 ? '' : `, ${overdue} overdue`
    }. Begin with: ${first}.`,
  heading: 'What you must do, in order',
  caption: 'What waits for you: what is overdue first, then by day',
  columns: { what: 'Task', count: 'Number', due: 'Next due', overdue: 'Overdue' },
  title: {
    critical: ({ name }) => `Critical case ${name}`,
    reviews: () => 'Cases for you to review',
    unassigned: () => 'Reviews that nobody has been given',
    'begin-restoring': () => 'Errors for you to begin to make good',
    'finish-restoring': () => 'Errors for you to finish making good; the citizen has been told',
    'case-deadlines': () => 'Deadlines in your cases the coming week',
    plan: ({ unit }) => `Errors without a plan in ${unit}`,
    approve: ({ unit }) => `Proposals not to make good${inUnit(unit)} that you may approve`,
    verify: ({ unit }) => `Errors made good${inUnit(unit)} that you may verify`,
    agreements: ({ name }) => `Agreements from the walk-through of case ${name}`,
    'approve-plans': ({ unit }) => `Safety plans in ${unit} that wait for your approval`,
    'judge-break-glass': () => 'Break-glass that waits for your judgement',
    'write-report': () => 'Drafts of reports to write and hand over',
    'check-report': () => 'Reports that wait for your legal check',
    'approve-report': () => 'Reports that wait for your approval',
    'release-report': () => 'Approved reports to release',
    disputes: () => 'Disputes that wait for your answer',
    calibration: ({ name }) => `Calibration: ${name}`,
    visit: ({ unit }) => `Learning visit to ${unit}`,
    'visit-minutes': ({ unit }) => `Learning visit to ${unit}: write the minutes`,
    'visit-points': ({ unit }) => `Open attention points in ${unit}`,
    initiative: ({ name }) => `Initiative: ${name}`,
    'initiative-news': ({ name }) => `Initiative: ${name}`,
    'goal-without-round': ({ unit }) => `Goals in ${unit} that no round can judge yet`,
    'goal-judged': ({ unit }) => `Goals in ${unit} that have just been judged`,
    feedback: () => 'New feedback on your cases',
  },
  note: {
    unassigned: 'Nobody at the level could take them without having had a part in the case.',
    plan: 'The day is the last on which they are to have a plan.',
    initiative: 'Write whether it has begun, or how it ends.',
    'initiative-news': 'Nothing new has been told for three months. Write how it goes.',
    'goal-without-round': 'The goal can be judged once a later round is planned.',
  },
  nextReview: (caseId) => `Next: ${caseId}`,
  day: (day) => `on ${day}`,
  dayPast: (day) => `was on ${day}`,
  today: 'Today you have',
  done: {
    reviews: (n, hours) =>
      plural('en', n, `submitted 1 review (${hours})`, `submitted ${n} reviews (${hours})`),
    restored: (n) => plural('en', n, 'made 1 error good', `made ${n} errors good`),
    verified: (n) => plural('en', n, 'verified 1 restoration', `verified ${n} restorations`),
    approved: (n) =>
      plural(
        'en',
        n,
        'approved that 1 error is not made good',
        `approved that ${n} errors are not made good`,
      ),
  },
  ways: 'Feedback',
  toFeedback: 'Feedback on my cases',
  toDisputes: 'Disputes over feedback',
  toCorrections: 'Corrections asked for',
}

function inUnit(unit: string): string {
  return unit === '' ? '' : ` in ${unit}`
}
