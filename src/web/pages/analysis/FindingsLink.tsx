import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'

interface FindingsLinkProps {
  readonly of: Parameters<typeof paths.findings>[0]
  /** What the row is called: many stand below each other. */
  readonly place: string
}

/** The single errors behind a row of the results, for those who may see them. */
export function FindingsLink({ of, place }: FindingsLinkProps) {
  const { questions: texts } = useTexts({ da, en })
  const may = useMay()
  if (!may('finding.read')) return null
  return (
    <span className="cell-note findings-link">
      <Link to={paths.findings(of)} aria-label={texts.toFindingsOf(place)}>
        {texts.toFindings}
      </Link>
    </span>
  )
}
