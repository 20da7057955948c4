import type { AppealTallyRow } from '../../../../contract/learning/appeals.ts'
import { fewestForPercent } from '../../../../core/report/print-figure.ts'
import { formatInteger, formatInterval, formatPercent } from '../../../format/numbers.ts'
import { appeals as da } from '../../../texts/da/appeals.ts'
import { appeals as en } from '../../../texts/en/appeals.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'

/** `69 % (60–78 %) af 95`; of fewer than ten `2 af 3`, of which a percentage would say more than is known. */
export function ShareUpheld({ upheld }: { readonly upheld: AppealTallyRow['upheld'] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  if (upheld === null) return texts.noShare
  const of = formatInteger(upheld.of, language)
  if (upheld.of < fewestForPercent)
    return texts.few(formatInteger(Math.round(upheld.share * upheld.of), language), of)
  return texts.shareOf(formatPercent(upheld.share, language), formatInterval(upheld.interval, language), of)
}
