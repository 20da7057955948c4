import { formatInteger } from '../../format/numbers.ts'
import type { draw as da } from '../da/draw.ts'

const n = (count: number) => formatInteger(count, 'en')
const groups = (count: number) => (count === 1 ? '1 stratum' : `${n(count)} strata`)

export const draw: typeof da = {
  title: (level, name) => `Case selection, level ${level}: ${name}`,
  steps: 'The course of the selection',
  step: { freeze: 'Freeze the frame', publish: 'Publish the seed' },
  stepNow: 'next step',
  stepLater: 'later',
  closed:
    'An open round has anchor cases: old cases that are reviewed again without the reviewer knowing which they are. So for now only those who lead the audit see which cases are in, and how many. Once the round is closed, you all can. Digests and seed are open to all.',
  rule: 'The rule',
  chance: 'What one can conclude',
  fellOutHeading: 'Fell out',
  fellOutWhat:
    'Case stages of the period that cannot be taken, and the first part of the rule they do not meet.',

  waitingTitle: 'The level below has no cases yet',
  waitingBody: (level) => `These cases are taken from those of level ${level}. Begin with that level.`,
  waitingAction: (level) => `To the case selection of level ${level}`,
  unreadableTitle: 'No cases can be taken yet',
  nothingTitle: 'There are no cases to take',

  freeze: 'Freeze the frame',
  freezeQuestion: (level) => `Freeze the frame of level ${level}?`,
  freezeConfirmBelow: (level) => `Afterwards cases of level ${level} can no longer be replaced.`,
  publish: 'Publish the seed',
  publishQuestion: (level) => `Publish the seed of level ${level}?`,
  actBy: 'An administrator or a staff lawyer does this.',
  roundClosed: 'The round is closed; its cases cannot be changed.',
  publishedDone: 'The seed is public. Anyone can check it now.',

  proofHeading: 'Digests',
  frameDigest: "The frame's digest (SHA-256)",
  seedDigest: "The seed's digest (SHA-256)",
  seed: 'The seed',
  seedHidden: 'secret until it is published',

  strataHeading: 'Strata',
  unitsHeading: 'Units',
  group: 'Stratum',
  unit: 'Unit',
  short: 'Too few cases',
  shortBy: (count) => `${n(count)} short`,
  noShort: 'Every stratum has enough cases.',
  excluded: (count) =>
    count === 1
      ? '1 stratum is not part of the plan at this level.'
      : `${n(count)} strata are not part of the plan at this level.`,
  groupsOf: (unit, count) => `${unit}: ${groups(count)}`,
  wholeFrame: 'All case stages',
  total: 'Total',

  casesOwnUnits: 'You see the cases of your own units.',
  casesHidden: 'Which cases are in is seen by those who lead or make the audit.',
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
  action: 'Action',
  showAll: (count) => `Show all ${n(count)}`,
  shown: (shown, count) => `${n(shown)} of ${n(count)} shown.`,
  allUnits: 'All units',
  replacementsNote: (count) => (count === 1 ? '1 case was replaced.' : `${n(count)} cases were replaced.`),
  replace: 'Replace',
  replaceCase: (caseId) => `Replace case ${caseId}`,
  replaceTitle: (caseId) => `Replace case ${caseId}?`,
  replaceReason: 'Why can the case not be reviewed?',
  replaceHint:
    'The reason is published with the draw and printed in the report. Do not describe the child or the family. E.g. "The case moved to another municipality".',
  replaceMissing: 'Write a reason.',
  replaceAction: 'Replace the case',
  replaceDone: (out, taken) => `Case ${out} was replaced by ${taken}.`,
  replaceAbove:
    'The level above builds on these cases, so none can be replaced. Note an irregularity instead.',

  filesHeading: 'Check it yourself',
  filesWhat:
    'Download the three files into one folder and run the command on any machine that has the program. It says whether all is right, and otherwise what differs.',
  filesBelow: (level) => `Also download DRAW.json of level ${level}, which it was drawn from.`,
  filesSeedLater: 'The seed can be downloaded once it is published.',
  filesHidden: 'DRAW.json and the frame can be downloaded by those who see all the cases.',
  downloadDraw: 'DRAW.json (the record)',
  downloadFrame: 'frame.csv (the frame)',
  downloadSeed: 'seed.txt (the seed)',
  command: 'Command',

  handOverHeading: 'Hand the cases over to others',
  handOverWhat:
    'If the appeals board (Ankestyrelsen), the Task Force or others are to look at the cases, download the list of them. With it comes how they were chosen, and check-sums that the recipient can check. The list names no caseworkers.',
  downloadHandOver: 'List, explanation and check-sums (ZIP)',
}
