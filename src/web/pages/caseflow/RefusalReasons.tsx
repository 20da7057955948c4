import type { EventPreview } from '../../../contract/caseflow/event-imports.ts'
import { formatInteger } from '../../format/numbers.ts'
import { eventImport as da } from '../../texts/da/event-import.ts'
import { eventImport as en } from '../../texts/en/event-import.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'

/** How many rows are refused for what: the list of rows stops at a hundred, this counts them all. */
export function RefusalReasons({ why }: { why: EventPreview['why'] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  if (why.length === 0) return null
  const reasons: Readonly<Record<string, string>> = texts.reasons
  const totals = new Map<string, number>()
  for (const { code, count } of why) {
    const reason = reasons[code] ?? texts.otherReason
    totals.set(reason, (totals.get(reason) ?? 0) + count)
  }
  return (
    <>
      <h3>{texts.why}</h3>
      <KeyValues
        items={[...totals].map(([reason, count]) => ({
          key: reason,
          name: reason,
          value: formatInteger(count, language),
        }))}
      />
    </>
  )
}
