import { useState } from 'react'
import { exportRecord, recordFormats } from '../../../../contract/access/record.ts'
import { addressOf } from '../../../../contract/client.ts'
import { recordLog as da } from '../../../texts/da/record-log.ts'
import { recordLog as en } from '../../../texts/en/record-log.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'

interface RecordFilesProps {
  readonly whose: { readonly case: string } | { readonly child: string }
}

/** The looks as files for whoever asked what is held on them. */
export function RecordFiles({ whose }: RecordFilesProps) {
  const texts = useTexts({ da, en })
  const lang = useLanguage()
  const [named, setNamed] = useState(false)
  return (
    <section aria-labelledby="record-files">
      <h2 id="record-files">{texts.files}</h2>
      <p>{texts.filesWhat}</p>
      <Checkbox checked={named} onChange={setNamed}>
        {texts.withNames}
      </Checkbox>
      <ul className="plain-list">
        {recordFormats.map((format) => (
          <li key={format}>
            <a
              href={addressOf(exportRecord, {
                query: { ...whose, format, lang, names: named ? 'yes' : 'no' },
              })}
              download
            >
              {texts.file(format.toUpperCase())}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
