import type { CallOutput } from '../../../contract/client.ts'
import type { listFindings } from '../../../contract/finding/finding.ts'
import { findingStates, severities } from '../../../core/finding/finding.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { FilterBar, type Filter } from '../../ui/FilterBar.tsx'
import { useFindingFilters } from './finding-filters.ts'

type Choices = CallOutput<typeof listFindings>['choices']
type Key = 'unit' | 'round' | 'stage' | 'question' | 'state' | 'severity' | 'responsible' | 'overdue'

/** What the list is narrowed by. A choice of one value is left out: it would narrow nothing. */
export function FindingFilterBar({ choices, board }: { choices: Choices; board: boolean }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const [filters, setFilters] = useFindingFilters()
  const named = (key: Key, options: readonly { readonly value: string; readonly label: string }[]) => ({
    key,
    label: texts.filters[key],
    options,
  })
  const keyed = (list: Choices['rounds']) =>
    list.map(({ key, title }) => ({ value: key, label: local(title) }))
  const all: readonly Filter<Key>[] = [
    named(
      'unit',
      choices.units.map(({ id, name }) => ({ value: id, label: name })),
    ),
    named('round', keyed(choices.rounds)),
    named('stage', keyed(choices.stages)),
    named(
      'question',
      choices.questions.map(({ key, number, text }) => ({ value: key, label: `${number} ${local(text)}` })),
    ),
    ...(board
      ? []
      : [
          named('state', [
            { value: 'active', label: texts.active },
            ...findingStates.map((state) => ({ value: state, label: texts.states[state] })),
          ]),
        ]),
    named(
      'severity',
      severities.map((severity) => ({ value: severity, label: texts.severities[severity] })),
    ),
    named('responsible', [
      { value: 'me', label: texts.me },
      { value: 'none', label: texts.nobody },
      ...choices.responsible.filter(({ own }) => !own).map(({ id, name }) => ({ value: id, label: name })),
    ]),
    named('overdue', [
      { value: 'true', label: texts.onlyOverdue },
      { value: 'put-off', label: texts.putOffOrReopened },
    ]),
  ]
  return (
    <FilterBar
      filters={all.filter(
        ({ key, options }) => key === 'overdue' || options.length > 1 || filters[key] !== undefined,
      )}
      values={filters}
      onChange={(changes) =>
        setFilters({
          ...changes,
          // A question belongs to its stage, and a page to its list.
          ...('stage' in changes && { question: undefined }),
          page: undefined,
        })
      }
    />
  )
}
