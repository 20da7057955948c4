import type { SheetPhase } from '../../../../contract/caseflow/case-sheet.ts'

export interface TimeLineInput {
  readonly today: string
  readonly phases: readonly SheetPhase[]
  readonly events: readonly { readonly day: string }[]
  /** Due days of deadlines that are not done. */
  readonly dues: readonly { readonly dueOn: string; readonly overdue: boolean }[]
}

/** A phase as a bar; `x` and `width` in per cent of the picture. */
interface Bar {
  readonly phase: SheetPhase
  readonly x: number
  readonly width: number
}

/** Events, or deadlines, that lie too close to be told apart. */
export interface Mark {
  readonly x: number
  readonly count: number
  readonly overdue: boolean
}

export interface TimeLineLayout {
  readonly from: string
  readonly to: string
  /** Bars of one lane do not overlap; a lane is of one phase of one child. */
  readonly lanes: readonly (readonly Bar[])[]
  readonly events: readonly Mark[]
  readonly dues: readonly Mark[]
  readonly ticks: readonly { readonly day: string; readonly x: number }[]
  /** Null: beyond the picture. */
  readonly today: number | null
}

const msInDay = 86_400_000
/** Marks nearer to each other than this, in per cent, become one. */
const nearest = 2.6
/** A bar of one day must still be seen. */
const thinnest = 0.9
const fewestDays = 28
const mostTicks = 5
/** The word for today and a month beside it need so much room on a phone, in per cent. */
const roomForToday = 12
const tickMonths = [1, 2, 3, 6, 12, 24, 60, 120]

/** Where everything lies on a picture that any width can have: of 2 events as of 200. */
export function layTimeLine({ today, phases, events, dues }: TimeLineInput): TimeLineLayout {
  const running = phases.some(({ to }) => to === null)
  const days = [
    ...phases.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])]),
    ...events.map(({ day }) => day),
    ...dues.map(({ dueOn }) => dueOn),
    ...(running || dues.length > 0 ? [today] : []),
  ].map(dayOf)
  const now = dayOf(today)
  const first = days.length === 0 ? now : Math.min(...days)
  const last = days.length === 0 ? now : Math.max(...days)
  const room = Math.max(fewestDays, last - first)
  const pad = room * 0.03
  const from = first - pad
  const span = room + 2 * pad
  const place = (day: number) => ((day - from) / span) * 100
  const nowAt = now < from || now > from + span || !days.includes(now) ? null : place(now)
  return {
    from: isoDay(Math.round(first)),
    to: isoDay(Math.round(last)),
    lanes: lanesOf(
      phases.map((phase) => {
        const x = place(dayOf(phase.from))
        const end = phase.to === null ? Math.max(place(now), x) : place(dayOf(phase.to))
        return { phase, x, width: Math.max(thinnest, end - x) }
      }),
    ),
    events: marksOf(events.map(({ day }) => ({ x: place(dayOf(day)), overdue: false }))),
    dues: marksOf(dues.map(({ dueOn, overdue }) => ({ x: place(dayOf(dueOn)), overdue }))),
    ticks: ticksOf(from, from + span, place).filter(
      ({ x }) => nowAt === null || Math.abs(x - nowAt) > roomForToday,
    ),
    today: nowAt,
  }
}

/** Each phase of each child on lanes of its own, as few as the bars that overlap allow. */
function lanesOf(bars: readonly Bar[]): readonly (readonly Bar[])[] {
  const kinds = Map.groupBy(bars, ({ phase }) => `${phase.child ?? 0} ${phase.key} ${phase.measure ?? ''}`)
  return [...kinds.values()]
    .flatMap((ofKind) => {
      const lanes: Bar[][] = []
      for (const bar of ofKind.toSorted((a, b) => a.x - b.x)) {
        const free = lanes.find((lane) => lane.every(({ x, width }) => x + width <= bar.x))
        if (free === undefined) lanes.push([bar])
        else free.push(bar)
      }
      return lanes
    })
    .toSorted(
      (a, b) => (a[0]?.phase.child ?? 0) - (b[0]?.phase.child ?? 0) || (a[0]?.x ?? 0) - (b[0]?.x ?? 0),
    )
}

/** From the left; what lies close to the first of a group joins it. */
function marksOf(points: readonly { readonly x: number; readonly overdue: boolean }[]): readonly Mark[] {
  const marks: Mark[] = []
  for (const { x, overdue } of points.toSorted((a, b) => a.x - b.x)) {
    const last = marks.at(-1)
    if (last === undefined || x - last.x > nearest) marks.push({ x, count: 1, overdue })
    else marks[marks.length - 1] = { x: last.x, count: last.count + 1, overdue: last.overdue || overdue }
  }
  return marks
}

/** First days of months, so many apart that a narrow screen has room for them. */
function ticksOf(from: number, to: number, place: (day: number) => number): TimeLineLayout['ticks'] {
  const start = new Date(Math.ceil(from) * msInDay)
  const year = start.getUTCFullYear()
  for (const step of tickMonths) {
    const ticks: { day: string; x: number }[] = []
    for (let month = 0; ticks.length <= mostTicks; month += step) {
      const day = Date.UTC(year, month, 1) / msInDay
      if (day > to) break
      if (day >= from) ticks.push({ day: isoDay(day), x: place(day) })
    }
    if (ticks.length <= mostTicks) return ticks
  }
  return []
}

function dayOf(day: string): number {
  return Date.parse(day) / msInDay
}

function isoDay(day: number): string {
  return new Date(day * msInDay).toISOString().slice(0, 10)
}
