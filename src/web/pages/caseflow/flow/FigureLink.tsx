import type { Path } from '../../../paths.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { useLanguage } from '../../../texts/language.tsx'
import { Link } from '../../../ui/Link.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'

interface FigureLinkProps {
  readonly count: number
  /** Where its cases are listed; null where the person may not see them. */
  readonly to: Path | null
  /** What is counted, for those who meet the link alone. */
  readonly of: string
  /** Past its time and not done: the only figures in red, and only where there are any. */
  readonly overdue?: boolean
}

/** A count that leads to the cases behind it. Nought leads nowhere. */
export function FigureLink({ count, to, of, overdue = false }: FigureLinkProps) {
  const language = useLanguage()
  const printed = formatInteger(count, language)
  const shown =
    to === null || count === 0 ? (
      printed
    ) : (
      <Link to={to} className="figure-link" aria-label={`${printed}, ${of}`}>
        {printed}
      </Link>
    )
  return overdue && count > 0 ? <StatusTag kind="danger">{shown}</StatusTag> : shown
}
