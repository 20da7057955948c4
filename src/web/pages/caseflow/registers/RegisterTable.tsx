import type { RegisterRow } from '../../../../contract/caseflow/registers.ts'
import type { Register } from '../../../../core/caseflow/registers/register.ts'
import { paths } from '../../../paths.ts'
import { registers as da } from '../../../texts/da/registers.ts'
import { registers as en } from '../../../texts/en/registers.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Link } from '../../../ui/Link.tsx'
import { StatusTag, type StatusKind } from '../../../ui/StatusTag.tsx'
import { GateDue } from './GateDue.tsx'
import { GateSteps } from './GateSteps.tsx'
import { useKindName } from './kind-name.ts'
import type { ListedRegister } from './listed-register.ts'

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
    { key: 'due', title: titles.due, render: (row) => <GateDue row={row} /> },
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

/** What nobody named can come several times in a case, one after the other, and one notification can owe two messages. */
function rowKey({ caseId, about, steps, missing }: RegisterRow): string {
  const which = about === '' ? [steps[0]?.day, steps[0]?.moment, missing[0]?.kind] : [about]
  return [caseId, ...which].join(' ')
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
  row: { state, missing, oneHand },
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
      {(register !== 'notifier' || state === 'ended') && (
        <StatusTag kind={stateKinds[state]}>{texts.states[state]}</StatusTag>
      )}
      {lacking.length > 0 && (
        <span className={register === 'notifier' ? undefined : 'cell-note'}>
          {texts.missing} {lacking.join(', ')}
        </span>
      )}
      {oneHand !== null && <span className="cell-note">{texts.oneHand(oneHand.name ?? texts.somebody)}</span>}
    </>
  )
}
