import type { getCase } from '../../../../contract/caseflow/deadlines.ts'
import type { CallOutput } from '../../../../contract/client.ts'
import { formatDate, formatMonth } from '../../../format/dates.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { caseSheet as da } from '../../../texts/da/case-sheet.ts'
import { caseSheet as en } from '../../../texts/en/case-sheet.ts'
import { caseflow as caseflowDa } from '../../../texts/da/caseflow.ts'
import { caseflow as caseflowEn } from '../../../texts/en/caseflow.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import type { SheetPhase } from '../../../../contract/caseflow/case-sheet.ts'
import { layTimeLine, type Mark } from './time-line-layout.ts'

/** Height of a lane and of the axis below them, in px. */
const laneHeight = 34
const axisHeight = 26

/** What the case has gone through and when: a bar a phase, marks for events and for deadlines that wait. A table has the same. */
export function TimeLine({ shown }: { shown: CallOutput<typeof getCase> }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { events, deadlines, sheet } = shown
  const laid = layTimeLine({
    today: sheet.today,
    phases: sheet.phases,
    events,
    dues: deadlines.flatMap(({ state, dueOn }) =>
      dueOn !== null && (state === 'open' || state === 'running')
        ? [{ dueOn, overdue: state === 'open' }]
        : [],
    ),
  })
  const labelOf = useLaneLabel()
  const bars = laid.lanes.map((lane) => ({ label: labelOf(lane[0]?.phase), lane }))
  const eventsY = bars.length * laneHeight
  const duesY = eventsY + (laid.events.length > 0 ? laneHeight : 0)
  const bottom = duesY + (laid.dues.length > 0 ? laneHeight : 0)
  const label = texts.timeLineLabel(
    sheet.phases.length,
    events.length,
    formatDate(laid.from, language),
    formatDate(laid.to, language),
  )
  return (
    <svg className="time-line" role="img" aria-label={label} height={bottom + axisHeight}>
      {laid.ticks.map(({ day, x }) => (
        <g key={day} className="tick">
          <line x1={`${x}%`} x2={`${x}%`} y1="0" y2={bottom} />
          <text x={`${x}%`} y={bottom + 18} textAnchor={x < 6 ? 'start' : x > 90 ? 'end' : 'middle'}>
            {formatMonth(day, language)}
          </text>
        </g>
      ))}
      {laid.today !== null && (
        <g>
          <line className="today" x1={`${laid.today}%`} x2={`${laid.today}%`} y1="0" y2={bottom} />
          <text x={`${laid.today}%`} y={bottom + 18} textAnchor={laid.today > 90 ? 'end' : 'middle'}>
            {texts.today}
          </text>
        </g>
      )}
      {bars.map(({ label: name, lane }, at) => (
        // Lanes have no name of their own: several may be of one phase.
        <g key={at} className="lane">
          <LaneName x={lane[0]?.x ?? 0} y={at * laneHeight + 14}>
            {name}
          </LaneName>
          {lane.map(({ phase, x, width }) => (
            <rect
              key={`${phase.from} ${x}`}
              className={phase.to === null ? 'bar runs' : 'bar'}
              x={`${x}%`}
              y={at * laneHeight + 19}
              width={`${width}%`}
              height="9"
              rx="2"
            />
          ))}
        </g>
      ))}
      <Marks marks={laid.events} y={eventsY} name={texts.eventsLane} className="events" />
      <Marks marks={laid.dues} y={duesY} name={texts.deadlinesLane} className="dues" />
    </svg>
  )
}

/** Begins where its first bar does, unless it would run out of the picture there. */
function LaneName({ x, y, children }: { x: number; y: number; children: string }) {
  const late = x > 55
  return (
    <text className="lane-name" x={late ? '100%' : `${x}%`} y={y} textAnchor={late ? 'end' : 'start'}>
      {children}
    </text>
  )
}

interface MarksProps {
  readonly marks: readonly Mark[]
  readonly y: number
  readonly name: string
  readonly className: string
}

/** One mark for what lies close together, with how many they are. */
function Marks({ marks, y, name, className }: MarksProps) {
  const language = useLanguage()
  if (marks.length === 0) return null
  return (
    <g className={className}>
      <LaneName x={marks[0]?.x ?? 0} y={y + 12}>
        {name}
      </LaneName>
      {marks.map(({ x, count, overdue }) => (
        <g key={x} className={overdue ? 'mark overdue' : 'mark'}>
          <circle cx={`${x}%`} cy={y + 24} r={count === 1 ? 5 : 8} />
          {count > 1 && (
            <text x={`${x}%`} y={y + 28} textAnchor="middle">
              {formatInteger(count, language)}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

/** A phase by its name, its measure and, where there are siblings, its child. */
export function useLaneLabel(): (phase: SheetPhase | undefined) => string {
  const { childNumber } = useTexts({ da: caseflowDa, en: caseflowEn })
  const local = useLocal()
  return (phase) => {
    if (phase === undefined) return ''
    const { name, measure, child } = phase
    const what = measure === null ? local(name) : `${local(name)}: ${measure}`
    return child === null ? what : `${what} (${childNumber(child)})`
  }
}
