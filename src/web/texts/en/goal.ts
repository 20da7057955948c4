import { plural } from '../../../core/language/plural.ts'
import type { goal as da } from '../da/goal.ts'

export const goal: typeof da = {
  title: 'Goals',
  titleOf: (unit) => `Goals of ${unit}`,
  titleMine: 'Goals of my units',
  titleAll: 'Goals of all units',
  questionOfOne: 'Which goals has the unit set, and were they reached?',
  proposal: 'From the proposal',
  fromProposal: 'From the four-box proposal:',
  question: 'Which goals have the units set, and were they met?',
  emptyTitle: 'There are no goals yet',
  emptyBody:
    'A goal says what share the unit wants to reach on a question, a stage or all stages. It is judged by itself once the round it is meant for has closed.',
  newGoal: 'Set a goal',
  caption: 'Goals, the newest first',
  unit: 'Unit',
  allUnits: 'All units',
  aim: 'Goal for',
  target: 'At least',
  stood: 'Started from',
  now: 'When judged',
  round: 'Judged at',
  standing: 'How did it go?',
  all: 'All stages together',
  wholeStage: (stage) => `${stage}, together`,
  verdicts: { met: 'met', 'not-met': 'not met', 'cannot-tell': 'cannot be told' },
  waiting: 'waits for the round',
  noRound: 'no round yet',
  withdrawn: 'withdrawn',
  provisional: 'provisional',
  nextRound: 'the next round',
  judgedOf: (n) =>
    plural(
      'en',
      n,
      'One goal has been judged. A goal that is not met may come out as met by chance too; that happens to about 3 in 100 at most.',
      `${n} goals have been judged. Goals that are not met may come out as met by chance too; that happens to about 3 in 100 at most. So look at them together, not at the best alone.`,
    ),

  pageQuestion: (target) => `Does the unit reach at least ${target}?`,
  verdictWords: {
    met: (target) =>
      `The goal of ${target} is met: even the lower end of the interval lies at or above the goal.`,
    'not-met': (target) =>
      `The goal of ${target} is not met: even the upper end of the interval lies below the goal.`,
    'too-few': (target) =>
      `Whether the goal of ${target} is met cannot be told. With so few cases the goal lies within what the figure may be.`,
    'no-answers': 'It cannot be told, for the unit had no cases in the round to which the question applied.',
    'asked-otherwise':
      'It cannot be told, for the round asked in another way than the one the goal was set from.',
  },
  notFinal: 'The round is still open. Once it is closed the judgement stays.',
  waitingWords: (round) =>
    `The goal is judged by itself when the results of ${round} are open. Until then they are sealed for everybody.`,
  noRoundWords:
    'There is no round to judge the goal at yet. It will be the first round with cases finished after the goal was set.',
  withdrawnWords: (reason) => `The goal has been withdrawn: ${reason}`,
  numbers: 'The numbers',
  numbersCaption: 'Starting point, goal and result',
  when: 'When',
  share: 'Share',
  interval: '95% interval',
  answersBehind: 'Answers behind it',
  casesBehind: 'Cases behind it',
  basis: (round) => `Started from: ${round}`,
  result: (round) => `Result: ${round}`,
  aimRow: 'The goal',
  countOf: (numerator, denominator) => `${numerator} of ${denominator}`,
  whyHeading: 'Why this goal?',
  facts: 'About the goal',
  setBy: 'Set by',
  setOn: 'Set on',
  notKnown: 'unknown',
  luckHeading: 'What would chance alone do?',
  luck: (stood, expected) =>
    `What is chosen because it is low is often low partly by chance, and so comes out higher the next time by itself. The unit stood at ${stood}. Even if nothing changes, about ${expected} is to be expected at the next round. Only what lies clearly above that can be your own doing.`,
  luckHigh: (stood, expected) =>
    `The unit stood at ${stood}, higher than most else. Even if nothing changes, about ${expected} is to be expected at the next round, since the highest is partly luck.`,
  luckUnknown:
    'What is chosen because it is low often comes out higher the next time by itself. By how much cannot be said here.',
  fewerQuestions: (shared, all) =>
    `Judged on ${shared} of ${all} questions: the two rounds did not ask the others in the same way.`,
  began: 'Some of the round’s cases were finished before the goal was set. The goal cannot have moved those.',
  method: 'How a goal is judged',
  methodBody: [
    'The goal is held against the same figure and the same 95% interval that the results page shows for the unit. Met: the lower end is at least the goal. Not met: the upper end is below the goal. Otherwise it cannot be told.',
    'Where all cases were reviewed there is no uncertainty, and the goal is either met or not.',
    'A goal cannot be changed, and once it is judged it cannot be withdrawn. Otherwise only the goals that were met would remain.',
  ],
  withdraw: 'Withdraw the goal',
  withdrawTitle: 'Withdraw the goal?',
  withdrawBody: 'The goal stays with the reason but is not judged. This cannot be undone.',
  withdrawReason: 'Why?',
  withdrawMissing: 'Write a reason.',

  newTitle: 'Set a goal',
  newQuestion: 'What does the unit want to reach, and can it be seen?',
  noClosed: 'There is no closed round yet. A goal is set from the results of a round.',
  base: 'Start from',
  baseHint: 'The closed round that the goal is set from.',
  which: 'Goal for',
  whichHint: 'The unit’s share in the round stands beside each choice.',
  composites: 'Stages as a whole',
  targetLabel: 'Goal: at least so many per cent',
  targetMissing: 'Write a whole number from 1 to 100.',
  why: 'Why this goal?',
  whyHint: 'Write no names. The whole unit reads it.',
  whenJudged: 'Judged at',
  prospect: 'Can it be seen?',
  expected: (n) => `If the next sample is as large, the figure rests on about ${n} cases or answers.`,
  canTell: (meet, miss) =>
    `Then the round will very probably say "met" if the unit really lies at ${meet} or above, and "not met" if it lies at ${miss} or below. In between it often cannot be told.`,
  onlyMeet: (meet) =>
    `Then the round will very probably say "met" if the unit really lies at ${meet} or above. It can never say "not met".`,
  neverMet: (miss) =>
    `So small a sample can never show that the goal is met, not even if everything is right. At most it can show that it is not met, if the unit lies at ${miss} or below. Choose a stage or all stages together instead.`,
  never:
    'So small a sample can show neither that the goal is met nor that it is not. Choose a stage or all stages together instead.',
  census:
    'All cases were reviewed, so the goal can be told without uncertainty if that happens next time too.',
  luckShort: (expected) => `Even if nothing changes, about ${expected} is to be expected next time.`,
  save: 'Set the goal',
  saveNote: 'The goal cannot be changed afterwards, only withdrawn before it is judged.',

  visitHeading: 'The unit’s goals',
  visitNone: 'The unit has no goals. A goal can be set from a closed round.',
  seeAll: 'See all goals',
}
