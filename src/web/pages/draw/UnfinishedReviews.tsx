import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listUnfinishedReviews, type UnfinishedReview } from '../../../contract/review/corrections.ts'
import { ask } from '../../api.ts'
import { corrections as da } from '../../texts/da/corrections.ts'
import { corrections as en } from '../../texts/en/corrections.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { CorrectionButtons } from '../review/CorrectionButtons.tsx'
import { LazyDisclosure } from '../review/LazyDisclosure.tsx'
import { WriteOffDialog } from './WriteOffDialog.tsx'

/** The reviews that keep a round from closing, and those written off; opened on purpose, because it names cases. */
export function UnfinishedReviews({ round }: { round: string }) {
  const texts = useTexts({ da, en })
  return (
    <LazyDisclosure summary={texts.unfinishedTitle}>
      <Lists round={round} />
    </LazyDisclosure>
  )
}

function Lists({ round }: { round: string }) {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(listUnfinishedReviews, { params: { round } }))
  const [chosen, setChosen] = useState<UnfinishedReview | null>(null)
  return (
    <Answer query={query}>
      {({ reviews }) => {
        const open = reviews.filter(({ writtenOff }) => writtenOff === null)
        const off = reviews.filter(({ writtenOff }) => writtenOff !== null)
        return (
          <>
            <p>{texts.unfinishedIntro}</p>
            {open.length === 0 ? <p>{texts.allIn}</p> : <OpenTable rows={open} onWriteOff={setChosen} />}
            {off.length > 0 && (
              <>
                <h3>{texts.writtenOffTitle(off.length)}</h3>
                <WrittenOffTable rows={off} />
              </>
            )}
            {chosen !== null && <WriteOffDialog review={chosen} onClose={() => setChosen(null)} />}
          </>
        )
      }}
    </Answer>
  )
}

function useCaseColumns(): readonly DataColumn<UnfinishedReview>[] {
  const texts = useTexts({ da, en })
  const local = useLocal()
  return [
    {
      key: 'case',
      title: texts.caseId,
      rowHeader: true,
      render: ({ caseId, stage }) => (
        <>
          {caseId}
          <span className="cell-note">{local(stage)}</span>
        </>
      ),
      sortBy: ({ caseId }) => caseId,
    },
    { key: 'level', title: texts.level, render: ({ level }) => level, sortBy: ({ level }) => level },
    { key: 'unit', title: texts.unit, render: ({ unit }) => unit, sortBy: ({ unit }) => unit },
    {
      key: 'reviewer',
      title: texts.reviewer,
      render: ({ reviewers }) => reviewers.join(', ') || texts.nobody,
      sortBy: ({ reviewers }) => reviewers[0] ?? null,
    },
  ]
}

interface OpenTableProps {
  readonly rows: readonly UnfinishedReview[]
  readonly onWriteOff: (review: UnfinishedReview) => void
}

function OpenTable({ rows, onWriteOff }: OpenTableProps) {
  const texts = useTexts({ da, en })
  const columns: readonly DataColumn<UnfinishedReview>[] = [
    ...useCaseColumns(),
    {
      key: 'state',
      title: texts.state,
      render: ({ state, returned }) =>
        returned ? (
          <StatusTag kind="attention">{texts.beingCorrected}</StatusTag>
        ) : (
          <StatusTag kind={state === 'assigned' ? 'neutral' : 'active'}>
            {texts.states[state === 'assigned' ? 'assigned' : 'in-progress']}
          </StatusTag>
        ),
    },
    {
      key: 'act',
      title: texts.act,
      render: (review) =>
        review.mine ? (
          <span className="soft">{texts.ownReview}</span>
        ) : (
          <Button
            variant="tertiary"
            aria-label={texts.writeOffCase(review.caseId, review.level)}
            onClick={() => onWriteOff(review)}
          >
            {texts.writeOff}
          </Button>
        ),
    },
  ]
  return (
    <DataTable
      caption={texts.unfinishedCaption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      stacked
    />
  )
}

function WrittenOffTable({ rows }: { rows: readonly UnfinishedReview[] }) {
  const texts = useTexts({ da, en })
  const columns: readonly DataColumn<UnfinishedReview>[] = [
    ...useCaseColumns(),
    {
      key: 'why',
      title: texts.why,
      render: ({ writtenOff }) =>
        writtenOff !== null && (
          <>
            {texts.codes[writtenOff.code]}
            <span className="cell-note pre-line">{writtenOff.reason}</span>
          </>
        ),
    },
    {
      key: 'act',
      title: texts.act,
      render: ({ id, caseId, level }) => (
        <CorrectionButtons review={id} acts={['restore']} about={texts.restoreCase(caseId, level)} />
      ),
    },
  ]
  return (
    <DataTable
      caption={texts.writtenOffCaption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      stacked
    />
  )
}
