import type { Results } from '../../../contract/analysis/results.ts'
import { paths } from '../../paths.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'

/** Instead of a section that a single unit has too few cases for. */
export function WholeOnly({ results }: { results: Results }) {
  const texts = useTexts({ da, en })
  return (
    <p className="reading-width">
      {texts.wholeOnly} <Link to={paths.results(results.round.key)}>{texts.showWhole}</Link>
    </p>
  )
}
