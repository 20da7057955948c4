import { useState } from 'react'
import { addressOf } from '../../../contract/client.ts'
import { downloadRoundData } from '../../../contract/report/round-data.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'

/** All answers of a closed round as files for other programs. */
export function RoundDataLinks({ round }: { round: string }) {
  const texts = useTexts({ da, en })
  const lang = useLanguage()
  const [recipient, setRecipient] = useState('')
  const named = recipient.trim().length > 1 ? { recipient: recipient.trim() } : {}
  const to = (format: 'xlsx' | 'csv') =>
    addressOf(downloadRoundData, { params: { round }, query: { format, lang, ...named } })
  return (
    <>
      <Field label={texts.dataRecipient} hint={texts.dataRecipientHint} optional>
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            maxLength={100}
            value={recipient}
            onChange={({ target }) => setRecipient(target.value)}
          />
        )}
      </Field>
      <a className={buttonClass('secondary')} href={to('xlsx')}>
        {texts.downloadData}
      </a>
      <a className={buttonClass('secondary')} href={to('csv')}>
        {texts.downloadDataCsv}
      </a>
    </>
  )
}
