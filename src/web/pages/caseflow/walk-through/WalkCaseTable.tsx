import { useState } from 'react'
import type { WalkCase } from '../../../../contract/caseflow/walk-throughs.ts'
import { formatShortDate } from '../../../format/dates.ts'
import { paths, type WalkThroughFilters } from '../../../paths.ts'
import { walkThrough as da } from '../../../texts/da/walk-through.ts'
import { walkThrough as en } from '../../../texts/en/walk-through.ts'
import { useCommonTexts } from '../../../texts/common.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Link } from '../../../ui/Link.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'

interface WalkCaseTableProps {
  readonly cases: readonly WalkCase[]
  /** Whose cases are walked through; goes along to the case, so that it knows the next one. */
  readonly walk: WalkThroughFilters
}

/** What is listed before somebody asks for all: a morning's work, in the order in which it is done. */
const shownAtOnce = 50

export function WalkCaseTable({ cases, walk }: WalkCaseTableProps) {
  const texts = useTexts({ da, en })
  const common = useCommonTexts()
  const [all, setAll] = useState(false)
  const shown = all ? cases : cases.slice(0, shownAtOnce)
  const language = useLanguage()
  const titles = texts.columns
  const columns: readonly DataColumn<WalkCase>[] = [
    {
      key: 'case',
      title: titles.case,
      rowHeader: true,
      render: ({ caseId }) => <Link to={paths.caseDeadlines(caseId, walk)}>{caseId}</Link>,
    },
    {
      key: 'caseworker',
      title: titles.caseworker,
      render: ({ caseworker, caseworkerName }) => caseworkerName ?? (caseworker || '–'),
    },
    {
      key: 'overdue',
      title: titles.overdue,
      render: ({ overdue, lateAgreements }) => (
        <>
          {overdue === 0 ? '–' : <StatusTag kind="danger">{texts.overdueCount(overdue)}</StatusTag>}
          {lateAgreements > 0 && <span className="cell-note">{texts.lateAgreements(lateAgreements)}</span>}
        </>
      ),
    },
    {
      key: 'next',
      title: titles.next,
      render: ({ next }) => (next === null ? '–' : formatShortDate(lastDayBefore(next), language)),
    },
    {
      key: 'last',
      title: titles.last,
      render: ({ lastWalked }) => (lastWalked === null ? texts.never : formatShortDate(lastWalked, language)),
    },
    { key: 'state', title: titles.state, render: (one) => <WalkState one={one} /> },
  ]
  return (
    <>
      <DataTable
        caption={texts.listCaption}
        captionHidden
        stacked
        columns={columns}
        rows={shown}
        rowKey={({ caseId }) => caseId}
      />
      {shown.length < cases.length && (
        <div className="button-row">
          <span className="soft">{texts.shown(shown.length, cases.length)}</span>
          <Button onClick={() => setAll(true)}>{common.showAll(cases.length)}</Button>
        </div>
      )}
    </>
  )
}

/** A day ends where the next one begins in Denmark, so the moment just before lies in the last day. */
function lastDayBefore(moment: string): string {
  return new Date(Date.parse(moment) - 1).toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' })
}

function WalkState({ one: { walked, begun } }: { one: WalkCase }) {
  const texts = useTexts({ da, en })
  if (begun) return <StatusTag kind="active">{texts.begun}</StatusTag>
  return walked ? (
    <StatusTag kind="done">{texts.done}</StatusTag>
  ) : (
    <StatusTag kind="neutral">{texts.waiting}</StatusTag>
  )
}
