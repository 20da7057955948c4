import type { Results } from '../../../contract/analysis/results.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { useFilters } from '../../ui/filters.ts'

/** Whose figures, and which questions; all in the address. */
export function ResultsFilters({ results }: { results: Results }) {
  const { filters: texts } = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const [values, setFilters] = useFilters(['unit', 'stage', 'questions'])
  return (
    <FilterBar
      values={values}
      onChange={setFilters}
      filters={[
        {
          key: 'unit',
          label: texts.unit,
          all: texts.wholeMunicipality,
          options: results.units
            .toSorted((a, b) => a.name.localeCompare(b.name, language))
            .map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          key: 'stage',
          label: texts.stage,
          all: texts.allStages,
          options: results.stages.map(({ key, title }) => ({ value: key, label: local(title) })),
        },
        {
          key: 'questions',
          label: texts.questions,
          all: texts.allQuestions,
          options: [{ value: 'baseline', label: texts.onlyBaseline }],
        },
      ]}
    />
  )
}
