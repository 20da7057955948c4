import { useState } from 'react'
import type { CallOutput } from '../../../../contract/client.ts'
import type { listAppeals } from '../../../../contract/learning/appeals.ts'
import { appealAges, appealOutcomes, appealStates } from '../../../../core/learning/appeal.ts'
import { appeals as da } from '../../../texts/da/appeals.ts'
import { appeals as en } from '../../../texts/en/appeals.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FilterBar } from '../../../ui/FilterBar.tsx'
import { useAppealFilters } from './appeal-filters.ts'

export function AppealFilterBar({ choices }: { choices: CallOutput<typeof listAppeals>['choices'] }) {
  const texts = useTexts({ da, en })
  const [filters, setFilters] = useAppealFilters()
  const [search, setSearch] = useState(filters.q ?? '')
  const same = (values: readonly (string | number)[]) =>
    values.map((value) => ({ value: String(value), label: String(value) }))
  return (
    <>
      <search>
        <form
          className="filter-bar"
          onSubmit={(event) => {
            event.preventDefault()
            setFilters({ q: search.trim(), page: undefined })
          }}
        >
          <Field label={texts.search} hint={texts.searchHint}>
            {(wired) => (
              <input
                {...wired}
                className="form-input"
                type="search"
                maxLength={200}
                value={search}
                onChange={({ target }) => setSearch(target.value)}
              />
            )}
          </Field>
          <Button type="submit">{texts.doSearch}</Button>
        </form>
      </search>
      <FilterBar
        filters={[
          { key: 'sentYear', label: texts.sentYear, options: same(choices.sentYears) },
          { key: 'decidedYear', label: texts.decidedYear, options: same(choices.decidedYears) },
          { key: 'provision', label: texts.provision, options: same(choices.provisions) },
          {
            key: 'ageGroup',
            label: texts.ageGroup,
            options: [...appealAges, 'unknown' as const].map((value) => ({
              value,
              label: texts.ages[value],
            })),
          },
          {
            key: 'outcome',
            label: texts.outcome,
            options: appealOutcomes.map((value) => ({ value, label: texts.outcomes[value] })),
          },
          {
            key: 'state',
            label: texts.state,
            options: appealStates.map((value) => ({ value, label: texts.states[value] })),
          },
        ]}
        values={filters}
        onChange={(changes) => setFilters({ ...changes, page: undefined })}
      />
    </>
  )
}
