import type { FlowPoint, FlowSeries, FlowShare, KeptDeadlines, RunVerdict } from './flow-figures.ts'
import { findMonth, findWeek, periodsUpTo } from './flow-period.ts'
import { notificationWords } from './flow-words.ts'
import { isoDay } from '../../calendar/day-number.ts'
import { monthSeriesKeys, type MonthFigures, type MonthReport, type MonthSeriesKey } from './month-report.ts'
import { daysLeftBands, weekSeriesKeys, type WeekFigures, type WeekReport } from './week-report.ts'

/** Made-up reports for the tests of what is composed from them. */
const shareOf = (count: number, of: number): FlowShare | null =>
  of === 0
    ? null
    : {
        count,
        of,
        share: count / of,
        lower: Math.max(0, count / of - 0.1),
        upper: Math.min(1, count / of + 0.1),
      }

function keptFixture(met: number, late: number, open = 1): KeptDeadlines {
  return { met, late, open, running: 2, cannotTell: 1, share: shareOf(met, met + late + open) }
}

const judged = {
  state: 'judged',
  points: 24,
  longestRun: 4,
  longestRunLimit: 8,
  crossings: 12,
  fewestCrossings: 8,
  signals: [],
} as const satisfies RunVerdict

function seriesFixture<Key extends string>(
  key: Key,
  periods: readonly { readonly name: string; readonly from: number }[],
  of: string | null,
): FlowSeries<Key> {
  const kind = key.endsWith('-share') ? 'share' : 'count'
  const points = periods.map(({ name, from }, at): FlowPoint => {
    const size = 12 + ((at * 7 + key.length) % 13)
    const isShare = kind === 'share'
    return {
      period: name,
      from: isoDay(from),
      isOver: at < periods.length - 1,
      value: isShare ? Math.min(1, 0.7 + ((at * 5) % 7) / 20) : size,
      of: isShare ? size : null,
      undecided: key === 'assessed-share' ? at : null,
      lower: isShare ? 0.6 : null,
      upper: isShare ? 0.98 : null,
    }
  })
  const verdict: RunVerdict = key.startsWith('received')
    ? { ...judged, longestRun: 11, signals: ['long-run'] }
    : judged
  return { key, of, kind, points, median: kind === 'share' ? 0.84 : 17.5, verdict }
}

export function weekFiguresFixture(size: number): WeekFigures {
  const cohort = { from: '2025-11-24', isShort: false, openFromBefore: 2, stopped: 0 }
  return {
    received: { total: size, onNew: Math.floor(size / 3), onKnown: size - Math.floor(size / 3) },
    prompt: keptFixture(size, Math.floor(size / 6)),
    outcomes: {
      assessed: Math.floor(size / 3),
      joined: Math.floor(size / 6),
      settled: Math.floor(size / 4),
      undecided: size - Math.floor(size / 3) - Math.floor(size / 6) - Math.floor(size / 4),
      share: shareOf(
        Math.floor(size / 3) + Math.floor(size / 6),
        Math.floor(size / 3) + Math.floor(size / 6) + Math.floor(size / 4),
      ),
      atLeast: 0.4,
      atMost: 0.7,
    },
    opened: Math.floor(size / 3),
    ended: { notifications: Math.floor(size / 4), assessments: Math.floor(size / 5), cases: 1 },
    times: [
      {
        key: 'R06',
        name: { da: 'Undersøgelse åbnet til afsluttet', en: 'Assessment opened to ended' },
        finished: Math.floor(size / 5),
        mean: 88.4,
        cohort: {
          ...cohort,
          begun: size * 30,
          finished: size * 20,
          open: size * 10,
          mean: 84.2,
          kaplanMeier: { median: 102, lower: 97, upper: null },
        },
      },
    ],
    running: daysLeftBands.map((band, at) => ({ band, cases: size + at, deadlines: size * 2 + at })),
    runningCannotTell: 3,
  }
}

export function weekFixture(change: Partial<WeekReport> = {}): WeekReport {
  const week = findWeek('2026-W47')
  if (week === undefined) throw new Error('there is a week 47')
  const periods = periodsUpTo(week, 26)
  return {
    week: '2026-W47',
    previous: '2026-W46',
    next: '2026-W48',
    from: '2026-11-16',
    to: '2026-11-22',
    isOver: true,
    knownFrom: '2025-01-01',
    asOf: '2026-11-22T23:00:00.000Z',
    followedTo: '2026-11-24T07:30:00.000Z',
    isDefined: true,
    words: notificationWords,
    promptRule: {
      id: 'R01',
      text: { da: 'Underretning vurderes for akut behov', en: 'Notification is assessed for acute need' },
      legal: 'BL § 133, stk. 2',
      limit: { da: '24 timer', en: '24 hours' },
    },
    unit: null,
    figures: weekFiguresFixture(31),
    municipality: weekFiguresFixture(31),
    units: [
      { unit: { id: 'n', name: 'Center Nord' }, figures: weekFiguresFixture(12) },
      { unit: { id: 's', name: 'Center Syd' }, figures: weekFiguresFixture(18) },
      { unit: null, figures: weekFiguresFixture(1) },
    ],
    curves: [
      {
        key: 'R06',
        steps: [20, 45, 80, 100, 118, 130].map((day, at) => ({
          day,
          finished: (at + 1) / 8,
          lower: at / 8,
          upper: (at + 2) / 8,
          atRisk: 90 - at * 10,
        })),
        lastDay: 240,
      },
    ],
    series: weekSeriesKeys.map((key) => seriesFixture(key, periods, null)),
    ...change,
  }
}

export function monthFiguresFixture(size: number): MonthFigures {
  const rules = [
    {
      id: 'R15',
      text: { da: 'Opfølgning inden 3 måneder', en: 'Follow-up within 3 months' },
      legal: 'BL § 95',
      limit: { da: '3 måneder', en: '3 months' },
    },
  ]
  return {
    measures: { running: size * 3, started: size, ended: size - 1 },
    byType: [
      { type: 'Fast kontaktperson', running: size * 2, started: size, ended: 1 },
      { type: '', running: size, started: 0, ended: size - 2 },
    ],
    placements: { running: size, started: 2, ended: 1 },
    plans: { made: size - 3, awaited: 1, overdue: 1, none: 1 },
    followUps: { rules, due: keptFixture(size, 3), held: size + 2 },
    visits: { rules, due: keptFixture(size, 1), held: size },
    withoutStart: 1,
  }
}

export function monthFixture(change: Partial<MonthReport> = {}): MonthReport {
  const month = findMonth('2026-10')
  if (month === undefined) throw new Error('there is an October')
  const periods = periodsUpTo(month, 13)
  return {
    month: '2026-10',
    previous: '2026-09',
    next: '2026-11',
    from: '2026-10-01',
    to: '2026-10-31',
    isOver: true,
    knownFrom: '2025-01-01',
    asOf: '2026-10-31T23:00:00.000Z',
    followedTo: '2026-11-24T07:30:00.000Z',
    isDefined: true,
    named: { measures: true, placements: true },
    unit: null,
    figures: monthFiguresFixture(24),
    municipality: monthFiguresFixture(24),
    units: [
      { unit: { id: 'n', name: 'Center Nord' }, figures: monthFiguresFixture(10) },
      { unit: { id: 's', name: 'Center Syd' }, figures: monthFiguresFixture(14) },
    ],
    series: monthSeriesKeys.flatMap((key): readonly FlowSeries<MonthSeriesKey>[] =>
      key === 'measures-running-of-type'
        ? ['Fast kontaktperson', 'Aflastning'].map((type) => seriesFixture(key, periods, type))
        : [seriesFixture(key, periods, null)],
    ),
    ...change,
  }
}
