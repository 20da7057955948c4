import { addressOf } from '../../../contract/client.ts'
import { downloadRoundData } from '../../../contract/report/round-data.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { buttonClass } from '../../ui/Button.tsx'

/** All answers of a closed round as files for other programs. */
export function RoundDataLinks({ round }: { round: string }) {
  const texts = useTexts({ da, en })
  const lang = useLanguage()
  const to = (format: 'xlsx' | 'csv') =>
    addressOf(downloadRoundData, { params: { round }, query: { format, lang } })
  return (
    <>
      <a className={buttonClass('secondary')} href={to('xlsx')}>
        {texts.downloadData}
      </a>
      <a className={buttonClass('secondary')} href={to('csv')}>
        {texts.downloadDataCsv}
      </a>
    </>
  )
}
