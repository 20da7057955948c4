import type { results as danish } from '../da/results.ts'
import { counted } from '../counted.ts'

export const results: typeof danish = {
  title: (round) => `Results: ${round}`,
  firstRound: 'The round is the first of its kind, so there is nothing to compare with yet.',
  noComparison: 'No questions can be compared with the baseline here.',
  muchMissing:
    'More than a tenth of the drawn cases are not reviewed, in the round or in the baseline, so the figures may mislead.',
  ofStage: (stage) => `${stage}:`,
  sharedOfStage: 'the requirements that both rounds asked alike',
  allStagesOnly: 'This section is of all stages, also where one is chosen.',
  toFindings: 'See the single errors and whether they are made good',
  toReport: 'To the report',
  downloadAnalysis: 'Download all figures (JSON)',
  downloadData: 'Download all answers (XLSX)',
  unitReport: (unit: string) => `Report to ${unit}`,
  unitReportWhat:
    'For the unit’s own meeting and the learning visit: what succeeds first; then what is worth looking at together, and what has become of the errors. No other unit stands in it.',
  unitReportAs: { pdf: 'Download PDF', docx: 'Download Word', pptx: 'Download PowerPoint' },
  unitReportMade: (name: string) => `${name} is downloaded.`,
  dataRecipient: 'Recipient of the round as data',
  dataRecipientHint: 'With a recipient the cases bear code numbers that only this recipient’s files have.',
  downloadDataCsv: 'Download all answers (CSV)',
  rounds: 'Rounds',
  onThisPage: 'On this page',
  provisional: 'Provisional figures',
  provisionalBody: (levels) =>
    `All cases are drawn and submitted (${levels}), but the round is not closed yet. Until then the figures are provisional.`,
  levelCount: (level, count) => `level ${level}: ${count}`,
  seal: {
    title: 'The results are still sealed',
    body: 'The round is open, and some cases are not drawn or not submitted. Until they are, nobody can see what was answered, not even summed up: if one review came in between two looks, the difference would show the answers on a single case. The seal is broken for everyone at once when all levels are drawn and submitted, or when the round closes.',
    waiting: 'What is missing',
    notDrawn: 'The cases are not drawn yet.',
    level: (level, title) => `Level ${level}, ${title}`,
    progress: (level) => `Submitted at level ${level}`,
    action: 'See how far the round is',
  },
  empty: {
    title: 'No results yet',
    body: 'No review of the round has been submitted, so there is nothing to show.',
    action: 'See how far the round is',
  },
  filters: {
    unit: 'Unit',
    wholeMunicipality: 'The whole municipality',
    stage: 'Stage',
    allStages: 'All stages',
    questions: 'Questions',
    allQuestions: 'All questions',
    onlyBaseline: 'The baseline set only',
  },
  overall: (now, before, shared) =>
    before === null
      ? `Taken together, the average case met ${now} of ${shared ?? 'the requirements'}.`
      : `Taken together, the average case met ${now} of ${shared ?? 'the requirements'}. At the baseline it was ${before}.`,
  measuredAt: (level, title) => `Change is measured at level ${level}, ${title}.`,
  strip: {
    heading: 'What can be concluded?',
    certain: 'This can be concluded',
    watch: 'This should be watched',
    watchNote: (chance) =>
      `Had nothing changed, ${chance} of all the questions tested would still stand out. Hold that number against all that rose clearly, fell clearly or are to be watched.`,
    about: (count) => `about ${count}`,
    fewerThanOne: 'fewer than 1',
    unknown: 'Nothing can be concluded from this',
    overall: 'All requirements together:',
    ofStage: (stage) =>
      `${stage} only. Clear still means that allowance is made for the questions of all stages being tested at once.`,
    caution:
      'A figure that has risen or fallen is not in itself a change: with few cases many questions move 10 percentage points or more without casework being any different. Even a clear rise can come from milder reviewing than before.',
    perClass: {
      improved: () => 'rose clearly',
      declined: () => 'fell clearly',
      'signal-up': (count) => counted(count, 'points upwards', 'point upwards'),
      'signal-down': (count) => counted(count, 'points downwards', 'point downwards'),
      'no-clear-change': (count) => counted(count, 'shows no clear change', 'show no clear change'),
      'all-compliant-both': () => 'compliant in every case both times',
      'too-few': (count) => counted(count, 'has too few answers', 'have too few answers'),
    },
    method: 'How this is decided',
    methodBody: [
      'Each question of the baseline set is compared with the same question in the first round. Barnard’s test decides whether the difference is larger than chance gives; with more than 100 answers on a side, Fisher’s mid-p is used.',
      'When many questions are tested at once, some stand out by chance. So a rise or fall is called clear only when q (Benjamini-Hochberg) is at most 10%. When only p is at most 5%, it is something to watch.',
      'With fewer than 10 answers on a side nothing is tested. ‘Not applicable’ counts neither for nor against.',
    ],
  },
  classicalStrip: (progress, unchanged, decline, held) =>
    `Counted as in the printed reports, which look at the figures and not at their uncertainty: ${progress} progress, ${unchanged} unchanged, ${decline} decline, ${held} held at 100%.`,
  composites: {
    heading: 'Each stage taken together',
    intro:
      'The figure is the share of the requirements that are met in the average case. The line shows where the true figure lies with 95% certainty.',
    caption: 'Requirements met per case, by stage',
    stage: 'Stage',
    cases: 'Cases',
    now: 'Now',
    baseline: 'Baseline',
    plot: 'Share with interval',
    change: 'Change in percentage points',
    assessment: 'Assessment',
    all: 'All stages',
  },
  questions: {
    heading: 'The questions',
    caption: (shown, all) =>
      shown === all
        ? `${all} ${String(all) === '1' ? 'question' : 'questions'}`
        : `${shown} of ${all} questions`,
    question: 'Question',
    place: (stage, number) => `${stage}, ${number}`,
    compliant: 'Compliant',
    notCompliant: 'Not compliant',
    notApplicable: 'Not applicable',
    share: 'Share compliant',
    baseline: 'Baseline',
    change: 'Change in percentage points',
    assessment: 'Assessment',
    classical: 'As printed before',
    ofAll: (part, whole) => `${part} of ${whole}`,
    alarm: (yes, no) => `Compliance is not read from this question. Answers: ${yes} yes, ${no} no.`,
    toFindings: 'See the errors',
    toFindingsOf: (place) => `See the errors in ${place}`,
    findingsNote: (level) =>
      `The errors behind are collected from all levels while the figures here are of level ${level}; there can therefore be more or fewer errors than the figure shows.`,
    notCompared: 'Not compared',
    showAll: (count) => `Show all questions (${count})`,
    none: 'No questions fit the filters.',
    fewNote:
      'With fewer than 10 answers, counts are shown and no percentage. The share is weighted by the draw, so it can differ from the counts.',
  },
  method: {
    summary: 'Method',
    interval: '95% interval',
    intervalMethod: 'Interval computed by',
    intervals: {
      wilson: 'Wilson, weighted by the draw',
      t: 'the t distribution, weighted by the draw',
      hypergeometric: 'the exact distribution, since most cases were seen',
      none: 'none',
    },
    difference: 'Interval of the change (Newcombe)',
    points: (lower, upper) => `${lower} to ${upper} percentage points`,
    test: 'Test',
    tests: {
      barnard: 'Barnard',
      'fisher-mid-p': 'Fisher mid-p',
      'welch-t': 'Welch t, the case is the unit',
      none: 'not tested',
    },
    p: 'p',
    q: 'q',
    outside: 'outside the baseline set',
    untested: 'not tested',
    weighted: (plain) => `Unweighted, the share would be ${plain}.`,
  },
  themes: {
    heading: 'Themes',
    intro:
      'The same matters are asked about at several stages. Here one sees where it succeeds and where it slips.',
    summary: (title, count) =>
      String(count) === '1' ? `${title}: 1 question` : `${title}: ${count} questions`,
    stage: 'Stage',
    number: 'No.',
    who: 'Concerns',
    child: 'the child',
    parents: 'the parents',
    case: 'the case',
    now: 'Now',
    baseline: 'Baseline',
  },
  levels: {
    heading: 'The levels side by side',
    only: 'Only one level has submitted reviews, so there is nothing to compare.',
    plain: (lower, higher, same, of, higherStricter, lowerStricter) =>
      `In the cases that both level ${lower} and level ${higher} saw, ${same} of ${of} answers were alike. Errors that level ${higher} found and level ${lower} did not: ${higherStricter}. The opposite: ${lowerStricter}.`,
    scope: 'Agreement is that of the whole municipality; a single unit has too few cases in common.',
    agreementCaption: 'Agreement between two levels on the same cases',
    pair: 'Levels',
    pairText: (lower, higher) => `${lower} and ${higher}`,
    stage: 'Stage',
    cases: 'Cases in common',
    same: 'Same answer',
    share: 'Share',
    higherStricter: 'Higher level stricter',
    lowerStricter: 'Lower level stricter',
    methodSummary: 'More measures of agreement',
    methodBody:
      'First comes whether both found the question applicable; the rest concerns those answers only. Gwet’s AC1 takes away the agreement that chance gives. Kappa and alpha stand here because they are known, but they swing wildly when almost everything is compliant.',
    applicability: 'Agree on what applies',
    sideCaption: (shown, all) => `Questions on which the levels saw differently (${shown} of ${all})`,
    sideIntro:
      'Only cases that every level saw and found applicable. The figure is how many the level found compliant.',
    level: (level) => `Level ${level}`,
    none: 'No cases were seen by every level with the chosen filter.',
    alike: (count) =>
      `The levels found the same number compliant in ${String(count) === '1' ? 'the one question they all answered' : `all ${count} questions`}.`,
  },
  cases: {
    heading: 'The cases',
    caption: 'Cases by stage',
    stage: 'Stage',
    n: 'Cases',
    meanDays: 'Days on average',
    earliestStart: 'Earliest start',
    anchors: (levels) =>
      `Besides, old files (anchor cases) were reviewed again: ${levels}. They are no part of the round’s figures, and so the round’s page shows more reviews.`,
    latestEnd: 'Latest end',
  },
  units: {
    heading: 'The units one by one',
    intro:
      'The units stand in alphabetical order. Their cases differ and the intervals are wide: the figures are there to be talked about in each unit, not to set units against each other.',
    reviewed: (reviewed, drawn) => `${reviewed} of ${drawn} drawn cases are reviewed`,
    caption: 'Requirements met per case, by unit, all stages',
    unit: 'Unit',
  },
  irregularities: {
    heading: 'Irregularities',
    none: 'None is noted. The round went as planned.',
  },
  contradictions: {
    heading: 'Contradictions in the figures',
    intro: 'These cannot all be true. They are not smoothed over but listed, so that they can be mended.',
  },
  ofCases: (part, whole) => `${part} of ${whole} answers`,
}
