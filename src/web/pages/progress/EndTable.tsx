import { paceDays } from '../../../core/review/expected-end.ts'
import { plannedBy } from '../../../core/review/plan-line.ts'
import type { LevelState, RoundState } from '../../../contract/review/round-state.ts'
import { formatDate } from '../../format/dates.ts'
import { formatDecimal } from '../../format/numbers.ts'
import { progress as da } from '../../texts/da/progress.ts'
import { progress as en } from '../../texts/en/progress.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Progress } from '../../ui/Progress.tsx'

/** For each level how far it is, how far it should be, and when it is likely to be done. */
export function EndTable({ state }: { state: RoundState }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  const sums = (level: LevelState) => {
    const own = state.counts.filter((each) => each.level === level.level)
    const sum = (key: 'drawn' | 'submitted' | 'writtenOff') =>
      own.reduce((total, each) => total + each[key], 0)
    return { drawn: sum('drawn'), submitted: sum('submitted'), writtenOff: sum('writtenOff') }
  }
  const columns: readonly DataColumn<LevelState>[] = [
    {
      key: 'level',
      title: texts.levelTitle,
      rowHeader: true,
      render: ({ level, title }) => `${level} ${local(title)}`,
    },
    {
      key: 'submitted',
      title: texts.states.submitted,
      className: 'progress-cell',
      render: (level) => {
        const { drawn, submitted, writtenOff } = sums(level)
        return drawn + writtenOff === 0 ? (
          <span className="soft">{texts.notDrawn}</span>
        ) : (
          <>
            <Progress
              label={texts.progressOf(texts.level(level.level, local(level.title)))}
              done={submitted}
              of={drawn + writtenOff}
            />
            {writtenOff > 0 && <span className="cell-note">{texts.writtenOffCount(writtenOff)}</span>}
          </>
        )
      },
    },
    {
      key: 'plan',
      title: texts.plan,
      render: ({ drawnOn, dueOn, ...level }) => {
        if (drawnOn === null || dueOn === null) return <span className="soft">{texts.noPlan}</span>
        const { drawn } = sums({ drawnOn, dueOn, ...level })
        const planned = Math.floor(plannedBy(state.today, { drawnOn, dueOn, drawn }))
        return (
          <>
            {texts.dueOn(formatDate(dueOn, language))}
            <br />
            <span className="soft">{texts.plannedByToday(planned)}</span>
          </>
        )
      },
    },
    { key: 'end', title: texts.end, render: (level) => <End level={level} /> },
  ]
  return (
    <>
      <DataTable
        caption={texts.endCaption}
        captionHidden
        columns={columns}
        rows={state.levels}
        rowKey={({ level }) => String(level)}
        stacked
      />
      {state.levels.some(({ end }) => end?.kind === 'expected') && (
        <p className="soft small">{texts.endNote(paceDays)}</p>
      )}
    </>
  )
}

function End({ level: { end, days } }: { level: LevelState }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  if (end === null) return <span className="soft">{texts.endUndrawn}</span>
  if (end.kind === 'done') {
    const last = days.at(-1)
    return last === undefined ? texts.done : texts.doneOn(formatDate(last.day, language))
  }
  if (end.kind === 'too-few') return texts.tooFew(end.submitted, paceDays)
  const [earliest, latest] = [end.earliest, end.latest].map((day) => day && formatDate(day, language))
  return (
    <>
      <strong>{texts.about(formatDate(end.day, language))}</strong>
      <br />
      <span className="soft">
        {texts.between(earliest ?? '', latest ?? null)} {texts.pace(formatDecimal(end.pace, language))}
      </span>
    </>
  )
}
