import type { RegisterRow } from '../../../../contract/caseflow/registers.ts'
import type { Register } from '../../../../core/caseflow/registers/register.ts'
import { formatShortDate } from '../../../format/dates.ts'
import { paths } from '../../../paths.ts'
import { registers as da } from '../../../texts/da/registers.ts'
import { registers as en } from '../../../texts/en/registers.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Link } from '../../../ui/Link.tsx'
import { StatusTag, type StatusKind } from '../../../ui/StatusTag.tsx'
import { GateSteps } from './GateSteps.tsx'
import { useKindName } from './kind-name.ts'
import type { ListedRegister } from './RegistersPage.tsx'

interface RegisterTableProps {
  readonly register: Register
  readonly listed: ListedRegister
  readonly onEnter: (row: RegisterRow) => void
  readonly onApprove: (row: RegisterRow) => void
  readonly onChanged: (words: string) => void
}

/** A row for each plan, placement, message or disagreement, in the order they come in. */
export function RegisterTable({ register, listed, onEnter, onApprove, onChanged }: RegisterTableProps) {
  const texts = useTexts({ da, en })
  const { columns: titles } = texts
  const columns: readonly DataColumn<RegisterRow>[] = [
    {
      key: 'case',
      title: titles.case,
      rowHeader: true,
      render: ({ caseId, unit, caseworker, caseworkerName }) => (
        <>
          <Link to={paths.caseDeadlines(caseId)}>{caseId}</Link>
          <span className="cell-note">
            {[unit, (caseworkerName ?? caseworker) || texts.caseworkerUnknown]
              .filter((part) => part !== '')
              .join(', ')}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      title: titles.state,
      className: 'wide',
      render: (row) => <Standing register={register} row={row} kinds={listed.kinds} />,
    },
    {
      key: 'steps',
      title: titles.steps,
      className: 'wide',
      render: (row) => <GateSteps row={row} kinds={listed.kinds} onChanged={onChanged} />,
    },
    { key: 'due', title: titles.due, render: (row) => <DueOf row={row} /> },
    ...(listed.rows.some(({ next, approve }) => next.length > 0 || approve !== null)
      ? [
          {
            key: 'act',
            title: titles.act,
            render: (row: RegisterRow) => (
              <div className="button-row">
                {row.approve !== null && (
                  <Button aria-label={texts.approveNamed(row.caseId)} onClick={() => onApprove(row)}>
                    {texts.approve}
                  </Button>
                )}
                {row.next.length > 0 && (
                  <Button
                    variant="tertiary"
                    aria-label={texts.nextNamed(row.caseId)}
                    onClick={() => onEnter(row)}
                  >
                    {texts.next}
                  </Button>
                )}
              </div>
            ),
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={texts.names[register]}
      captionHidden
      stacked
      columns={columns}
      rows={listed.rows}
      rowKey={rowKey}
    />
  )
}

/** A case can have several plans one after the other, and owe two messages of one notification. */
function rowKey({ caseId, about, steps, missing }: RegisterRow): string {
  return [caseId, about, steps[0]?.day, steps[0]?.moment, missing[0]?.kind].join(' ')
}

const stateKinds: Readonly<Record<RegisterRow['state'], StatusKind>> = {
  waiting: 'neutral',
  ready: 'active',
  running: 'active',
  ended: 'done',
  'with-caseworker': 'active',
  'with-department-manager': 'active',
  'with-manager': 'active',
  settled: 'done',
}

function Standing({
  register,
  row: { state, missing },
  kinds,
}: {
  register: Register
  row: RegisterRow
  kinds: ListedRegister['kinds']
}) {
  const texts = useTexts({ da, en })
  const nameOf = useKindName(kinds)
  const short: Readonly<Record<string, string>> = texts.missingKinds
  const lacking = missing.map(({ kind, times }) => texts.missingTimes(short[kind] ?? nameOf(kind), times))
  return (
    <>
      {register !== 'notifier' && <StatusTag kind={stateKinds[state]}>{texts.states[state]}</StatusTag>}
      {lacking.length > 0 && (
        <span className={register === 'notifier' ? undefined : 'cell-note'}>
          {texts.missing} {lacking.join(', ')}
        </span>
      )}
    </>
  )
}

/** What presses most: what has passed, else the next day to keep; red only for what has passed. */
function DueOf({ row: { deadlines, dueOn } }: { row: RegisterRow }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const open = deadlines
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => (b.lateBy ?? 0) - (a.lateBy ?? 0))[0]
  const running = deadlines
    .filter(({ state, left }) => state === 'running' && left !== null)
    .toSorted((a, b) => (a.left ?? 0) - (b.left ?? 0))[0]
  if (open !== undefined)
    return (
      <>
        <StatusTag kind="danger">{texts.lateBy(open.lateBy ?? 0)}</StatusTag>
        {open.dueOn !== null && (
          <span className="cell-note">{texts.dueOn(formatShortDate(open.dueOn, language))}</span>
        )}
      </>
    )
  if (running !== undefined)
    return (
      <>
        <StatusTag kind={(running.left ?? 0) <= 7 ? 'attention' : 'active'}>
          {texts.left(running.left ?? 0)}
        </StatusTag>
        {dueOn !== null && <span className="cell-note">{texts.dueOn(formatShortDate(dueOn, language))}</span>}
      </>
    )
  const last = deadlines.at(-1)
  if (last === undefined) return '–'
  if (last.state === 'running') return <span className="soft">{texts.noLimit}</span>
  return (
    <StatusTag kind={last.state === 'met' ? 'done' : 'neutral'}>
      {last.state === 'met' ? texts.met : last.state === 'late' ? texts.doneLate : texts.cannotTell}
    </StatusTag>
  )
}
