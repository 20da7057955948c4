import type { RegisterRow } from '../../../../contract/caseflow/registers.ts'
import { formatShortDate } from '../../../format/dates.ts'
import { registers as da } from '../../../texts/da/registers.ts'
import { registers as en } from '../../../texts/en/registers.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'

type GateDeadline = RegisterRow['deadlines'][number]

/** A week before, a day that is not far off is pointed out. */
const soon = 7

/** What presses most: what has passed, else the next day to keep; and what was kept too late. Red only for what has passed. */
export function GateDue({ row: { deadlines } }: { row: RegisterRow }) {
  const texts = useTexts({ da, en })
  const names: Readonly<Record<string, string>> = texts.breach
  const nameOf = ({ rule }: GateDeadline) => names[rule] ?? rule
  const [open, ...others] = deadlines
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => (b.lateBy ?? 0) - (a.lateBy ?? 0))
  const [running] = deadlines
    .filter(({ state, left }) => state === 'running' && left !== null)
    .toSorted((a, b) => (a.left ?? 0) - (b.left ?? 0))
  const late = deadlines.filter(({ state }) => state === 'late')
  const notes = [...others.map(nameOf), ...late.map((one) => texts.wasLate(nameOf(one)))]
  return (
    <>
      {open !== undefined ? (
        <>
          <StatusTag kind="danger">{texts.lateBy(open.lateBy ?? 0)}</StatusTag>
          <span className="cell-note">{nameOf(open)}</span>
        </>
      ) : running !== undefined ? (
        <>
          <StatusTag kind={(running.left ?? 0) <= soon ? 'attention' : 'active'}>
            {texts.left(running.left ?? 0)}
          </StatusTag>
          <LastDay of={running} />
        </>
      ) : (
        late.length === 0 && <Rest last={deadlines.at(-1)} />
      )}
      {notes.map((note) => (
        <span key={note} className="cell-note">
          {note}
        </span>
      ))}
    </>
  )
}

function LastDay({ of: { dueOn } }: { of: GateDeadline }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  return dueOn === null ? null : (
    <span className="cell-note">{texts.dueOn(formatShortDate(dueOn, language))}</span>
  )
}

function Rest({ last }: { last: GateDeadline | undefined }) {
  const texts = useTexts({ da, en })
  if (last === undefined) return '–'
  if (last.state === 'running') return <span className="soft">{texts.noLimit}</span>
  return last.state === 'met' ? (
    <StatusTag kind="done">{texts.met}</StatusTag>
  ) : (
    <StatusTag kind="neutral">{texts.cannotTell}</StatusTag>
  )
}
