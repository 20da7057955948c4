import { formatInteger } from '../../format/numbers.ts'
import type { draw as da } from '../da/draw.ts'

const n = (count: number) => formatInteger(count, 'en')
const stages = (count: number) => (count === 1 ? '1 case stage' : `${n(count)} case stages`)
const groups = (count: number) => (count === 1 ? '1 stratum' : `${n(count)} strata`)

export const draw: typeof da = {
  title: (level, name) => `Draw, level ${level}: ${name}`,
  answer: {
    'to-freeze': (eligible, count, wanted) =>
      `Nothing is drawn yet. ${stages(eligible)} in ${groups(count)} are eligible; the plan is to draw ${n(wanted)}.`,
    frozen: (eligible) =>
      `${stages(eligible)} are fixed, and nobody can choose among them any more. Lots can be drawn now.`,
    drawn: (drawn, eligible) =>
      `${n(drawn)} of ${stages(eligible)} were drawn by lot. Anyone can check it once the seed is public.`,
    'seed-published': (drawn, eligible) =>
      `${n(drawn)} of ${stages(eligible)} were drawn by lot. Anyone with the files can check it.`,
  },
  answerNewest: {
    'to-freeze': (eligible, count, wanted) =>
      `Nothing is taken yet. ${stages(eligible)} in ${groups(count)} can be taken; the plan is to take ${n(wanted)}, the newest first.`,
    frozen: (eligible) =>
      `${stages(eligible)} are fixed, and the dates decide which are the newest. They can be taken now.`,
    drawn: (drawn, eligible) =>
      `${n(drawn)} of ${stages(eligible)} were taken, the newest first. Anyone can check it once the seed is public.`,
    'seed-published': (drawn, eligible) =>
      `${n(drawn)} of ${stages(eligible)} were taken, the newest first. Anyone with the files can check it.`,
  },
  answerCensus: {
    'to-freeze': (eligible) => `Nothing is taken yet. All ${stages(eligible)} are to be reviewed.`,
    frozen: (eligible) => `${stages(eligible)} are fixed. All are taken, so no lots are drawn.`,
    drawn: (drawn, eligible) =>
      `${n(drawn)} of ${stages(eligible)} were taken: all are to be reviewed, none was chosen by lot.`,
    'seed-published': (drawn, eligible) =>
      `${n(drawn)} of ${stages(eligible)} were taken: all are to be reviewed, none was chosen by lot.`,
  },
  steps: 'The course of the draw',
  step: { freeze: 'Freeze the frame', draw: 'Draw the cases', publish: 'Publish the seed' },
  stepNow: 'next step',
  stepLater: 'later',
  closed:
    'An open round has anchor cases: old cases that are reviewed again without the reviewer knowing which they are. So for now only those who lead the audit see which cases were drawn, and how many. Once the round is closed, you all can. Digests and seed are open to all.',
  rule: 'The rule',
  chance: 'What one can conclude',
  fellOutHeading: 'Fell out',
  fellOutWhat:
    'Case stages of the period that cannot be taken, and the first part of the rule they do not meet.',

  waitingTitle: 'The level below is not drawn yet',
  waitingBody: (level) => `These cases are drawn from those of level ${level}. Draw that level first.`,
  waitingAction: (level) => `To the draw of level ${level}`,
  unreadableTitle: 'No cases can be drawn yet',
  nothingTitle: 'There are no cases to draw',

  freeze: 'Freeze the frame',
  freezeWhat:
    'Freezing keeps the eligible case stages as they are now, and the program makes a secret seed. Digests of both are public at once. Later imports do not change the draw.',
  freezeQuestion: (level) => `Freeze the frame of level ${level}?`,
  freezeConfirm: (eligible) =>
    `${stages(eligible)} are eligible. This cannot be undone: import first if cases are missing.`,
  freezeConfirmBelow: (level) => `Afterwards cases of level ${level} can no longer be replaced.`,
  draw: 'Draw the cases',
  drawWhat:
    'The draw follows from frame and seed alone. Drawn cases go to reviewers at once; nobody gets a case they took part in.',
  drawWhatNewest:
    'What is taken follows from the frame: the newest cases first, and between cases of one day the seed decides. They are given to reviewers at once; nobody gets a case they took part in.',
  drawQuestion: (level) => `Draw the cases of level ${level}?`,
  drawConfirm: (wanted) => `Up to ${stages(wanted)} are drawn and given to reviewers. This cannot be undone.`,
  publish: 'Publish the seed',
  publishWhat:
    'With the seed, anyone who has the frame can compute the draw again. Publish it when the cases are reviewed: it also tells which case is next in order.',
  publishQuestion: (level) => `Publish the seed of level ${level}?`,
  publishConfirm: 'This cannot be undone. Afterwards cases of the level can no longer be replaced.',
  actBy: 'An administrator or a staff lawyer does this.',
  roundClosed: 'The round is closed; its draw cannot be changed.',
  drawnDone: (drawn) => `${stages(drawn)} drawn and assigned.`,
  drawnUnassigned: (drawn, without) =>
    `${stages(drawn)} drawn. ${n(without)} have no reviewer yet: assign them by hand.`,
  publishedDone: 'The seed is public. The draw can be checked.',

  proofHeading: 'Digests',
  proofBefore:
    'Frame and seed were fixed before anyone knew the draw: change a single character of them and the digest no longer fits.',
  proofAfter: 'So nobody can have chosen the cases, neither before nor after the draw.',
  frameDigest: "The frame's digest (SHA-256)",
  seedDigest: "The seed's digest (SHA-256)",
  seed: 'The seed',
  seedHidden: 'secret until it is published',

  strataHeading: 'Strata',
  strataCaption: 'How many were eligible, wanted and drawn',
  group: 'Stratum',
  unit: 'Unit',
  eligible: 'Eligible',
  wanted: 'Wanted',
  drawn: 'Drawn',
  short: 'Too few cases',
  shortBy: (count) => `${n(count)} short`,
  shortNote: (count) =>
    count === 1
      ? '1 stratum has fewer cases than the plan wants; all of them are drawn there.'
      : `${n(count)} strata have fewer cases than the plan wants; all of them are drawn there.`,
  noShort: 'Every stratum has enough cases.',
  excluded: (count) =>
    count === 1
      ? '1 stratum is not part of the plan at this level.'
      : `${n(count)} strata are not part of the plan at this level.`,
  groupsOf: (unit, count) => `${unit}: ${groups(count)}`,
  wholeFrame: 'All case stages',
  total: 'Total',

  casesHeading: 'Drawn cases in order',
  casesCaption: 'Drawn and replaced cases',
  casesOwnUnits: 'You see the cases of your own units.',
  casesHidden: 'Which cases were drawn is seen by those who lead or make the audit.',
  case: 'Case',
  stage: 'Stage',
  order: 'No. in stratum',
  status: 'Status',
  review: 'Review',
  reviews: {
    assigned: 'not begun',
    'in-progress': 'in progress',
    submitted: 'submitted',
    'written-off': 'written off',
  },
  replaced: 'replaced',
  inForce: 'drawn',
  action: 'Action',
  showAll: (count) => `Show all ${n(count)}`,
  shown: (shown, count) => `${n(shown)} of ${n(count)} shown.`,
  allUnits: 'All units',
  replacementsNote: (count) => (count === 1 ? '1 case was replaced.' : `${n(count)} cases were replaced.`),
  replace: 'Replace',
  replaceCase: (caseId) => `Replace case ${caseId}`,
  replaceTitle: (caseId) => `Replace case ${caseId}?`,
  replaceWhat:
    'The case is taken out and the next of its stratum comes in. Only cases that cannot be reviewed may be replaced, never hard ones.',
  replaceReason: 'Why can the case not be reviewed?',
  replaceHint:
    'The reason is published with the draw and printed in the report. Do not describe the child or the family. E.g. "The case moved to another municipality".',
  replaceMissing: 'Write a reason.',
  replaceAction: 'Replace the case',
  replaceDone: (out, taken) => `Case ${out} was replaced by ${taken}.`,
  replaceAbove:
    'The level above builds on these cases, so none can be replaced. Note an irregularity instead.',

  filesHeading: 'Check the draw yourself',
  filesWhat:
    'Download the three files into one folder and run the command on any machine that has the program. It says whether the draw is right, and otherwise what differs.',
  filesBelow: (level) => `Also download DRAW.json of level ${level}, which it was drawn from.`,
  filesSeedLater: 'The seed can be downloaded once it is published.',
  filesHidden: 'DRAW.json and the frame can be downloaded by those who see all drawn cases.',
  downloadDraw: 'DRAW.json (the draw)',
  downloadFrame: 'frame.csv (the frame)',
  downloadSeed: 'seed.txt (the seed)',
  command: 'Command',
}
