import { useState } from 'react'
import type {
  ReadyReconciliation,
  ReconciliationEntry,
} from '../../../../contract/caseflow/reconciliation.ts'
import { paths } from '../../../paths.ts'
import { useMay } from '../../../session.ts'
import { reconciliation as da } from '../../../texts/da/reconciliation.ts'
import { reconciliation as en } from '../../../texts/en/reconciliation.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Link } from '../../../ui/Link.tsx'
import { ConcludeDialog } from './ConcludeDialog.tsx'
import { EntryConclusion } from './EntryConclusion.tsx'
import { EntryRegistry } from './EntryRegistry.tsx'
import { useReconciliationFilters } from './reconciliation-filters.ts'

/** The cases of the filter with both sources side by side. */
export function EntryList({ answer }: { answer: ReadyReconciliation }) {
  const texts = useTexts({ da, en })
  const [concluding, setConcluding] = useState<ReconciliationEntry>()
  const [saved, setSaved] = useState(false)
  const { entries, total, questions } = answer
  const numberOf = (key: string) => questions.find(({ question }) => question === key)?.number ?? key
  return (
    <section aria-labelledby="reconciled-cases">
      <h2 id="reconciled-cases">
        {texts.list} <span className="soft">({texts.listed(total)})</span>
      </h2>
      <output>{saved && <p className="note">{texts.saved}</p>}</output>
      {entries.length === 0 ? (
        <EmptyState title={texts.none}>{texts.noneBody}</EmptyState>
      ) : (
        <EntryTable
          answer={answer}
          onConclude={(entry) => {
            setSaved(false)
            setConcluding(entry)
          }}
        />
      )}
      <Pages answer={answer} />
      {concluding !== undefined && (
        <ConcludeDialog
          entry={concluding}
          number={numberOf(concluding.question)}
          onClose={() => setConcluding(undefined)}
          onSaved={() => setSaved(true)}
        />
      )}
    </section>
  )
}

interface EntryTableProps {
  readonly answer: ReadyReconciliation
  readonly onConclude: (entry: ReconciliationEntry) => void
}

function EntryTable({ answer: { entries, questions, units }, onConclude }: EntryTableProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const may = useMay()
  const titles = texts.columns
  const asked = (key: string) => questions.find(({ question }) => question === key)
  const columns: readonly DataColumn<ReconciliationEntry>[] = [
    {
      key: 'case',
      title: titles.case,
      rowHeader: true,
      render: ({ caseId, stage, unit }) => (
        <>
          {may('caseflow.read') ? <Link to={paths.caseDeadlines(caseId)}>{caseId}</Link> : caseId}
          <span className="cell-note">{local(stage)}</span>
          {units.length > 2 && <span className="cell-note">{unit.name}</span>}
        </>
      ),
    },
    {
      key: 'question',
      title: titles.question,
      className: 'wide',
      render: ({ question, outcome }) => (
        <>
          {texts.asks(
            asked(question)?.number ?? question,
            local(asked(question)?.text ?? { da: '', en: '' }),
          )}
          <span className="cell-note">{texts.outcomes[outcome]}</span>
        </>
      ),
    },
    { key: 'registry', title: titles.registry, render: (entry) => <EntryRegistry entry={entry} /> },
    {
      key: 'review',
      title: titles.review,
      render: ({ answer, comment }) => (
        <>
          {texts.answers[answer]}
          {comment !== null && <span className="cell-note">{comment}</span>}
        </>
      ),
    },
    {
      key: 'conclusion',
      title: titles.conclusion,
      render: (entry) => (
        <EntryConclusion
          entry={entry}
          number={asked(entry.question)?.number ?? entry.question}
          onConclude={() => onConclude(entry)}
        />
      ),
    },
  ]
  return (
    <DataTable
      caption={texts.list}
      captionHidden
      columns={columns}
      rows={entries}
      rowKey={({ review, question }) => `${review} ${question}`}
      stacked
    />
  )
}

function Pages({ answer: { page, perPage, total } }: { answer: ReadyReconciliation }) {
  const texts = useTexts({ da, en })
  const [, setFilters] = useReconciliationFilters()
  const pages = Math.ceil(total / perPage)
  if (pages < 2) return null
  const turn = (to: number) => setFilters({ page: to === 1 ? undefined : String(to) })
  return (
    <nav className="choice-bar" aria-label={texts.pages}>
      {page > 1 && <Button onClick={() => turn(page - 1)}>{texts.previous}</Button>}
      <span aria-live="polite">{texts.page(page, pages)}</span>
      {page < pages && <Button onClick={() => turn(page + 1)}>{texts.next}</Button>}
    </nav>
  )
}
