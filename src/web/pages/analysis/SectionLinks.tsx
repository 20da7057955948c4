import type { Results } from '../../../contract/analysis/results.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useTexts } from '../../texts/language.tsx'

export type SectionKey =
  'composites' | 'questions' | 'chart' | 'cascade' | 'drift' | 'themes' | 'levels' | 'health' | 'cases'

/** A long page's contents; the sections carry the keys as ids. */
export function SectionLinks({ results }: { results: Pick<Results, 'baseline'> }) {
  const { nav: texts } = useTexts({ da, en })
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
  ]
  return (
    <nav className="section-links" aria-label={texts.label}>
      <ul>
        {keys.map((key) => (
          <li key={key}>
            <a href={`#${key}`}>{texts[key]}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
