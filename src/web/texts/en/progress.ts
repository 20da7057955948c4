import { plural } from '../../../core/language/plural.ts'
import type { progress as da } from '../da/progress.ts'

export const progress: typeof da = {
  title: 'Progress',
  rounds: 'Rounds',
  nothingDrawn: 'No cases are drawn yet.',
  conclusion: (submitted, drawn, writtenOff) =>
    writtenOff > 0
      ? submitted === drawn
        ? `${submitted} submitted, ${writtenOff} written off.`
        : `${submitted} of ${drawn + writtenOff} reviews are submitted, ${writtenOff} written off.`
      : submitted === drawn
        ? `All ${drawn} reviews are submitted.`
        : `${submitted} of ${drawn} reviews are submitted.`,
  restsOn: (basis, drawn, closed) =>
    closed
      ? `The round’s figures rest on ${basis} of ${drawn} drawn reviews. The others were written off, and the figures say nothing about them.`
      : `The round’s figures can rest on ${basis} of ${drawn} drawn reviews at most. The others were written off, and the figures say nothing about them.`,
  emptyTitle: 'Nothing to show yet',
  emptyBody: 'Once a level is drawn you can follow here how far it is.',
  level: (level, title) => `Level ${level}: ${title}`,
  levelTitle: 'Level',
  unit: 'Unit',
  endHeading: 'When will the round be done?',
  endCaption: 'Each level’s standing, plan and expected end',
  plan: 'The plan',
  noPlan: 'no due date set',
  dueOn: (day) => `Last due date ${day}.`,
  plannedByToday: (n) => `By the plan ${n} should be submitted today.`,
  end: 'Expected end',
  endUndrawn: 'cannot be told before the level is drawn',
  notDrawn: 'not drawn',
  done: 'done',
  doneOn: (day) => `Done on ${day}.`,
  tooFew: (n, days) =>
    n === 0
      ? `Cannot be told: nothing was submitted in the last ${days} working days.`
      : `Cannot be told: only ${n} ${plural('en', n, 'review was', 'reviews were')} submitted in the last ${days} working days.`,
  about: (day) => `About ${day}`,
  between: (earliest, latest) =>
    latest === null
      ? `${earliest} at the earliest; how late cannot be told.`
      : earliest === latest
        ? 'Hardly another day.'
        : `Between ${earliest} and ${latest}.`,
  pace: (pace) => `Pace: ${pace} a day.`,
  endNote: (days) =>
    `From the pace of the last ${days} working days, if it goes on. The range holds in four cases of five. Cases without a reviewer and holidays are not allowed for.`,
  states: {
    drawn: 'Drawn',
    unassigned: 'Without reviewer',
    given: 'Not begun',
    begun: 'Begun',
    returned: 'Sent back',
    submitted: 'Submitted',
    writtenOff: 'Written off',
  },
  times: { minutesUsed: 'Used', minutesLeft: 'Left, about' },
  statesCaption: (name) => `${name}, by unit`,
  progressOf: (name) => `Submitted, ${name}`,
  hoursNote: (minutes, assumed) =>
    assumed
      ? `What is left is reckoned at the programme’s ${Math.round(minutes)} minutes a review. Reviews written off were drawn too, but are not left.`
      : `What is left is reckoned at ${Math.round(minutes)} minutes a review, as the round’s reviews have taken so far. Reviews written off were drawn too, but are not left.`,
  chartLabel: (name, drawn, submitted, due) =>
    `${name}: ${submitted} since the draw on ${drawn}${due === null ? '' : `; the plan is all by ${due}`}. The figures are in the table below.`,
  submittedOf: (submitted, drawn, writtenOff) =>
    writtenOff > 0
      ? `${submitted} of ${drawn + writtenOff} submitted, ${writtenOff} written off`
      : `${submitted} of ${drawn} submitted`,
  writtenOffCount: (n) => `${n} written off`,
  today: 'today',
  keySubmitted: 'submitted in all',
  keyPlan: 'evenly to the last due date',
  asTable: 'Show the figures',
  daysCaption: (name) => `${name}, day by day`,
  noneSubmitted: 'Nothing is submitted yet.',
  day: 'Day',
  added: 'Submitted',
  sum: 'In all',
  planned: 'By the plan',
  stuckHeading: 'What stands still?',
  stuckCaption: 'Reviews that stand still',
  stuckWhat: 'These reviews will hardly go on by themselves.',
  toAssignment: 'Assign them',
  noneStuck: 'Nothing stands still',
  noneStuckBody: (days) =>
    `Every review has a reviewer, none is overdue, and none that was begun has been left for ${days} working days.`,
  firstOf: (shown, total) => `The first ${shown} of ${total} are shown.`,
  stuckNote: (quiet, returned) =>
    `Listed are reviews without a reviewer, overdue, begun but untouched for ${quiet} working days, or sent back and untouched for ${returned}.`,
  case: 'Case',
  why: 'Why',
  reasons: {
    unassigned: 'Without reviewer',
    returned: 'Sent back and not taken up',
    overdue: 'Overdue',
    quiet: 'Begun and left',
  },
  overdueSince: (day) => `Was due ${day}`,
  lastTouched: 'Last touched',
  reviewers: 'Reviewers',
}
