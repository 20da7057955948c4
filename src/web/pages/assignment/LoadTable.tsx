import type { Assignment, ReviewerLoad } from '../../../contract/review/assignment.ts'
import { isRole } from '../../../core/access/role.ts'
import { formatShortDate } from '../../format/dates.ts'
import { formatHours } from '../../format/durations.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { assignment as da } from '../../texts/da/assignment.ts'
import { assignment as en } from '../../texts/en/assignment.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

interface LoadTableProps {
  readonly assignment: Assignment
  readonly onRelieve: (reviewer: ReviewerLoad) => void
}

/** How much each reviewer has, by name and in no other order: nothing ranks persons. */
export function LoadTable({ assignment, onRelieve }: LoadTableProps) {
  const texts = useTexts({ da, en })
  const { roles } = useCommonTexts()
  const language = useLanguage()
  const { columns } = texts
  const all: readonly DataColumn<ReviewerLoad>[] = [
    {
      key: 'name',
      title: columns.name,
      rowHeader: true,
      sortBy: ({ name }) => name,
      render: (reviewer) => (
        <>
          {reviewer.name} {reviewer.ended && <StatusTag kind="attention">{texts.ended}</StatusTag>}
          <span className="cell-note">
            {[...reviewer.roles.map((role) => (isRole(role) ? roles[role] : role)), reviewer.unit]
              .filter((part) => part !== null)
              .join(', ')}
          </span>
        </>
      ),
    },
    {
      key: 'open',
      title: columns.open,
      align: 'end',
      render: ({ open }) => open,
    },
    {
      key: 'overdue',
      title: columns.overdue,
      align: 'end',
      render: ({ overdue }) => (overdue > 0 ? <strong>{overdue}</strong> : 0),
    },
    {
      key: 'submitted',
      title: columns.submitted,
      align: 'end',
      render: ({ submitted }) => submitted,
    },
    {
      key: 'left',
      title: columns.left,
      align: 'end',
      render: ({ minutesLeft }) => formatHours(minutesLeft, language),
    },
    {
      key: 'away',
      title: columns.away,
      render: ({ away }) =>
        away === null
          ? '–'
          : texts.awayFrom(formatShortDate(away.from, language), formatShortDate(away.until, language)),
    },
    {
      key: 'act',
      title: columns.act,
      render: (reviewer) =>
        reviewer.open > 0 &&
        !assignment.round.closed && (
          <Button
            variant="tertiary"
            aria-label={texts.relieveNamed(reviewer.name)}
            onClick={() => onRelieve(reviewer)}
          >
            {texts.relieve}
          </Button>
        ),
    },
  ]
  return (
    <DataTable
      caption={texts.loadCaption}
      captionHidden
      columns={all}
      rows={assignment.reviewers}
      rowKey={({ id }) => id}
      stacked
    />
  )
}
