import { plural } from '../../../core/language/plural.ts'
import type { tasks as danish } from '../da/tasks.ts'

export const tasks: typeof danish = {
  title: 'My tasks',
  resume: (caseId) => `Continue ${caseId}`,
  begin: (caseId) => `Begin ${caseId}`,
  weekHeading: 'My week',
  laterHeading: 'Later',
  weekSummary: (count: number, hours: string) =>
    plural(
      'en',
      count,
      `1 review is due this week (about ${hours}).`,
      `${count} reviews are due this week (about ${hours}).`,
    ),
  backlog: (hours: string) => `About ${hours} wait in all.`,
  basis: {
    own: 'The forecast rests on your own latest reviews.',
    level: 'The forecast rests on what the level usually takes; you have too few yet.',
    programme: "The forecast is the programme's, for there are too few reviews yet to build on.",
    mixed: "The forecast rests partly on your own reviews, partly on the level's or the programme's figures.",
  },
  critical: 'critical',
  overdue: 'overdue',
  toCalendar: 'Calendar and absence',
  openHeading: 'To review',
  openCaption: 'Cases that wait for your review, the most urgent first',
  submittedHeading: 'Submitted lately',
  submittedCaption: 'The reviews you submitted last',
  columns: {
    caseId: 'Case',
    stage: 'Stage',
    unit: 'Unit',
    level: 'Level',
    due: 'Due',
    age: 'Waited',
    progress: 'Answered',
    minutes: 'Forecast',
    submittedAt: 'Submitted',
    minutesUsed: 'Time used',
    next: 'See',
  },
  days,
  minutes: (minutes) => `${minutes} min`,
  progressOf: (caseId) => `Answered questions of ${caseId}`,
  toMerge: 'answers to merge',
  notBegun: 'not begun',
  ownCase: 'You took part in the case. It must be given to somebody else.',
  differences: 'Differences from the level below',
  differencesOf: (caseId) => `Differences in ${caseId}`,
  emptyTitle: 'You are up to date',
  emptyBody:
    'When a new draw gives you cases, they stand here. Until then you can see where the round is, or read the questions.',
  toRounds: 'See the rounds',
  youCan: 'What you can do here',
  can: {
    tasks: 'See what waits for you.',
    rounds: 'See how far each round is, and how its cases were drawn.',
    findings: 'See which errors the audit has found, and whether they are made good.',
    deadlines: 'See which deadlines are about to end, and which have passed.',
    learning: 'Follow the unit’s learning visits, strengths, proposals and goals.',
    actionPlans: 'Read the action plan and what has come of its initiatives.',
    appeals: 'See what the appeals board has decided, and what is learnt of it.',
    reports: 'Read the released reports.',
    calibrations: 'See your calibrations and answer training cases.',
    programmes: 'Read what is asked at each stage, and the law it rests on.',
    registry: 'Import finished case stages from the case system.',
    access: 'See who has access to what.',
  },
}

function days(count: number): string {
  return plural('en', count, '1 day', `${count} days`)
}
