import { useState } from 'react'
import type { EventPreview, listEventImports } from '../../../contract/caseflow/event-imports.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { formatInteger } from '../../format/numbers.ts'
import { eventImport as da } from '../../texts/da/event-import.ts'
import { eventImport as en } from '../../texts/en/event-import.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

type Word = EventPreview['unknownKinds'][number]

/** Words that no rule knows, and what each stands for. */
export function UnknownKinds({
  words,
  total,
  known,
  busy,
  onChoose,
}: {
  words: readonly Word[]
  /** Rows of all unknown words, also of those too many to be listed. */
  total: number
  known: CallOutput<typeof listEventImports>['kinds']
  busy: boolean
  onChoose: (chosen: Readonly<Record<string, string>>) => void
}) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  if (words.length === 0) return null
  const others = total - words.reduce((sum, { count }) => sum + count, 0)
  return (
    <section>
      <h3>{texts.kindsHeading}</h3>
      <p>{texts.kindsBody}</p>
      <DataTable
        caption={texts.kindsCaption}
        captionHidden
        stacked
        columns={[
          { key: 'word', title: texts.word, rowHeader: true, render: ({ word }: Word) => word },
          {
            key: 'rows',
            title: texts.rows,
            align: 'end',
            render: ({ count }) => formatInteger(count, language),
          },
          {
            key: 'means',
            title: texts.means,
            render: ({ word }) => (
              <select
                className="form-select"
                aria-label={texts.meansOf(word)}
                value={chosen[word] ?? ''}
                onChange={({ target }) => {
                  const { [word]: _, ...others } = chosen
                  setChosen(target.value === '' ? others : { ...others, [word]: target.value })
                }}
              >
                <option value="">{texts.nothing}</option>
                {known.map(({ key, name }) => (
                  <option key={key} value={key}>
                    {local(name)}
                  </option>
                ))}
              </select>
            ),
          },
        ]}
        rows={words}
        rowKey={({ word }) => word}
      />
      {others > 0 && <p>{texts.kindsMore(others, words.length)}</p>}
      {Object.keys(chosen).length > 0 && (
        <div className="button-row">
          <Button busy={busy} onClick={() => onChoose(chosen)}>
            {texts.readAgain}
          </Button>
        </div>
      )}
    </section>
  )
}
