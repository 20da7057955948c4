import type { FlowShare } from '../../../../core/caseflow/flow/flow-figures.ts'
import { fewestForPercent } from '../../../../core/report/print-figure.ts'
import { formatInterval, formatPercent } from '../../../format/numbers.ts'
import type { Path } from '../../../paths.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Link } from '../../../ui/Link.tsx'

interface ShareOfProps {
  readonly share: FlowShare | null
  /** Where those counted are listed; null or left out where the person may not see them. */
  readonly to?: Path | null
  /** What is counted, for those who meet the link alone. */
  readonly what?: string
}

/** `10 af 12` first; below it the per cent and its interval, where there are enough for one. */
export function ShareOf({ share, to = null, what = '' }: ShareOfProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  if (share === null) return '–'
  const { count, of, lower, upper } = share
  const printed = texts.countOf(count, of)
  return (
    <span className="share-cell">
      {to === null || count === 0 ? (
        printed
      ) : (
        <Link to={to} className="figure-link" aria-label={`${printed}, ${what}`}>
          {printed}
        </Link>
      )}
      {of >= fewestForPercent && (
        <span className="cell-note">
          {formatPercent(share.share, language)} ({formatInterval([lower, upper], language)})
        </span>
      )}
    </span>
  )
}
