import { danishMoment, type DemoEvent } from './events.ts'
import type { DemoPerson } from './staff.ts'

/** Kind, day, time of day if there is one, and what else is said. */
type Row = readonly [
  kind: string,
  day: string,
  time?: string | undefined,
  more?: Readonly<Record<string, string>>,
]

/**
 * Cases that calendars and clocks make hard, all of them over: what a rule does to them can be looked up. Fixed days,
 * because the calendar is what they are about.
 */
const cases: readonly (readonly [id: string, ...rows: Row[]])[] = [
  // Received as the day begins, assessed as the next one does: exactly 24 hours.
  [
    'DEMO-MIDNAT',
    ['notification-received', '2026-03-03', '00:00'],
    ['notification-assessed', '2026-03-04', '00:00'],
    ['notification-acknowledged', '2026-03-04'],
    ['notification-closed', '2026-03-10'],
  ],
  // Clocks went forward in between: 24 hours on the clock are 23 that have passed, so there is an hour more.
  [
    'DEMO-SOMMERTID',
    ['notification-received', '2026-03-28', '14:00'],
    ['notification-assessed', '2026-03-29', '14:45'],
    ['notification-acknowledged', '2026-03-30'],
    ['notification-closed', '2026-04-14'],
  ],
  // Clocks went back in between: the same times lie 25 hours apart, and that is too late.
  [
    'DEMO-VINTERTID',
    ['notification-received', '2025-10-25', '14:00'],
    ['notification-assessed', '2025-10-26', '13:45'],
    ['notification-acknowledged', '2025-10-27'],
    ['notification-closed', '2025-11-04'],
  ],
  // Half a year from 31 August ends on a leap day, and in another law.
  [
    'DEMO-SKUDDAG',
    ['measure-decided', '2023-05-31', undefined, { consent: 'ja' }],
    ['plan-made', '2023-05-25'],
    ['consent-given', '2023-05-25'],
    ['child-conversation', '2023-05-22'],
    ['measure-started', '2023-05-31'],
    ['follow-up-held', '2023-08-31'],
    ['follow-up-held', '2024-02-29'],
    ['measure-ended', '2024-03-15'],
    ['case-closed', '2024-03-15'],
  ],
  // Begun before barnets lov, ended after: the old law judges it.
  [
    'DEMO-AARSSKIFTE',
    ['notification-received', '2023-12-29', '15:30'],
    ['notification-assessed', '2023-12-30', '10:00'],
    ['notification-acknowledged', '2024-01-05'],
    ['assessment-opened', '2024-01-08'],
    ['child-conversation', '2024-02-01'],
    ['assessment-completed', '2024-04-29'],
    ['case-closed', '2024-05-02'],
  ],
  // Easter lies between: six working days from Monday before it end on the Wednesday after.
  [
    'DEMO-PAASKE',
    ['notification-received', '2026-03-30', '11:00'],
    ['notification-assessed', '2026-03-30', '13:20'],
    ['notification-acknowledged', '2026-04-08'],
    ['notification-closed', '2026-04-20'],
  ],
  // Two notifications on one day are two clocks.
  [
    'DEMO-TO-PAA-EN-DAG',
    ['notification-received', '2026-05-05', '08:15'],
    ['notification-received', '2026-05-05', '15:40'],
    ['notification-assessed', '2026-05-05', '10:00'],
    ['notification-assessed', '2026-05-06', '09:10'],
    ['notification-acknowledged', '2026-05-06'],
    ['notification-acknowledged', '2026-05-07'],
    ['notification-closed', '2026-05-20'],
  ],
]

/** What an event says where nothing else is said. */
const kindsOwn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'notification-received': { notifier: 'borger' },
}

/** Siblings in one case: what is done for one is not done for the other. */
const siblings: readonly (readonly [child: number, ...row: Row])[] = [
  [0, 'notification-received', '2026-06-02', '12:00'],
  [1, 'notification-received', '2026-06-02', '12:00'],
  [0, 'notification-assessed', '2026-06-02', '15:00'],
  [1, 'notification-assessed', '2026-06-03', '16:30'],
  [0, 'notification-acknowledged', '2026-06-04'],
  [1, 'notification-acknowledged', '2026-06-04'],
  [0, 'notification-closed', '2026-06-20'],
  [1, 'notification-closed', '2026-06-20'],
]

/** The hard cases as events; `children` are two of the demo's, who are siblings here. Only what lies before `today`. */
export function listAwkwardEvents(
  caseworker: DemoPerson,
  children: readonly [string, string],
  today: string,
): readonly DemoEvent[] {
  const unit = caseworker.unit?.name ?? ''
  const toEvent = (caseId: string, at: number, row: Row, childId: string | null): DemoEvent => {
    const [kind, day, time, more = kindsOwn[row[0]] ?? {}] = row
    const id = `${caseId}-${at + 1}`
    return {
      id,
      caseId,
      kind,
      day,
      moment: time === undefined ? null : danishMoment(day, minutesOf(time)),
      unit,
      caseworker: caseworker.initials,
      childId,
      attributes: { event_id: id, ...more },
      registered: null,
    }
  }
  const events = [
    ...cases.flatMap(([caseId, ...rows]) => rows.map((row, at) => toEvent(caseId, at, row, null))),
    ...siblings.map(([child, ...row], at) => toEvent('DEMO-SOESKENDE', at, row, children[child] ?? null)),
    ...corrected(toEvent),
  ]
  return events.filter(({ day }) => day < today)
}

/** First registered a day too late; corrected a week after, and what it said is kept. */
function corrected(
  toEvent: (caseId: string, at: number, row: Row, childId: string | null) => DemoEvent,
): readonly DemoEvent[] {
  const id = 'DEMO-RETTET'
  const assessed = toEvent(id, 1, ['notification-assessed', '2026-04-22', '08:30'], null)
  const wrong = danishMoment('2026-04-23', minutesOf('08:30'))
  return [
    toEvent(id, 0, ['notification-received', '2026-04-21', '16:10'], null),
    {
      ...assessed,
      registered: new Date('2026-04-29T07:00:00Z'),
      before: { day: '2026-04-23', moment: wrong, registered: new Date('2026-04-23T09:00:00Z') },
    },
    toEvent(id, 2, ['notification-acknowledged', '2026-04-24'], null),
    toEvent(id, 3, ['notification-closed', '2026-05-04'], null),
  ]
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
