import type { Results } from '../../../contract/analysis/results.ts'
import { paths } from '../../paths.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'
import { CompositeTable } from './CompositeTable.tsx'

/** The units in alphabetical order and not sortable: this is no league table. */
export function UnitComposites({ results }: { results: Results }) {
  const { units: texts } = useTexts({ da, en })
  const language = useLanguage()
  const { unitComposites, unit: chosen } = results
  if (unitComposites === null || chosen !== null) return null
  return (
    <>
      <h2>{texts.heading}</h2>
      <p className="reading-width">{texts.intro}</p>
      <CompositeTable
        caption={texts.caption}
        of={texts.unit}
        results={results}
        rows={unitComposites
          .toSorted((a, b) => a.unit.name.localeCompare(b.unit.name, language))
          .map((row) => ({
            ...row,
            key: row.unit.id,
            name: <Link to={paths.results(results.round.key, { unit: row.unit.id })}>{row.unit.name}</Link>,
          }))}
      />
    </>
  )
}
