import {
  deadlineHorizons,
  listedDeadlineStates,
  type ListedRule,
  type listDeadlines,
} from '../../../contract/caseflow/deadlines.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { caseflow as da } from '../../texts/da/caseflow.ts'
import { caseflow as en } from '../../texts/en/caseflow.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { FilterBar, type Filter } from '../../ui/FilterBar.tsx'
import { useDeadlineFilters, usualHorizon } from './deadline-filters.ts'

type Choices = CallOutput<typeof listDeadlines>['choices']
type Key = 'within' | 'state' | 'unit' | 'caseworker' | 'rule'

const toDo = ['running', 'open'] as const

/** What the list is narrowed by. A choice of one value is left out: it would narrow nothing. */
export function DeadlineFilterBar({ choices, rules }: { choices: Choices; rules: readonly ListedRule[] }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const [filters, setFilters] = useDeadlineFilters()
  // The usual one stands where the others have their "all", so that the address stays short.
  const horizons = deadlineHorizons.filter((days) => days !== usualHorizon)
  const titleOf = (key: string) => {
    const rule = rules.find((one) => one.key === key)
    return rule === undefined ? key : local(rule.title)
  }
  const all: readonly Filter<Key>[] = [
    {
      key: 'within',
      label: texts.filters.within,
      all: texts.withinDays(usualHorizon),
      options: horizons.map((days) => ({ value: String(days), label: texts.withinDays(days) })),
    },
    {
      key: 'state',
      label: texts.filters.state,
      all: texts.runningOrOpen,
      // Of one caseworker only what is to be done can be asked for.
      options: (filters.caseworker === undefined ? listedDeadlineStates : toDo).map((state) => ({
        value: state,
        label: texts.states[state],
      })),
    },
    {
      key: 'rule',
      label: texts.filters.rule,
      options: choices.rules.map((key) => ({ value: key, label: titleOf(key) })),
    },
    {
      key: 'unit',
      label: texts.filters.unit,
      options: choices.units.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      key: 'caseworker',
      label: texts.filters.caseworker,
      options: choices.caseworkers.map(({ code, name }) => ({
        value: code,
        label: name === null ? code : `${name} (${code})`,
      })),
    },
  ]
  return (
    <FilterBar
      filters={all.filter(({ key, options }) => options.length > 1 || filters[key] !== undefined)}
      values={filters}
      onChange={(changes) => setFilters({ ...changes, page: undefined })}
    />
  )
}
