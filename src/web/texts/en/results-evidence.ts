import type { resultsEvidence as danish } from '../da/results-evidence.ts'
import { counted } from '../counted.ts'

export const resultsEvidence: typeof danish = {
  wholeOnly: 'This section exists for the whole municipality only; a single unit has too few cases for it.',
  showWhole: 'Show the whole municipality',
  level: (level) => `Level ${level}`,
  ofAll: (part, whole) => `${part} of ${whole}`,
  place: (stage, number) => `${stage}, ${number}`,
  method: 'How this is computed',
  cascade: {
    heading: (level) => `What would level ${level} have found?`,
    intro: (reference, comparison) =>
      `Level ${reference} sees few cases, level ${comparison} more. The cases that both saw tell how much level ${reference} usually corrects, and that is applied to the rest. The estimate stands beside what level ${comparison} itself found, and what level ${reference} found in its own cases alone.`,
    shared: (which) => `All figures here are made of ${which}.`,
    caption: 'Requirements met, as each level saw them',
    scope: 'Stage',
    question: 'Question',
    all: 'All stages',
    plain: (level) => `Level ${level} found`,
    estimate: (level) => `Estimate for level ${level}`,
    alone: (level) => `Level ${level} alone`,
    plot: 'Share with interval',
    worth: 'As certain as',
    worthText: (reviews, printed, level) =>
      `${printed} ${counted(reviews, 'review', 'reviews')} at level ${level}`,
    reviewed: (reviews, isLess) =>
      isLess ? `there are ${reviews}, but cases weigh unequally` : `there are ${reviews}`,
    marks: { plain: 'the level itself', estimate: 'estimate', alone: 'highest level alone' },
    unusable: 'No estimate',
    none: 'There is nothing to make an estimate of in this round.',
    questions: (usable, all) => `Single questions with an estimate: ${usable} of ${all}`,
    questionsCaption: 'Estimates of single questions',
    noQuestions: (level) => `No question has enough answers at level ${level} for an estimate.`,
    few: (count, level) =>
      String(count) === '1'
        ? `1 question has fewer than 10 applicable answers at level ${level}. There the count is shown, no percentage and no estimate.`
        : `${count} questions have fewer than 10 applicable answers at level ${level}. There the count is shown, no percentage and no estimate.`,
    methodBody: (population) => [
      'Each lower level’s answers count for as much as they follow the highest level’s in the cases both saw (λ). Where they do not follow them at all, λ is 0 and the estimate is the highest level alone; a poor lower level cannot make it misleading, only less certain.',
      'It holds only because each level is drawn by lot from the one below. Where that was not done there is no figure, but a reason.',
      ...(population === null
        ? []
        : [`The estimate speaks about ${population} ${counted(population, 'case', 'cases')}.`]),
    ],
    lambda: (weights) => `λ: ${weights}`,
    lambdaOf: (level, value) => `level ${level} ${value}`,
    used: (levels) => `Cases used: ${levels}.`,
    usedOf: (level, cases) => `level ${level} ${cases}`,
  },
  drift: {
    heading: 'Stricter reviewers or worse casework?',
    intro: (comparison) =>
      `When the figures of level ${comparison} change, casework may have changed. So may those who review. Level ${comparison} alone cannot tell. Two other kinds of figures can help; they are not pooled.`,
    corrected: (level) => `The change as level ${level} sees it`,
    headline: (level, change, interval) =>
      `In the eyes of level ${level}, compliance has changed by ${change} percentage points since the baseline (${interval}).`,
    plain: (level, change) => `Level ${level}’s own figures have changed by ${change} percentage points.`,
    verdict: {
      up: 'So the highest level sees a rise too. If it judged alike both times, casework has improved; whether it did, only anchor cases can show.',
      down: 'So the highest level sees a fall too. If it judged alike both times, casework has declined; whether it did, only anchor cases can show.',
      open: 'The interval crosses 0: it cannot be concluded that casework has become either better or worse.',
      contradicts: (level) =>
        `Level ${level}’s own figures show a clear change, which is thus not confirmed. It may come from level ${level} having become milder or stricter.`,
    },
    notNow: 'There is no figure on the highest level’s scale for this round against the baseline.',
    caption: 'Change since the baseline, by stage',
    stage: 'Stage',
    all: 'All stages',
    correctedColumn: (level) => `As level ${level} sees it`,
    plainColumn: (level) => `Level ${level}’s own figures`,
    intervalColumn: '95% interval',
    casesColumn: (level) => `Cases at level ${level}, before and now`,
    casesText: (before, now) => `${before} and ${now}`,
    anchors: 'Anchor cases: the same old files seen again',
    anchorsIntro:
      'An anchor case is an old, closed file that is reviewed again in every round by somebody else, who does not know that it is an anchor. The file is the same, so a change can only come from those who review.',
    anchorsMissing:
      'The round and the baseline have no anchor cases in common. So there is no direct measure of whether the judging has become stricter. Anchor cases are written in the programme before the round opens; 24 a round are enough to notice a drift of 6 percentage points.',
    anchorChange: (level, change, interval) =>
      interval === null
        ? `Level ${level}: ${change} percentage points.`
        : `Level ${level}: ${change} percentage points (${interval}).`,
    anchorCases: (cases) => `${cases} anchor ${counted(cases, 'case', 'cases')}.`,
    anchorSame: (count) =>
      `In ${count} of them it was the same person both times, so they were not seen with fresh eyes.`,
    anchorReading: 'A fall here means stricter judging, a rise milder.',
    methodBody:
      'The highest level’s change is the difference of the two rounds’ estimates (t interval, Satterthwaite’s degrees of freedom). That of the anchors is the mean difference on the same files (paired t). They measure different things and are therefore not pooled.',
    points: (lower, upper) => `${lower} to ${upper}`,
  },
  matrix: {
    caption: 'Same answer on the same cases, level by level',
    lower: 'Lower level',
    intro:
      'Choose a field to see the questions on which the two levels differed most. The bar shows who found errors that the other did not.',
    same: (same, n) => `${same} of ${n} answers alike`,
    stricter: (level, times) => `level ${level} stricter: ${times}`,
    choose: (lower, higher) => `Show where levels ${lower} and ${higher} disagreed`,
    none: 'no cases in common',
    detail: (lower, higher) => `Where levels ${lower} and ${higher} disagreed most`,
    detailCaption: (lower, higher) => `Questions on which levels ${lower} and ${higher} answered differently`,
    alike: 'The two levels answered alike on every question that both found applicable.',
    question: 'Question',
    sameColumn: 'Same answer',
    interval: '95% interval',
    direction: 'Who found the error?',
    directionText: (higher, times, lower, other) => `level ${higher}: ${times}, level ${lower}: ${other}`,
    byChance: (p) => `The imbalance may be chance (p\u00A0=\u00A0${p}).`,
    beyondChance: (p) => `The imbalance is larger than chance alone gives (p\u00A0=\u00A0${p}).`,
    testNote:
      'p is McNemar’s mid-p of that one question. When many questions are looked through, a few will be below 0.05 by chance. Several questions together are not tested: answers of one case hang together.',
    even: 'As many either way.',
    ac1Summary: 'How much of the agreement would chance give?',
    ac1Body:
      'When almost everything is compliant, two levels agree merely because both usually answer yes. Gwet’s AC1 takes that part away: 1 is full agreement, 0 is what chance gives.',
    annex: 'Annex: kappa and alpha',
    annexBody:
      'They are well-known measures, but swing wildly when almost everything is compliant, and with few cases. They are here for comparison only.',
  },
  health: {
    heading: 'Questions to look at',
    intro:
      'This is about the questions, not about casework: places where a question tells too little. They are signs to talk about, not tests.',
    none: 'No question stands out.',
    signs: {
      'low-agreement': 'The levels answer differently',
      'often-not-applicable': 'Seldom applicable',
      'no-variation': 'Every answer is the same',
    },
    count: (count) => `${count} ${counted(count, 'question', 'questions')}`,
    suggestion: 'Suggestion:',
    question: 'Question',
    what: 'The counts',
    alike: (count, of, lower, higher) => `same answer in ${count} of ${of} (levels ${lower} and ${higher})`,
    notApplicable: (count, of) => `not applicable in ${count} of ${of}`,
    compliant: (count, of) => `compliant in ${count} of ${of}`,
    breaks: 'Questions changed since the baseline',
    breaksIntro:
      'A new wording starts a new series: the question is not compared with the baseline unless the programme declares it comparable.',
    declared: 'The programme declares it comparable; it is compared.',
    notCompared: 'It is not compared.',
  },
  chart: {
    heading: 'All rounds',
    intro: 'All closed rounds of the programme. The line through each dot is the 95% interval.',
    choose: 'Show',
    composites: 'All requirements together',
    all: 'All stages',
    questions: 'A single question',
    label: (of) => `Run chart: ${of}`,
    summary: (of, rounds) =>
      `${of}, ${rounds} ${counted(rounds, 'round', 'rounds')}. The figures are in the table below the picture.`,
    table: 'The figures behind the picture',
    caption: (of) => `${of}, round by round`,
    round: 'Round',
    cases: 'Cases',
    answers: 'Applicable answers',
    share: 'Share compliant',
    limits: 'Control limits',
    sign: 'Sign',
    signs: { 'beyond-limits': 'outside the limits', 'one-side': 'eight or more in a row on one side' },
    noLimits: (of, needed) =>
      `${String(of) === '1' ? 'There is 1 round' : `There are ${of} rounds`} to show; control limits take ${needed}. Until then the picture shows the intervals only: that the line goes up or down a little is not in itself a development.`,
    provisional: (of) =>
      `Provisional control limits, computed from all ${of} rounds. They move with each new round until there are 12.`,
    frozen: (basis) =>
      `Fixed control limits, computed from the first ${basis} rounds. New rounds are held against them.`,
    noSigns: 'No round stands out: they vary no more than they usually do.',
    someSigns: (rounds) => `Signs that something changed: ${rounds}.`,
    shared: (shared, all) =>
      `The points are made of ${shared} of ${all} questions, those that every round asked alike. So they can differ from the figures above.`,
    sharedNone: 'The question was changed along the way, so the rounds cannot be put on one line.',
    thisRound: 'this round',
    tooFew: 'too few answers',
    axisFrom: (share) => `The scale begins at ${share}.`,
    legend: {
      share: 'share with 95% interval',
      shown: 'this round',
      sign: 'stands out',
      centre: 'centre line',
      limits: 'control limits',
    },
    methodBody: [
      'Under 8 rounds there are no limits, from 8 to 11 provisional ones, from 12 fixed ones. Limits lie three standard errors from the centre line.',
      'A sign is a round outside the limits, or eight in a row on one side of the centre line.',
      'Where every round has 200 answers or more, Laney’s p′ is used, which also counts the variation there always is between rounds; otherwise the p-chart. Limits go by the number of answers, the share is weighted by the draw.',
    ],
  },
  counts: {
    show: 'Show the counts behind the percentages',
    hide: 'Hide the counts behind the percentages',
    of: (numerator, denominator) => `${numerator} of ${denominator}`,
    notApplicable: (count) => `${count} not applicable`,
    rounding:
      'Shares are shown in whole per cent. The change is computed from the unrounded figures and so has one decimal.',
  },
  view: {
    label: 'Show the questions as',
    plot: 'Picture',
    table: 'Table',
    plotColumn: 'Baseline, previous round and now',
    last: 'Previous round',
  },
  nav: {
    label: 'On this page',
    composites: 'Stages',
    questions: 'Questions',
    chart: 'All rounds',
    cascade: 'Highest level’s estimate',
    drift: 'Stricter or worse?',
    themes: 'Themes',
    levels: 'The levels',
    health: 'Question quality',
    cases: 'The cases',
  },
  sight: (cases, before, power, points) =>
    `How sharply this round sees: with ${cases} cases against ${before}, a change of all requirements together of ${points} percentage points would be noticed ${power} times out of 10. Smaller changes easily pass unseen. (The planner reckons with two rounds like this one instead of the real baseline, so its figure differs.)`,
  sightNone: (cases, before) =>
    `How sharply this round sees: with ${cases} reviewed cases against ${before}, no change of all requirements together is large enough to be noticed with certainty.`,
  sightQuestion: (n, before, points) =>
    `A typical question (${n} answers against ${before}) must move ${points} percentage points to be noticed as surely.`,
  sightWeights: (size, n) =>
    `Some cases had a greater chance of being drawn than others; so the ${n} answers are only as certain as ${size} answers of equal chance.`,
}
