import { addressOf } from '../../../../contract/client.ts'
import { downloadMonth, downloadWeek } from '../../../../contract/caseflow/flow-files.ts'
import { flowFiles as da } from '../../../texts/da/flow-files.ts'
import { flowFiles as en } from '../../../texts/en/flow-files.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { buttonClass } from '../../../ui/Button.tsx'

interface FlowReportFilesProps {
  readonly kind: 'week' | 'month'
  /** 2026-W47 or 2026-11. */
  readonly period: string
  /** Null: the whole municipality. */
  readonly unit: { readonly id: string } | null
}

/** The report on the page as files to print, pass on or reckon with. */
export function FlowReportFiles({ kind, period, unit }: FlowReportFilesProps) {
  const texts = useTexts({ da, en })
  const lang = useLanguage()
  const to = (format: 'pdf' | 'xlsx') => {
    const query = { format, lang, ...(unit !== null && { unit: unit.id }) }
    return kind === 'week'
      ? addressOf(downloadWeek, { params: { week: period }, query })
      : addressOf(downloadMonth, { params: { month: period }, query })
  }
  return (
    <>
      <a className={buttonClass('secondary')} href={to('pdf')}>
        {texts.pdf}
      </a>
      <a className={buttonClass('secondary')} href={to('xlsx')}>
        {texts.xlsx}
      </a>
    </>
  )
}
