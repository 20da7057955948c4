import type { Results } from '../../../contract/analysis/results.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'

/** What a reader of the figures must keep in mind: what deviated from the plan, and what cannot be true. */
export function Notes({ results }: { results: Results }) {
  const { irregularities, contradictions } = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  return (
    <>
      <h2>{irregularities.heading}</h2>
      {results.irregularities.length === 0 ? (
        <p>{irregularities.none}</p>
      ) : (
        <ul>
          {results.irregularities.map((row) => (
            <li key={row.id}>{language === 'da' ? row.da : (row.en ?? row.da)}</li>
          ))}
        </ul>
      )}
      {results.contradictions.length > 0 && (
        <>
          <h2>{contradictions.heading}</h2>
          <p>{contradictions.intro}</p>
          <ul>
            {results.contradictions.map(({ detail }) => (
              <li key={local(detail)}>{local(detail)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
