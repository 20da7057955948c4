import { useState } from 'react'
import type { AssignedReview, Assignment } from '../../../contract/review/assignment.ts'
import { mostChosen } from '../../../core/review/obstacle.ts'
import { formatShortDate } from '../../format/dates.ts'
import { assignment as da } from '../../texts/da/assignment.ts'
import { assignment as en } from '../../texts/en/assignment.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

interface ReviewTableProps {
  readonly assignment: Assignment
  readonly onMove: (reviews: readonly AssignedReview[]) => void
}

/** The round's reviews; open ones can be chosen, one or many, and given to somebody. */
export function ReviewTable({ assignment, onMove }: ReviewTableProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const { columns } = texts
  const movable = assignment.round.closed
    ? []
    : assignment.reviews.filter(({ state }) => state !== 'submitted')
  // What was filtered away meanwhile is not moved unseen.
  const chosen = movable.filter(({ id }) => marked.has(id))
  const mark = (ids: readonly string[], on: boolean) => {
    const next = new Set(marked)
    for (const id of ids)
      if (on) next.add(id)
      else next.delete(id)
    setMarked(next)
  }
  const choice: DataColumn<AssignedReview> = {
    key: 'choose',
    title: columns.choose,
    className: 'choice-cell',
    render: ({ id, caseId, state }) =>
      state !== 'submitted' && (
        <Checkbox checked={marked.has(id)} onChange={(on) => mark([id], on)} labelHidden>
          {texts.choose(caseId)}
        </Checkbox>
      ),
  }
  const all: readonly DataColumn<AssignedReview>[] = [
    ...(movable.length > 0 ? [choice] : []),
    {
      key: 'case',
      title: columns.caseId,
      rowHeader: true,
      sortBy: ({ caseId }) => caseId,
      render: ({ caseId }) => caseId,
    },
    {
      key: 'stage',
      title: columns.stage,
      sortBy: ({ stage }) => local(stage),
      render: ({ stage }) => local(stage),
    },
    { key: 'unit', title: columns.unit, sortBy: ({ unit }) => unit.name, render: ({ unit }) => unit.name },
    {
      key: 'level',
      title: columns.level,
      align: 'end',
      sortBy: ({ level }) => level,
      render: ({ level }) => level,
    },
    {
      key: 'reviewer',
      title: columns.reviewer,
      sortBy: ({ reviewers }) => reviewers[0]?.name ?? null,
      render: ({ reviewers, lacksSecond }) =>
        reviewers.length === 0 ? (
          <StatusTag kind="attention">{texts.noReviewer}</StatusTag>
        ) : (
          <>
            {reviewers.map(({ name }) => name).join(', ')}{' '}
            {lacksSecond && <StatusTag kind="attention">{texts.noSecond}</StatusTag>}
          </>
        ),
    },
    {
      key: 'due',
      title: columns.due,
      sortBy: ({ dueOn }) => dueOn,
      render: ({ dueOn, overdue }) =>
        dueOn === null ? (
          '–'
        ) : overdue ? (
          <StatusTag kind="danger">{formatShortDate(dueOn, language)}</StatusTag>
        ) : (
          formatShortDate(dueOn, language)
        ),
    },
    {
      key: 'state',
      title: columns.state,
      sortBy: ({ state }) => state,
      render: ({ state }) => texts.states[state],
    },
  ]
  const allMarked = chosen.length > 0 && chosen.length === movable.length
  return (
    <>
      {movable.length > 0 && (
        <div className="choice-bar">
          <Checkbox
            checked={allMarked}
            onChange={(on) =>
              mark(
                movable.map(({ id }) => id),
                on,
              )
            }
          >
            {texts.chooseAll}
          </Checkbox>
          <span aria-live="polite">{chosen.length > 0 && texts.chosen(chosen.length)}</span>
          {chosen.length > 0 && chosen.length <= mostChosen && (
            <Button variant="primary" onClick={() => onMove(chosen)}>
              {chosen.every(({ reviewers }) => reviewers.length === 0)
                ? texts.give
                : texts.moveChosen(chosen.length)}
            </Button>
          )}
          {chosen.length > mostChosen && <span className="field-error">{texts.most(mostChosen)}</span>}
        </div>
      )}
      <DataTable
        caption={texts.reviewsCaption}
        captionHidden
        columns={all}
        rows={assignment.reviews}
        rowKey={({ id }) => id}
        stacked
      />
    </>
  )
}
