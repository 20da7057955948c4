import { formatInteger } from '../../format/numbers.ts'
import type { unitCycle as da } from '../da/unit-cycle.ts'

const print = (count: number) => formatInteger(count, 'en')
const plural = (count: number, one: string, other: string) => `${print(count)} ${count === 1 ? one : other}`

export const unitCycle: typeof da = {
  steps: {
    plan: 'Action plan',
    audit: 'Audit',
    learning: 'Learning',
    implementation: 'Implementation',
    evaluation: 'Evaluation',
  },
  cycle: 'The unit’s place in the audit’s cycle',
  states: {
    done: 'done',
    current: 'under way',
    'in-force': 'in force',
    left: 'something is open',
    again: 'comes again after the round',
    upcoming: 'comes later',
  },
  nextIs: (what) => `Next: ${what}.`,
  laterIs: (what) => `Also: ${what}.`,
  laterAre: 'Also:',
  later: (what) => `${what}.`,
  next: {
    'restore-overdue': 'errors that are overdue are made good',
    'publish-plan': 'the municipality’s action plan is published',
    'first-round': 'the first round is opened',
    'finish-reviews': 'the unit’s remaining reviews are submitted',
    'await-closing': 'the round is closed; no review of the unit is missing',
    'plan-visit': 'a learning visit is planned',
    'hold-visit': 'the learning visit is held',
    'note-visit': 'a visit whose day has passed is noted as held or cancelled',
    'make-good': 'the errors that were found are made good',
    'settle-points': 'the learning visit’s attention points are finished',
    'set-goal': 'a local goal is set, so that the next round can show whether it is reached',
    'next-round': 'the next round shows whether the goals are reached',
  },
  act: {
    'restore-overdue': 'See the overdue errors',
    'plan-visit': 'Plan a learning visit',
    'hold-visit': 'Go to the visit',
    'note-visit': 'Note the visit',
    'make-good': 'See the errors',
    'settle-points': 'See the points',
    'set-goal': 'Set a goal',
    'publish-plan': 'Go to action plans',
  },
  noPlan: 'The municipality has no published action plan.',
  plan: (title, label, day) => `${title}, version ${label}, published ${day}.`,
  initiatives: (all, own, running, done) =>
    `${plural(all, 'initiative', 'initiatives')}, ${own === 0 ? 'none owned by the unit' : `${print(own)} owned by the unit`}: ${print(running)} running, ${done} done.`,
  late: (count) => `${plural(count, 'initiative is', 'initiatives are')} late`,
  noRound: 'There has been no round.',
  roundOpen: (round) => `${round} is under way.`,
  roundClosed: (round, day) => `${round} was closed on ${day}.`,
  reviews: (submitted, drawn) =>
    drawn === 0
      ? 'None of the unit’s cases was drawn.'
      : `${print(submitted)} of ${print(drawn)} reviews of the unit’s cases are submitted.`,
  nextRound: (round, day) => `Next round: ${round}, cases until ${day}.`,
  toProgress: 'Progress',
  lastVisit: 'Last learning visit',
  nextVisit: 'Next learning visit',
  nextSameDay: 'Another learning visit the same day',
  unnoted: 'Not noted as held or cancelled',
  noVisit: 'The unit has had no learning visit.',
  noNext: 'No visit is planned.',
  strengths: (count) => plural(count, 'strength', 'strengths'),
  proposals: (count) => plural(count, 'four-box proposal', 'four-box proposals'),
  points: (open) =>
    open === 0
      ? 'No open attention points from learning visits.'
      : `${plural(open, 'open attention point', 'open attention points')} from learning visits.`,
  findings: (open, restored) =>
    `${plural(open, 'error is', 'errors are')} still to be restored or closed with an approved ground; ${print(restored)} are restored and verified.`,
  findingsSealed:
    'These are the errors that you can see now. Errors of a round under way are shown when its seal allows it, at the latest when the round is closed; a colleague may therefore see another number.',
  noFindings: 'No errors are open.',
  overdue: (count) => `${print(count)} overdue`,
  putOffLate: (count) => `${print(count)} put off or reopened after their day had passed`,
  toFindings: 'See the errors',
  goals: (waiting, met, notMet, cannotTell) =>
    waiting + met + notMet + cannotTell === 0
      ? 'The unit has no local goals.'
      : `Local goals: ${print(met)} met, ${print(notMet)} not met, ${print(cannotTell)} cannot be told with so few cases, ${print(waiting)} wait for a round.`,
  toGoals: 'See the goals',
  failed: (round) => `What most often was not compliant in ${round}`,
  failedNone: 'No requirement was broken more than once in the unit’s cases.',
  noClosed: 'When a round is closed, what most often was not compliant stands here.',
  noFigures: 'The unit has no figures in the round.',
  fromStrengths: 'What goes well',
  allStrengths: 'All strengths',
  noStrengths: 'No examples yet.',
}
