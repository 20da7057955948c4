import { formatInteger } from '../../format/numbers.ts'
import type { planner as danish } from '../da/planner.ts'

const n = (count: number) => formatInteger(count, 'en')
const reviews = (count: number) => (count === 1 ? '1 review' : `${n(count)} reviews`)

export const planner: typeof danish = {
  title: 'Plan the next round',
  question: 'How many reviews do we need?',
  rounds: 'Rounds',
  notPermitted: 'Your role cannot plan rounds. Those who lead the audit, directors and lawyers can.',
  noProgrammes: 'There is no programme to plan for',
  noProgrammesBody: 'An administrator adds a programme first. Then a round can be planned.',
  seeProgrammes: 'See the programmes',
  promise: (count, hours, margin, change) =>
    `${reviews(count)} in ${hours} tell overall compliance to within ±${margin} percentage points and find a change of ${change} points.`,
  promiseNone: (count, hours, margin) =>
    `${reviews(count)} in ${hours} tell overall compliance to within ±${margin} percentage points; no change is large enough to be found.`,
  promiseLess: (count, hours, level) =>
    `${reviews(count)} in ${hours}. Without at least four reviews at level ${level}, nothing can be said as the highest level sees it.`,

  groundsHeading: 'What the plan learns from',
  programme: 'Programme',
  learnFrom: 'Learn from these rounds',
  learnFromHint:
    'Your own rounds tell how alike cases are, how well levels foretell each other, and how long a review takes.',
  noRounds:
    'The programme has no rounds yet. The figures below rest on assumptions, which stand beside them.',
  roundSealed: 'sealed: not everything is drawn and submitted, so nothing can be learned yet',
  roundEmpty: 'no answers to learn from',
  roundFailed: 'could not be fetched',
  roundLoading: 'being fetched',
  population: 'Case stages in a round',
  populationHint:
    'The answer speaks about so many finished case stages. Empty: as in the newest chosen round.',

  planHeading: 'The plan',
  levelTitle: (level, title) => `Level ${level}: ${title}`,
  reviewsAt: (level) => `Reviews at level ${level}`,
  reviewsOn: (level) => `Reviews at level ${level}, slider`,
  reviews: 'Reviews',
  minutes: 'Minutes per review',
  minutesAt: (level) => `Minutes per review at level ${level}`,
  minutesSource: {
    measured: (count, planned) => `measured: mean of ${reviews(count)} (the programme plans ${planned})`,
    planned: 'as the programme plans',
    chosen: (usual) => `chosen here (else ${usual})`,
  },
  hoursOfLevel: (hours) => `${hours} in all`,
  hours: 'Hours in all',
  hoursHint: 'The slider changes all levels in the same proportion.',
  valueReviews: reviews,
  valueHours: (hours) => `${hours} in all`,
  startNote: 'The numbers begin at what the newest chosen round had.',
  startAssumed:
    'There is no round to begin at: 60 at the highest level and twice as many for each level below.',
  overdrawn: (level, below, most) =>
    `Level ${level} is drawn from level ${below}, which has only ${reviews(most)}. Lower level ${level} or raise level ${below}.`,
  datesDecide: (level) =>
    `Level ${level} chooses cases by date and not by lot. The uncertainty below holds only where cases are drawn by lot.`,
  reset: 'Start over',

  saysHeading: 'What you can say afterwards',
  uncertainty: 'Uncertainty',
  plusMinus: (points) => `±${points}`,
  points: 'percentage points',
  rangeNote: (best, worst) => `between ±${best} and ±${worst}, as levels foretell each other better or worse`,
  newestNote: (margin) =>
    `the newest chosen round itself had ±${margin}; this goes by all the chosen ones together`,
  change: 'Change that is found',
  changeNote:
    'with 80% chance, from one round like this to the next (a round’s results go by its real baseline, so their figure may differ)',
  time: 'Time',
  timeNote: (count) => reviews(count),
  worth: (count, level) =>
    `As certain as ${reviews(count)} at level ${level} alone, drawn with equal chances.`,
  sameCases: (level, next) =>
    `Level ${level} reviews as many cases as level ${next}, so the same ones, and does not make the result more certain.`,
  certain: 'All cases are reviewed at the highest level, so there is no uncertainty.',
  nothingPlanned: 'No reviews are planned.',
  scopesCaption: 'Uncertainty and the smallest change that is found (percentage points)',
  scope: 'About what',
  scopes: { all: 'all requirements together', stage: 'one stage', question: 'one question' },
  expertMargin: (level) => `Uncertainty, as level ${level} sees it`,
  expertChange: (level) => `Change, as level ${level} sees it`,
  ownMargin: (level) => `Uncertainty, level ${level} alone`,
  ownChange: (level) => `Change, level ${level} alone`,
  tooFew: 'too few',
  noneFound: 'none',
  noneLarge: 'No change is large enough to be found.',
  scopesNote: (reference, comparison) =>
    `“As level ${reference} sees it” is what level ${reference} would have found everywhere, computed from all levels. “Level ${comparison} alone” is the measure that progress and decline in the report are made by. “Too few”: under ten answers give counts and no percentage. “None”: even the largest change would be missed.`,

  cheaperHeading: 'Cheaper plans',
  goal: 'The plan must',
  goals: {
    same: 'be at least as certain as now',
    margin: 'have at most this uncertainty',
    change: 'find a change of',
  },
  goalPoints: 'Percentage points',
  goalPointsWrong: 'Write a number between 0.1 and 99.',
  keepHeading: 'Keep at least',
  keepHint: (level) =>
    `Reviews you want for other reasons: learning for each caseworker, or level ${level}, by which change is measured.`,
  keepAt: (level) => `Level ${level}`,
  kept: (count, level) => `${reviews(count)} at level ${level}`,
  keptCosts: (kept, hours) =>
    `“Keep at least” leaves cheaper plans out: ${kept} must stay. Without that the cheapest plan takes ${hours}.`,
  cheaperCaption: (count) => (count === 1 ? '1 plan, cheapest first' : `${n(count)} plans, cheapest first`),
  cheaperNone: 'None of the plans tried reaches it in fewer hours.',
  cheaperWait: 'Mend the plan above first.',
  planColumn: (levels) => `Reviews at level ${levels}`,
  savedHeading: 'Hours against now',
  saved: (percent) => (percent >= 0 ? `${n(percent)}% fewer` : `${n(-percent)}% more`),
  pick: 'Use this',
  pickWhat: (plan) => `Use the plan ${plan}`,
  used: 'The plan has been changed.',
  inUse: 'The plan now',
  caution:
    'Plans are compared on overall certainty only. Reviews also serve learning and the single child’s case; that you must weigh yourselves.',

  assumptionsHeading: 'The figures behind',
  assumptionsCaption: 'What the computation rests on',
  what: 'Quantity',
  value: 'Value',
  source: 'From where',
  fromCases: (count) => (count === 1 ? '1 case' : `${n(count)} cases`),
  fromReviews: reviews,
  assumed: 'assumed; none of your chosen rounds tells it',
  r2: (level, reference) => `How much of level ${reference}’s judgement level ${level} foretells (R²)`,
  r2Value: (value, lower, upper) => `${value} (${lower}–${upper})`,
  r2Source: (count) => `${count} that both levels saw`,
  evenness: (level) =>
    `What 100 reviews at level ${level} are worth when cases have unequal chances of being drawn`,
  assumedEven: 'assumed: the same chance for every case',
  spread: (level) => `Spread between cases at level ${level} (percentage points)`,
  perCase: 'Share of the cases that a typical question applies to',
  share: 'Compliance with a typical question',
  minutesRow: (level) => `Minutes per review at level ${level}`,
  fromProgramme: 'as the programme plans',
  method: 'How it is computed',
  methodBody:
    'The uncertainty is a 95% interval of the cascade estimate with the best weights. R² is the correlation of the levels’ composites on the same cases, corrected for few cases (Ezekiel), with Fisher’s limits; the limits give the span beside the uncertainty. One question at the highest level is planned without the levels below. Two who review together count as one review. Where cases have unequal chances of being drawn, a review is worth less (Kish); how much is learned from your own rounds. With a round’s own numbers the plan therefore gives the certainty that round had. The promises were checked by simulation; see docs/statistics.md, “Planning”.',

  quotasHeading: 'What it means in the programme file',
  quotasIntro: (round) => `The programme’s quotas decide how many cases are drawn. Compared with ${round}:`,
  quotasNoRound:
    'The programme’s quotas decide how many cases are drawn. Without a round to go by they cannot be converted.',
  quota: {
    'left-out': (level) => `Level ${level} goes: delete the level.`,
    'as-it-is': (level) => `Level ${level} can stay as it is.`,
    'not-known': (level, planned) =>
      `Level ${level}: how many reviews the quotas give is known only after a round. The plan has ${n(planned)}.`,
    'random-instead': (level, planned) =>
      `Level ${level} reviews everything today. ${reviews(planned)} take a random selection (kind: random) with quotas.`,
    'groups-too-small': (level, percent) =>
      `Level ${level}: the plan is ${percent} of what the quotas gave, and fewer than one case per group cannot be drawn. Make the groups larger (fewer parts in strata).`,
    scaled: (level, percent) =>
      `Level ${level}: the plan is ${percent} of what the quotas gave. The selection can say:`,
    overMonths: (level, percent) =>
      `Level ${level}: the plan is ${percent} of what the quotas gave. Draw the months together instead of one by one. The selection can say:`,
  },
  fromNow: (level, from) => `Level ${level} is then drawn from level ${from} (from: ${from}).`,
  fromFrame: (level) => `Level ${level} is then drawn from the finished case stages (delete from).`,
  rounded: 'Quotas are whole numbers, so the number of reviews will not be quite the planned one.',
  quotasOf: (level) => `the quotas of level ${level}`,

  print: 'Print',
  csv: 'Download as CSV',
  address: 'The plan’s address:',
  copyAddress: 'the plan’s address',

  csvName: (programme) => `plan-${programme}.csv`,
  csvHead: ['Level', 'Title', 'Reviews', 'Minutes per review', 'Hours', 'R²', 'R² rests on cases'],
  csvMargin: 'Uncertainty (± percentage points)',
  csvChange: 'Change that is found (percentage points)',
  csvHours: 'Hours in all',
  csvRounds: 'Learned from rounds',
  csvNone: 'none (assumptions)',
}
