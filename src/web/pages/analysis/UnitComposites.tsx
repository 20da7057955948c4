import type { Results } from '../../../contract/analysis/results.ts'
import { formatInteger } from '../../format/numbers.ts'
import { paths } from '../../paths.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'
import { CompositeTable } from './CompositeTable.tsx'
import { FindingsLink } from './FindingsLink.tsx'

/** The units in alphabetical order and not sortable: this is no league table. */
export function UnitComposites({
  results,
  units,
}: {
  readonly results: Results
  readonly units: NonNullable<Results['unitComposites']>
}) {
  const { units: texts } = useTexts({ da, en })
  const language = useLanguage()
  return (
    <>
      <p className="reading-width">{texts.intro}</p>
      <CompositeTable
        caption={texts.caption}
        of={texts.unit}
        results={results}
        rows={units
          .toSorted((a, b) => a.unit.name.localeCompare(b.unit.name, language))
          .map((row) => ({
            ...row,
            key: row.unit.id,
            name: (
              <>
                <Link to={paths.results(results.round.key, { unit: row.unit.id })}>{row.unit.name}</Link>
                {row.drawn !== null && row.drawn.reviewed < row.drawn.cases && (
                  <span className="cell-note">
                    {texts.reviewed(
                      formatInteger(row.drawn.reviewed, language),
                      formatInteger(row.drawn.cases, language),
                    )}
                  </span>
                )}
                <FindingsLink of={{ round: results.round.key, unit: row.unit.id }} place={row.unit.name} />
              </>
            ),
          }))}
      />
    </>
  )
}
