import type { Results } from '../../../contract/analysis/results.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { results as daResults } from '../../texts/da/results.ts'
import { results as enResults } from '../../texts/en/results.ts'
import { useTexts } from '../../texts/language.tsx'

export type SectionKey =
  | 'composites'
  | 'questions'
  | 'chart'
  | 'cascade'
  | 'drift'
  | 'themes'
  | 'levels'
  | 'health'
  | 'cases'
  | 'units'

/** A long page's contents; the sections carry the keys as ids. */
export function SectionLinks({
  results,
}: {
  results: Pick<Results, 'baseline' | 'unit' | 'unitComposites'>
}) {
  const { nav } = useTexts({ da, en })
  const { units } = useTexts({ da: daResults, en: enResults })
  const texts = { ...nav, units: units.heading }
  const keys: readonly SectionKey[] = [
    'composites',
    'questions',
    'chart',
    'cascade',
    ...(results.baseline === null ? [] : (['drift'] as const)),
    'themes',
    'levels',
    'health',
    'cases',
    ...(results.unitComposites === null || results.unit !== null ? [] : (['units'] as const)),
  ]
  return (
    <nav className="section-links" aria-label={texts.label}>
      <ul>
        {keys.map((key) => (
          <li key={key}>
            <a href={`#${key}`} onClick={() => unfold(key)}>
              {texts[key]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Browsers scroll to a folded section but leave it folded. */
function unfold(key: SectionKey): void {
  const section = document.getElementById(key)
  if (section instanceof HTMLDetailsElement) section.open = true
}
