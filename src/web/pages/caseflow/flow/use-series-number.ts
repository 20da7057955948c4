import type { FlowSeries } from '../../../../core/caseflow/flow/flow-figures.ts'
import { formatDecimal, formatInteger, formatPercent } from '../../../format/numbers.ts'
import { useLanguage } from '../../../texts/language.tsx'

/** Counts whole, their medians with a half where they have one; shares in whole per cent; days with one decimal. */
export function useSeriesNumber(kind: FlowSeries['kind']): (value: number) => string {
  const language = useLanguage()
  return (value) => {
    if (kind === 'share') return formatPercent(value, language)
    return Number.isInteger(value) ? formatInteger(value, language) : formatDecimal(value, language)
  }
}
