import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listPurges, previewPurge, proposePurge } from '../../../../contract/access/retention/retention.ts'
import { ask, useSend } from '../../../api.ts'
import { retention as da } from '../../../texts/da/retention.ts'
import { retention as en } from '../../../texts/en/retention.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'

const reasons = ['notYet', 'open', 'noPeriod', 'held'] as const

/** What would be erased today, what comes, why the rest stays; and the proposal. */
export function DueCases({ onDone }: { onDone: (note: string) => void }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const query = useQuery(ask(previewPurge, {}))
  const [asking, setAsking] = useState(false)
  const send = useSend(proposePurge, [listPurges, previewPurge])
  return (
    <section aria-labelledby="retention-due">
      <h2 id="retention-due">{texts.due}</h2>
      <Answer query={query}>
        {({ due, cases, rows, kept, coming }) => (
          <>
            <p>{texts.dueNow(due)}</p>
            {due > 0 && (
              <>
                <Disclosure summary={texts.rows}>
                  <DataTable
                    caption={texts.rowsCaption}
                    captionHidden
                    columns={[
                      { key: 'table', title: texts.table, rowHeader: true, render: (row) => local(row) },
                      { key: 'rows', title: texts.count, align: 'end', render: (row) => row.rows },
                    ]}
                    rows={rows}
                    rowKey={({ table }) => table}
                  />
                </Disclosure>
                <Disclosure summary={texts.dueCases(cases.length, due)}>
                  <ul>
                    {cases.map(({ caseId }) => (
                      <li key={caseId}>{caseId}</li>
                    ))}
                  </ul>
                </Disclosure>
                <Button variant="primary" onClick={() => setAsking(true)}>
                  {texts.propose}
                </Button>
              </>
            )}
            <h3>{texts.coming}</h3>
            <KeyValues
              items={coming.map(({ months, cases: count }) => ({
                key: String(months),
                name: texts.within(months),
                value: texts.cases(count),
              }))}
            />
            <h3>{texts.keptTitle}</h3>
            <KeyValues
              items={reasons.map((why) => ({
                key: why,
                name: texts.keptBecause[why],
                value: texts.cases(kept[why]),
              }))}
            />
            <ConfirmDialog
              title={texts.proposeTitle(due)}
              open={asking}
              onClose={() => setAsking(false)}
              action={texts.propose}
              busy={send.isPending}
              error={send.error}
              onConfirm={() =>
                send.mutate(
                  {},
                  {
                    onSuccess: () => {
                      setAsking(false)
                      onDone(texts.proposed)
                    },
                  },
                )
              }
            >
              <p>{texts.proposeWhat}</p>
            </ConfirmDialog>
          </>
        )}
      </Answer>
    </section>
  )
}
