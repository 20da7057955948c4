import { useState } from 'react'
import type { CallOutput } from '../../../contract/client.ts'
import type { FindingSummary, listFindings } from '../../../contract/finding/finding.ts'
import { mostFindingsAtOnce } from '../../../contract/finding/finding-acts.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { BulkDialog } from './BulkDialog.tsx'
import { FindingTable } from './FindingTable.tsx'
import { useFindingFilters } from './finding-filters.ts'

/** The list, a page at a time, and the same act for those that are chosen in it. */
export function FindingList({ listed }: { listed: CallOutput<typeof listFindings> }) {
  const texts = useTexts({ da, en })
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  // Kept as it was when asked, so that the dialog can tell of those that have left the list by what it did.
  const [acting, setActing] = useState<readonly FindingSummary[]>([])
  const { findings } = listed
  // What was filtered away meanwhile is not acted on unseen.
  const chosen = findings.filter(({ id }) => marked.has(id))
  const mark = (ids: readonly string[], on: boolean) => {
    const next = new Set(marked)
    for (const id of ids)
      if (on) next.add(id)
      else next.delete(id)
    setMarked(next)
  }
  return (
    <>
      <div className="choice-bar">
        <Checkbox
          checked={chosen.length > 0 && chosen.length === findings.length}
          onChange={(on) =>
            mark(
              findings.map(({ id }) => id),
              on,
            )
          }
        >
          {texts.chooseAll}
        </Checkbox>
        <span aria-live="polite">{chosen.length > 0 && texts.chosen(chosen.length)}</span>
        {chosen.length > mostFindingsAtOnce ? (
          <span className="field-error">{texts.most(mostFindingsAtOnce)}</span>
        ) : (
          chosen.length > 0 && (
            <Button variant="primary" onClick={() => setActing(chosen)}>
              {texts.actOnChosen}
            </Button>
          )
        )}
      </div>
      <FindingTable findings={findings} marked={marked} onMark={(id, on) => mark([id], on)} />
      <Pages listed={listed} />
      {acting.length > 0 && (
        <BulkDialog findings={acting} onClose={() => setActing([])} onSent={() => setMarked(new Set())} />
      )}
    </>
  )
}

function Pages({ listed: { page, perPage, total } }: { listed: CallOutput<typeof listFindings> }) {
  const texts = useTexts({ da, en })
  const [, setFilters] = useFindingFilters()
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
