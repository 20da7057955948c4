import { plural } from '../../../core/language/plural.ts'
import { formatInteger } from '../../format/numbers.ts'
import type { rounds as da } from '../da/rounds.ts'

const n = (count: number) => formatInteger(count, 'en')
const reviews = (count: number) => plural('en', count, '1 review', `${n(count)} reviews`)

export const rounds: typeof da = {
  listTitle: 'Rounds',
  listQuestion: 'Which audits are under way, and which are finished?',
  listCaption: 'Rounds, newest first',
  none: 'No rounds yet',
  noneBody:
    "A round gathers a programme's draws and reviews for a period. Once it is open, its cases are found level by level.",
  noneWait: 'An administrator or a staff lawyer opens the first round.',
  open: 'Open a round',
  compare: 'Compare',
  round: 'Round',
  period: 'Period',
  programme: 'Programme',
  state: 'State',
  progress: 'Reviews',
  states: { planned: 'planned', open: 'under way', closed: 'closed' },
  notDrawn: 'no cases yet',
  submittedOf: (submitted, drawn) =>
    `${n(submitted)} of ${n(drawn)} ${plural('en', drawn, 'review is', 'reviews are')} submitted`,
  allSubmitted: (drawn) =>
    plural('en', drawn, 'The only review is submitted', `All ${n(drawn)} reviews are submitted`),
  writtenOffCount: (count) => `${n(count)} written off`,
  restWrittenOff: (submitted, writtenOff) => `${n(submitted)} submitted, ${n(writtenOff)} written off`,
  restsOn: (basis, drawn, closed) =>
    closed
      ? `The round’s figures rest on ${n(basis)} of ${n(drawn)} drawn reviews. The others were written off, and the figures say nothing about them.`
      : `The round’s figures can rest on ${n(basis)} of ${n(drawn)} drawn reviews at most. The others were written off, and the figures say nothing about them.`,
  progressOf: (title) => `Submitted reviews, ${title}`,

  position: {
    closed: (when) => `The round was closed on ${when}.`,
    nothingDrawn: 'No cases yet.',
    readyToClose: 'The round can be closed.',
  },
  cycle: 'The course of the round',
  levelNumber: (level) => `Level ${level}`,
  closing: 'Closing',
  stepStates: { waiting: 'waits for the level below', frozen: 'frame is frozen' },
  stepReviewed: (submitted, drawn) => `${n(submitted)} of ${n(drawn)} submitted`,
  stepClosed: 'closed',
  stepOpen: 'when all is submitted',

  nextHeading: 'What is next',
  nextFreeze: (level) => `Freeze the frame of level ${level}`,
  nextDrawBy: 'An administrator or a staff lawyer does this.',
  missing: (level, who, count, unit, ofUnit) =>
    `Level ${level} (${who}): ${reviews(count)} missing, most in ${unit} (${n(ofUnit)}).`,
  missingOne: (level, who, count, unit) => `Level ${level} (${who}): ${reviews(count)} missing in ${unit}.`,
  toAssignment: 'See the assignment: who reviews what',
  unassigned: (count) =>
    plural(
      'en',
      count,
      '1 case has no reviewer, because everyone at the level took part in it or nobody holds the role. Assign it by hand.',
      `${n(count)} cases have no reviewer, because everyone at the level took part in them or nobody holds the role. Assign them by hand.`,
    ),
  nextClose: 'Everything is submitted. The round can be closed.',

  levelsHeading: 'Levels, hours and case selection',
  levelsCaption: "Each level's cases, reviews and time",
  level: 'Level',
  draw: 'Case selection',
  levelStates: {
    waiting: 'waiting',
    'to-freeze': 'can be frozen',
    frozen: 'frozen',
  },
  drawn: 'Cases',
  submitted: 'Submitted',
  writtenOff: 'Written off',
  hoursUsed: 'Time used',
  hoursLeft: 'Time left',
  seeDraw: (level) => `The draw of level ${level}`,
  hoursNote: (each) =>
    `Time used are the minutes the reviewers stated. Time left is the programme's planned time per case (${each}) for what is not submitted.`,
  minutesEach: (level, minutes) => `level ${level}: ${n(minutes)} min`,
  undrawnNote: (levels) => `The cases of level ${levels}, not drawn yet, come on top.`,

  unitsHeading: 'How far are the units?',
  findingsHeading: 'Errors and restoration',
  findingsBody:
    'Every error that reviews find is followed until it is made good, or the reason why not is given.',
  toFindings: 'See the round’s errors',
  toProgress: 'Progress: expected end, hours and what stands still',
  unitsCaption: 'Submitted of all reviews, by unit and level',
  unit: 'Unit',
  noDraw: 'none',
  unitsEmpty: 'Figures appear once level 1 has cases.',

  factsHeading: 'About the round',
  baseline: 'Compared with',
  noBaseline: 'nothing; it is the first measurement',
  openedAt: 'Opened',
  results: 'Results',
  report: 'Report',
  planNext: 'Plan the next round',
  programmeStatus: "The programme's reservation",

  irregularitiesHeading: 'Irregularities',
  irregularitiesIntro: 'What deviated from the plan, and why. It is printed in the report.',
  irregularitiesNone: 'None noted.',
  irregularityAdd: 'Note an irregularity',
  irregularityDa: 'What deviated, and why? (in Danish)',
  irregularityHint:
    'Name nobody: no name, CPR number or case number, and nothing about child or family. The text is printed in the public report and cannot be deleted.',
  irregularityEn: 'The same in English',
  irregularityMissing: 'Write what deviated.',
  irregularitySave: 'Note it',
  irregularitySaved: 'Noted.',

  closeHeading: 'Close the round',
  closeWhat: 'A closed round cannot be changed. Its results are final and can be compared with.',
  closeMissing: 'Before the round can be closed:',
  closeMissingLevel: (level, title) => `level ${level} (${title}) lacks its cases`,
  closeMissingReviews: (level, count) => `${reviews(count)} of level ${level} must be submitted`,
  closeAction: 'Close the round',
  closeQuestion: 'Close the round?',
  closeConfirm: 'This cannot be undone. Nobody can draw, replace or answer in the round afterwards.',

  newTitle: 'Open a round',
  newQuestion: 'What is to be audited, and for which period?',
  newProgramme: 'Programme',
  newProgrammeHint: 'The round uses the newest version and keeps it, even when the programme changes later.',
  newChoose: 'Choose a programme',
  newPeriod: 'Period',
  newPeriodHint: 'Case stages completed in the period can come in. Both days count.',
  newQuarter: (quarter, year) => `Quarter ${quarter} of ${year}`,
  newFrom: 'From',
  newTo: 'To',
  newNotOver: (last) =>
    `The period is not over. Case stages that finish after the frame is frozen, up to ${last}, will be missed. Wait until the period has ended, or choose an earlier one.`,
  newOverlap: (title) =>
    `There is already a round in those days: ${title}. A case may come in in both, and this is noted as an irregularity.`,
  newKey: "The round's id",
  newKeyHint: 'Short, without spaces, e.g. 2026q3. It is part of the draw and cannot be changed.',
  newTitleDa: 'Title in Danish',
  newTitleEn: 'Title in English',
  suggestedTitle: (quarter, year) => `Audit round, quarter ${quarter} of ${year}`,
  newBaseline: 'Compare with',
  newBaselineHint: 'The round from which progress and decline are measured (the baseline).',
  newNoBaseline: 'Nothing; this round is the first measurement',
  newSubmit: 'Open the round',
  newNoProgrammes: 'There are no programmes to open a round on. An administrator adds one first.',
  newNotPermitted: 'Your role cannot open a round. An administrator or a staff lawyer can.',
  errors: {
    programme: 'Choose a programme.',
    periodFrom: 'Choose the first day.',
    periodTo: 'Choose the last day.',
    order: 'The period ends before it begins. Mend one of the dates.',
    key: 'Write an id, e.g. 2026q3.',
    titleDa: 'Write a title in Danish.',
    titleEn: 'Write a title in English.',
  },
}
