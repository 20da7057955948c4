import { plural } from '../../../core/language/plural.ts'
import { firstUpper } from '../../format/first-letter.ts'
import { formatDecimal, formatInteger } from '../../format/numbers.ts'
import type { flowReports as danish } from '../da/flow-reports.ts'

const n = (count: number) => formatInteger(count, 'en')

const keptFigures = {
  met: 'in time',
  late: 'late',
  open: 'not done, and past the time',
  running: 'not done, and the time is not up',
  cannotTell: 'the dates do not tell',
}

export const flowReports: typeof danish = {
  week: 'Week',
  weekOption: (number, days) => `Week ${number} (${days})`,
  month: 'Month',
  choose: 'Choose week, month and unit',
  step: 'Before and after',
  unit: 'Unit',
  wholeMunicipality: 'The whole municipality',
  noUnit: 'No unit',
  ofUnit: (title, unit) => `${title}, ${unit}`,
  thePeriod: { week: 'The week', month: 'The month' },
  periodNames: { weeks: { da: 'uger', en: 'weeks' }, months: { da: 'måneder', en: 'months' } },
  notOver: 'not over',
  notDecided: 'not decided',
  notOverYet: (period, moment) => `${period} is not over. The numbers are of ${moment} and will grow.`,
  judging: (cases) =>
    `${n(cases)} ${plural('en', cases, 'case is', 'cases are')} being worked out again, so the numbers may move.`,
  none: 'There are no events yet',
  noneBody: 'The report counts events of the case system. Import them first.',
  noneBodyOthers: 'The report counts events of the case system. An administrator imports them.',
  import: 'Import events',
  notDefined: 'The rules do not say what the report is to count',
  notDefinedBody:
    'The file of rules lacks its part on the report (“flow”), which says what is received, assessed and closed. An administrator can add it.',

  inWords: ({ received, handled, prompted }) => {
    const [Received, Handled] = [firstUpper(received.many), firstUpper(handled.many)]
    const aHandled = firstUpper(handled.withArticle)
    const orPart = `${handled.withArticle} or part of one`
    const closed = `${Received} closed without ${handled.withArticle}`
    const rows = {
      received: `${Received} received`,
      onNew: 'on new cases',
      onKnown: 'on cases we know',
      opened: `${Handled} opened`,
      closed,
      ended: `${Handled} ended`,
      casesClosed: 'Cases closed',
    }
    return {
      answer: {
        received: (count) =>
          count === 0
            ? `No new ${received.many}`
            : `${n(count)} ${plural('en', count, received.newOne, `new ${received.many}`)}`,
        prompt: (met, within, late) =>
          `: ${n(met)} ${prompted} within ${within}${late === 0 ? ', none late' : `, ${n(late)} late`}`,
        promptWaiting: (waiting) => `, ${n(waiting)} not ${prompted} yet`,
      },
      part: `The week’s ${received.many}`,
      rows,
      outcomes: `What became of the week’s ${received.many}?`,
      outcomesCaption: `The week’s ${received.many}, followed to now`,
      outcomeRows: {
        assessed: `${aHandled} was opened`,
        joined: `${aHandled} was already under way`,
        settled: `Closed without ${handled.withArticle}`,
      },
      outcomeShare: (count, of, share) =>
        of === 1
          ? `The one that is decided ${count === 1 ? 'became' : 'did not become'} ${orPart}.`
          : `Of the ${n(of)} decided, ${n(count)}${share} became ${orPart}.`,
      outcomeNone: `None of the week’s ${received.many} is decided yet.`,
      outcomeEmpty: `No ${received.many} came in the week.`,
      promptedInTime: `${firstUpper(prompted)} in time`,
      figures: {
        received: rows.received,
        'received-new': `${Received} on new cases`,
        'received-known': `${Received} on cases we know`,
        assessed: `${Received} that became ${handled.withArticle}`,
        joined: `${Received} to ${handled.withArticle} under way`,
        settled: closed,
        undecided: `${Received} not decided`,
        'prompt-met': `${Received} ${prompted} in time`,
        'prompt-late': `${Received} ${prompted} late`,
        'prompt-open': `${Received} not ${prompted}, and past the time`,
        'prompt-running': `${Received} not ${prompted}, and the time is not up`,
        'prompt-cannot-tell': `${Received} of which the dates do not tell whether they were in time`,
        'assessments-opened': rows.opened,
        'notifications-closed': `${closed} in the week`,
        'assessments-ended': rows.ended,
        'cases-closed': rows.casesClosed,
        overdue: 'Cases past the time',
        '0-1': 'Cases with 0–1 day left',
        '2-7': 'Cases with 2–7 days left',
        '8-30': 'Cases with 8–30 days left',
        more: 'Cases with more than 30 days left',
        'no-limit': 'Cases without a last day',
        'running-cannot-tell': 'Deadlines of which the dates do not tell',
        finished: 'Ended in the week',
        open: 'Still under way',
      },
    }
  },
  weekAnswer: {
    standing: (overdue, soon, isOver) => {
      const cases = `${overdue === 0 ? 'no' : n(overdue)} ${plural('en', overdue, 'case', 'cases')}`
      const verb = (past: string, now: string) => (isOver ? past : now)
      const were = overdue === 1 ? verb('was', 'is') : verb('were', 'are')
      const others =
        overdue === 0 ? plural('en', soon, 'case', 'cases') : plural('en', soon, 'other', 'others')
      return `${isOver ? 'At the end of the week' : 'Now'} ${cases} ${were} past the time, and in ${soon === 0 ? `no${overdue === 0 ? ' case' : ' other'}` : `${n(soon)} ${others}`} the next deadline ${verb('ended', 'ends')} ${isOver ? 'in the week after' : 'within 7 days'}.`
    },
  },
  parts: {
    running: 'Cases under way',
    measures: 'Measures',
    mail: 'By mail',
  },
  numbers: 'The week in numbers',
  numbersCaption: 'What happened in the week, beside the week before and what is usual',
  figure: 'What',
  thisMonth: 'The month',
  usual: 'Usual',
  usualNote: (periods) =>
    `Usual is the median: half of the ${n(periods)} weeks that are over lay above it and half below.`,
  leadsToCases: 'Each number leads to the cases behind it.',
  moves: 'moves more than chance does',
  kept: {
    late: 'late',
    open: 'not done, and past the time',
    running: 'not done, but the time is not up',
    early: (count) => `in time; ${n(count)} of them are in the share only once the time is up`,
    cannotTell: 'cannot be told: a date or a time of day is missing',
  },
  inTime: (rule, limit) => `${rule}: within ${limit}`,
  countOf: (count, of) => `${n(count)} of ${n(of)}`,

  undecided: 'Not decided yet',
  outcomeRange: (undecided, least, most) =>
    `${n(undecided)} ${plural('en', undecided, 'is', 'are')} not decided yet; once they are, the share of them all will lie between ${least} and ${most}.`,
  number: 'Number',

  running: 'Cases under way, by how long is left',
  runningBody: (isOver) =>
    `A case stands by the one of its deadlines that ends first. ${isOver ? 'As it stood at the end of the week.' : 'As it stands now.'}`,
  runningCaption: 'Cases and deadlines by days left',
  left: 'Left',
  cases: 'Cases',
  deadlines: 'Deadlines',
  runningCannotTell: 'The dates do not tell',

  times: 'How long does it take?',
  timesCaption: 'The time from beginning to end, in days',
  timesBody:
    'The median also counts what has not ended, for as long as it has lasted (Kaplan–Meier). The mean knows only what has ended. It is too low as long as anything is under way, because what takes long ends last.',
  timeColumns: {
    what: 'From – to',
    finished: 'Ended in the week',
    weekMean: 'Their mean',
    begun: 'Begun in the last year',
    open: 'Still under way',
    median: 'Half have ended after',
    mean: 'Mean of those ended',
  },
  days: (days) =>
    `${Number.isInteger(days) ? n(days) : formatDecimal(days, 'en')} ${plural('en', days, 'day', 'days')}`,
  medianInterval: (lower, upper) => `95%: ${lower}–${upper}`,
  beyond: 'more than seen',
  noMedian: 'fewer than half have ended',
  shortCohort: (from) =>
    `counted from ${from}: of those begun before, only what had not ended when the data begin is known`,
  openFromBefore: (count, from) => `${n(count)} begun before ${from} are still under way and not counted`,
  curve: {
    half: (days, lower, upper) => `Half have ended within ${days} (95%: ${lower}–${upper}).`,
    noHalf: 'Fewer than half have ended, as far as we have followed them.',
    open: (open, begun) => `${n(open)} of ${n(begun)} are still under way.`,
    mean: (days, open) =>
      open === 0
        ? `The mean is ${days}.`
        : `The mean of those that have ended is ${days}. It is too low, for the ${n(open)} under way do not count in it.`,
    label: (what, sentence) =>
      `Share that has ended, day by day: ${what}. ${sentence} The numbers are in the table below the picture.`,
    caption: (what) => `${what}: share ended so many days after the beginning`,
    day: 'Days',
    finished: 'Share ended',
    interval: '95% interval',
    atRisk: 'Followed so long without an end',
    legend: { share: 'share ended', band: '95% interval', half: 'half' },
    endsAt: (day) => `The picture ends at day ${n(day)}; the table goes on.`,
    dayShort: (day) => `${n(day)} d`,
    none: 'Nothing was begun in the last year.',
    noneFinished: (open) => `Nothing begun in the last year has ended yet; ${n(open)} are under way.`,
  },

  series: 'Week by week',
  seriesMonth: 'Month by month',
  seriesNone: 'None of the charts shows more than chance.',
  seriesMoved: (names) => `More than chance: ${names}.`,
  seriesAtEdge:
    'Whether anything has changed cannot be said: the charts have too few numbers, or their median is the least or the most that it can be.',
  seriesTooFew: 'There are still too few periods to say whether anything has changed.',
  method: 'How the charts are judged',
  methodBody: [
    'The line in the middle is the median of the periods that are over. Two rules ask whether the chart moves more than chance does: too many points in a row on one side of the median, or too few crossings of it (Anhøj). Nothing is said of fewer than 12 points. About one chart in twenty looks like this by chance.',
    'Shares also have control limits (Laney p′). A point beyond them has a square.',
    'A period that is not over is drawn apart as a dashed ring, and does not count when the chart is judged.',
  ],
  median: 'Median',
  chartLabel: (what, periods, said) =>
    `Chart: ${what}, ${n(periods)} periods. ${said} The numbers are in the table below the picture.`,
  allNought: 'Nought in every period.',
  undecidedIn: (points) =>
    `${n(points)} of the points may still move: not everything behind ${plural('en', points, 'it', 'them')} is decided.`,
  nothingToDraw: 'Too few a period for a chart; the numbers are in the table.',
  tableBehind: 'The numbers behind the picture',
  laterCharts: (count: number, shown: number) =>
    shown === 0
      ? count === 1
        ? 'Show the chart'
        : `Show the ${count} charts`
      : count === 1
        ? 'Show the other chart'
        : `Show the ${count} other charts`,
  seriesCaption: (what) => `${what}, the newest period first`,
  period: 'Period',
  valueTitles: { count: 'Number', share: 'Share', days: 'Days' },
  ofHowMany: 'Out of',
  limits: 'Control limits',
  legend: {
    shown: 'the period shown',
    unfinished: 'not over or not decided yet',
    median: 'the median',
    limits: 'control limits',
    beyond: 'beyond the limits',
  },

  units: 'Unit by unit',
  unitsOwn: 'Your units',
  unitsCaption: 'The units by name',
  unitsNote: 'The units stand by name, not by number. Choose one to see its own report.',
  unitColumns: {
    unit: 'Unit',
    received: 'Received',
    late: 'Late',
    undecided: 'Not decided',
    overdue: 'Cases past the time',
    soon: 'Cases with a deadline within 7 days',
  },

  monthAnswer: {
    nothing:
      'The rules name nothing of what the monthly report counts. The weekly report has what they name.',
    measures: (running, isOver) =>
      `${running === 0 ? 'No measures' : `${n(running)} ${plural('en', running, 'measure', 'measures')}`} ${isOver ? 'ran at the end of the month' : 'running now'}`,
    moved: (started, ended) => `: ${n(started)} started, ${n(ended)} ended.`,
    followUps: (due, met) =>
      due === 0
        ? 'No follow-ups were due.'
        : `${n(met)} of ${n(due)} ${plural('en', due, 'follow-up', 'follow-ups')} were held in time.`,
    plans: (overdue) =>
      overdue === 0
        ? ''
        : `${n(overdue)} ${plural('en', overdue, 'placement lacks', 'placements lack')} a plan that should have been made.`,
  },
  measures: 'Measures by type',
  measuresCaption: 'Measures, the most used type first',
  measureColumns: {
    type: 'Type',
    running: { over: 'Running at the end of the month', now: 'Running now' },
    usual: 'Usual',
    started: 'Started in the month',
    ended: 'Ended in the month',
  },
  allTypes: 'All types',
  noType: 'The type is not written',
  noMeasures: 'No measures in the month.',
  withoutStart: (count) =>
    `${n(count)} ${plural('en', count, 'ending', 'endings')} in the month have no beginning among the events.`,
  withoutStartLink: 'See the cases',
  placements: 'Placements',
  placementsCaption: 'Placements and their plans',
  placementRows: {
    running: { over: 'Placements at the end of the month', now: 'Placements now' },
    made: 'with a plan',
    awaited: 'without a plan yet, and there is time',
    overdue: 'without a plan, and past the time',
    none: 'without a plan, and no rule gives a day for it',
    started: 'Started in the month',
    ended: 'Ended in the month',
  },
  repeated: 'Follow-ups and supervision visits',
  repeatedCaption: 'What was to be held in the month at the latest, followed to now',
  repeatedColumns: {
    what: 'What',
    due: 'Were due',
    met: 'In time',
    late: 'Late',
    open: 'Not held, past the time',
    running: 'The time is not up',
    cannotTell: 'Cannot be told',
    share: 'Held in time',
    held: 'Held in the month',
  },
  repeatedRows: { followUps: 'Follow-ups', visits: 'Supervision visits' },
  repeatedNote:
    '“Held in the month” counts all that was held, also what belongs to a deadline of another month.',
  rulesBehind: 'The rules that ask',
  typesApart: 'Each type by itself',
  monthUnitColumns: {
    unit: 'Unit',
    measures: 'Measures',
    started: 'Started',
    ended: 'Ended',
    placements: 'Placements',
    plansOverdue: 'No plan, past the time',
    followUps: 'Follow-ups in time',
    followUpsOpen: 'Not held, past the time',
  },
  monthSeries: {
    'measures-running': 'Measures running',
    'measures-started': 'Measures started',
    'measures-ended': 'Measures ended',
    'measures-running-of-type': 'Running',
    'placements-running': 'Placements running',
    'placements-started': 'Placements started',
    'placements-ended': 'Placements ended',
    'follow-ups-share': 'Follow-ups held in time',
    'follow-ups-held': 'Follow-ups held',
    'visits-share': 'Supervision visits held in time',
    'visits-held': 'Supervision visits held',
  },

  monthFigures: {
    'measures-running': 'Measures running',
    'measures-started': 'Measures started',
    'measures-ended': 'Measures ended',
    'placements-running': 'Placements',
    'placements-started': 'Placements started',
    'placements-ended': 'Placements ended',
    'plans-made': 'Placements with a plan',
    'plans-awaited': 'Placements without a plan yet, and there is time',
    'plans-overdue': 'Placements without a plan, and past the time',
    'plans-none': 'Placements without a plan and without a day for it',
    'follow-ups-met': `Follow-ups: ${keptFigures.met}`,
    'follow-ups-late': `Follow-ups: ${keptFigures.late}`,
    'follow-ups-open': `Follow-ups: ${keptFigures.open}`,
    'follow-ups-running': `Follow-ups: ${keptFigures.running}`,
    'follow-ups-cannot-tell': `Follow-ups: ${keptFigures.cannotTell}`,
    'follow-ups-held': 'Follow-ups held in the month',
    'visits-met': `Supervision visits: ${keptFigures.met}`,
    'visits-late': `Supervision visits: ${keptFigures.late}`,
    'visits-open': `Supervision visits: ${keptFigures.open}`,
    'visits-running': `Supervision visits: ${keptFigures.running}`,
    'visits-cannot-tell': `Supervision visits: ${keptFigures.cannotTell}`,
    'visits-held': 'Supervision visits held in the month',
    'without-start': 'Endings without a beginning',
  },
  ofKey: (figure, key) => `${figure} (${key})`,
  casesShown: (total) =>
    total === 0
      ? 'None that you may see.'
      : `${n(total)} ${plural('en', total, 'line', 'lines')} in cases that you may see.${total === 1 ? '' : ' A case stands here as often as the figure counts it.'}`,
  noCases: 'No cases to show',
  noCasesBody: 'The figure is nought, or the cases belong to a unit that you have no access to.',
  backTo: (title) => `Back to ${title}`,
  caseColumns: {
    case: 'Case',
    unit: 'Unit',
    type: 'Type',
    rule: 'Deadline',
    from: 'Begun',
    due: 'At the latest',
    to: 'Ended',
  },
  pages: 'Pages',
  page: (page, pages) => `Page ${n(page)} of ${n(pages)}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
}
