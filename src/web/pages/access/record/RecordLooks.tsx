import { useState } from 'react'
import type { RecordLook } from '../../../../contract/access/record.ts'
import { formatDateTime, formatShortDate } from '../../../format/dates.ts'
import { useCommonTexts } from '../../../texts/common.ts'
import { logWords as wordsDa } from '../../../texts/da/log-words.ts'
import { recordLog as da } from '../../../texts/da/record-log.ts'
import { logWords as wordsEn } from '../../../texts/en/log-words.ts'
import { recordLog as en } from '../../../texts/en/record-log.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { wordFor } from '../log-detail.ts'
import { HoldDialog } from './HoldDialog.tsx'

interface RecordLooksProps {
  readonly looks: readonly RecordLook[]
  /** Looks at one case can be chosen to be told later; undefined: several cases are shown. */
  readonly ofCase: string | undefined
}

export function RecordLooks({ looks, ofCase }: RecordLooksProps) {
  const texts = useTexts({ da, en })
  const words = useTexts<typeof wordsDa>({ da: wordsDa, en: wordsEn })
  const { roles } = useCommonTexts()
  const language = useLanguage()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const here = looks.map(({ entry }) => entry).filter((entry) => chosen.has(entry))
  const toggle = (entry: string, wanted: boolean) => {
    const next = new Set(chosen)
    if (wanted) next.add(entry)
    else next.delete(entry)
    setChosen(next)
  }
  const columns: readonly DataColumn<RecordLook>[] = [
    {
      key: 'when',
      title: texts.when,
      rowHeader: true,
      render: ({ at, heldUntil }) => (
        <>
          {formatDateTime(at, language)}
          {heldUntil !== null && (
            <small className="soft"> {texts.heldUntil(formatShortDate(heldUntil, language))}</small>
          )}
        </>
      ),
    },
    {
      key: 'who',
      title: texts.who,
      render: ({ person, roles: held }) =>
        person === null ? (
          <span className="soft">{texts.program}</span>
        ) : (
          <>
            {person.name} ({person.initials})
            <br />
            <small className="soft">
              {held.length === 0
                ? texts.noRole
                : held
                    .map(({ role, unit }) => `${roles[role]}, ${unit ?? texts.wholeMunicipality}`)
                    .join('; ')}
            </small>
          </>
        ),
    },
    { key: 'way', title: texts.way, render: ({ way }) => texts.ways[way] },
    {
      key: 'act',
      title: texts.act,
      render: ({ act, detail }) => {
        const code = typeof detail['during'] === 'string' ? detail['during'] : act
        return wordFor(words.acts, code) ?? code
      },
    },
    ...(ofCase === undefined
      ? []
      : [
          {
            key: 'choose',
            title: texts.chosen,
            render: ({ entry, at }: RecordLook) => (
              <Checkbox checked={chosen.has(entry)} onChange={(wanted) => toggle(entry, wanted)} labelHidden>
                {texts.choose(formatDateTime(at, language))}
              </Checkbox>
            ),
          },
        ]),
  ]
  return (
    <>
      <DataTable
        caption={texts.caption}
        columns={columns}
        rows={looks}
        rowKey={({ entry }) => entry}
        stacked
      />
      {ofCase !== undefined && here.length > 0 && (
        <div className="button-row">
          <Button onClick={() => setAsking(true)}>{texts.hold(here.length)}</Button>
        </div>
      )}
      {ofCase !== undefined && asking && (
        <HoldDialog
          ofCase={ofCase}
          entries={here}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false)
            setChosen(new Set())
          }}
        />
      )}
    </>
  )
}
