import type { CallOutput } from '../../../../contract/client.ts'
import {
  reconciliationStandings,
  reconciliationViews,
  type getReconciliation,
} from '../../../../contract/caseflow/reconciliation.ts'
import { reconciliation as da } from '../../../texts/da/reconciliation.ts'
import { reconciliation as en } from '../../../texts/en/reconciliation.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { FilterBar, type Filter } from '../../../ui/FilterBar.tsx'
import { useReconciliationFilters } from './reconciliation-filters.ts'

type Found = CallOutput<typeof getReconciliation>
type Key = 'round' | 'level' | 'unit' | 'question' | 'view' | 'standing'

/** A round and a level are always chosen; the rest narrows the list of cases. */
export function ReconciliationFilterBar({
  rounds,
  answer,
}: {
  rounds: Found['rounds']
  answer: Found['answer']
}) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const [filters, setFilters] = useReconciliationFilters()
  const shown = answer.round?.key
  const round: Filter<Key> = {
    key: 'round',
    label: texts.filters.round,
    all: false,
    options: rounds.map(({ key, title }) => ({ value: key, label: local(title) })),
  }
  const all: readonly Filter<Key>[] =
    answer.state === 'ready'
      ? [
          round,
          {
            key: 'level',
            label: texts.filters.level,
            all: false,
            options: answer.levels.map(({ level, title }) => ({
              value: String(level),
              label: texts.level(level, local(title)),
            })),
          },
          {
            key: 'view',
            label: texts.filters.view,
            all: texts.views.differences,
            options: reconciliationViews.flatMap((view) =>
              view === 'differences'
                ? []
                : [{ value: view, label: view === 'all' ? texts.views.all : texts.outcomes[view] }],
            ),
          },
          {
            key: 'standing',
            label: texts.filters.standing,
            options: reconciliationStandings.map((standing) => ({
              value: standing,
              label: texts.standings[standing],
            })),
          },
          {
            key: 'question',
            label: texts.filters.question,
            options: answer.questions.map(({ question, number, text }) => ({
              value: question,
              label: texts.asks(number, local(text)),
            })),
          },
          {
            key: 'unit',
            label: texts.filters.unit,
            options: answer.units.flatMap(({ unit }) =>
              unit === null ? [] : [{ value: unit.id, label: unit.name }],
            ),
          },
        ]
      : [round]
  const level = answer.state === 'ready' ? String(answer.level.level) : undefined
  return (
    <FilterBar
      filters={all.filter(({ options }) => options.length > 1)}
      values={{
        ...filters,
        ...(shown !== undefined && { round: filters.round ?? shown }),
        ...(level !== undefined && { level: filters.level ?? level }),
      }}
      // Units and questions of one round need not be those of another.
      onChange={(changes) =>
        setFilters({
          ...('round' in changes && { unit: undefined, question: undefined, level: undefined }),
          ...changes,
          page: undefined,
        })
      }
    />
  )
}
