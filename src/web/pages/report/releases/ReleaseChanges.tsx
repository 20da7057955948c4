import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getReleaseChanges, type ReleaseChange } from '../../../../contract/report/releases.ts'
import { ask } from '../../../api.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { releases as da } from '../../../texts/da/releases.ts'
import { releases as en } from '../../../texts/en/releases.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { SinceRelease } from '../figures/SinceRelease.tsx'

/** Works the frozen report out again, on demand: which numbers would be others today, and why. */
export function ReleaseChanges({ release }: { release: string }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const [asked, setAsked] = useState(false)
  const query = useQuery({ ...ask(getReleaseChanges, { params: { release } }), enabled: asked })
  const columns: readonly DataColumn<ReleaseChange>[] = [
    { key: 'label', title: texts.change.label, rowHeader: true, render: ({ label }) => local(label) },
    {
      key: 'before',
      title: texts.change.before,
      render: ({ before }) => (before === null ? '–' : local(before)),
    },
    { key: 'after', title: texts.change.after, render: ({ after }) => (after === null ? '–' : local(after)) },
    { key: 'why', title: texts.change.why, render: ({ why }) => texts.reasons[why] },
  ]
  const count = (number: number) => formatInteger(number, language)
  return (
    <section>
      <h2>{texts.changes}</h2>
      {!asked && <Button onClick={() => setAsked(true)}>{texts.compare}</Button>}
      {asked && query.isPending && <Loading />}
      {query.isError && <Problem error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && (
        <output>
          {query.data.changes.length === 0
            ? texts.unchanged(count(query.data.figures))
            : texts.changed(count(query.data.changes.length), count(query.data.figures))}
        </output>
      )}
      {query.data !== undefined && <SinceRelease release={release} />}
      {query.data !== undefined && query.data.changes.length > 0 && (
        <DataTable
          caption={texts.changes}
          captionHidden
          stacked
          columns={columns}
          rows={query.data.changes}
          rowKey={({ id }) => id}
        />
      )}
    </section>
  )
}
