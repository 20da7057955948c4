import { daysBetween } from '../../../core/review/days-between.ts'
import { cumulate, plannedBy } from '../../../core/review/plan-line.ts'
import type { LevelState, RoundState } from '../../../contract/review/round-state.ts'
import { formatDate, formatShortDate } from '../../format/dates.ts'
import { formatInteger } from '../../format/numbers.ts'
import { progress as da } from '../../texts/da/progress.ts'
import { progress as en } from '../../texts/en/progress.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'

interface PaceChartProps {
  readonly state: RoundState
  readonly level: LevelState
  readonly name: string
}

/** How the submitted reviews have added up since the draw, beside the straight line to the last due day. */
export function PaceChart({ state, level, name }: PaceChartProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { drawnOn, dueOn, days } = level
  const own = state.counts.filter((each) => each.level === level.level)
  // The scale is what is to be reviewed: what was written off never comes in.
  const drawn = own.reduce((sum, each) => sum + each.drawn, 0)
  const writtenOff = own.reduce((sum, each) => sum + each.writtenOff, 0)
  if (drawnOn === null || drawn === 0) return null
  const steps = cumulate(days)
  const submitted = steps.at(-1)?.submitted ?? 0
  const lastDay = state.round.closed || submitted === drawn ? (steps.at(-1)?.day ?? drawnOn) : state.today
  const until = [dueOn ?? drawnOn, lastDay].toSorted().at(-1) ?? lastDay
  const length = Math.max(1, daysBetween(drawnOn, until))
  const x = (day: string) => (Math.max(0, daysBetween(drawnOn, day)) / length) * 100
  const y = (count: number) => 100 - (count / drawn) * 100
  // Level until somebody submits, then a step up.
  const path = steps.map((step) => `H ${x(step.day)} V ${y(step.submitted)}`).join(' ')
  const label = texts.chartLabel(
    name,
    formatDate(drawnOn, language),
    texts.submittedOf(submitted, drawn, writtenOff),
    dueOn === null ? null : formatDate(dueOn, language),
  )
  const ticks = [drawn, Math.round(drawn / 2), 0].filter((tick, at, all) => all.indexOf(tick) === at)
  const showsToday = !state.round.closed && state.today < until && x(state.today) > 15 && x(state.today) < 80
  return (
    <figure className="pace-chart">
      <div className="plot">
        {ticks.map((tick) => (
          <span key={tick} className="tick" style={{ top: `${y(tick)}%` }} aria-hidden="true">
            {formatInteger(tick, language)}
          </span>
        ))}
        <svg role="img" aria-label={label} viewBox="0 0 100 100" preserveAspectRatio="none">
          {ticks.map((tick) => (
            <path key={tick} className="grid" d={`M 0 ${y(tick)} H 100`} />
          ))}
          {dueOn !== null && <path className="plan" d={`M 0 100 L ${x(dueOn)} 0 H 100`} />}
          {showsToday && <path className="today" d={`M ${x(state.today)} 0 V 100`} />}
          <path className="submitted" d={`M 0 100 ${path} H ${x(lastDay)}`} />
        </svg>
      </div>
      <div className="days" aria-hidden="true">
        <span>{formatShortDate(drawnOn, language)}</span>
        {showsToday && <span style={{ left: `${x(state.today)}%` }}>{texts.today}</span>}
        <span>{formatShortDate(until, language)}</span>
      </div>
      <figcaption>
        <span className="key-submitted">{texts.keySubmitted}</span>
        {dueOn !== null && <span className="key-plan">{texts.keyPlan}</span>}
      </figcaption>
      <Disclosure summary={texts.asTable}>
        <DayTable level={level} drawn={drawn} name={name} />
      </Disclosure>
    </figure>
  )
}

interface Row {
  readonly day: string
  readonly submitted: number
  readonly added: number
}

function DayTable({ level, drawn, name }: { level: LevelState; drawn: number; name: string }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { drawnOn, dueOn } = level
  const rows = cumulate(level.days).map((step, at): Row => ({
    ...step,
    added: level.days[at]?.submitted ?? 0,
  }))
  if (rows.length === 0) return <p>{texts.noneSubmitted}</p>
  const columns: readonly DataColumn<Row>[] = [
    { key: 'day', title: texts.day, rowHeader: true, render: ({ day }) => formatDate(day, language) },
    {
      key: 'added',
      title: texts.added,
      align: 'end',
      render: ({ added }) => formatInteger(added, language),
    },
    {
      key: 'sum',
      title: texts.sum,
      align: 'end',
      render: ({ submitted }) => formatInteger(submitted, language),
    },
    {
      key: 'plan',
      title: texts.planned,
      align: 'end',
      render: ({ day }) =>
        drawnOn === null || dueOn === null
          ? '–'
          : formatInteger(Math.floor(plannedBy(day, { drawnOn, dueOn, drawn })), language),
    },
  ]
  return (
    <DataTable caption={texts.daysCaption(name)} columns={columns} rows={rows} rowKey={({ day }) => day} />
  )
}
