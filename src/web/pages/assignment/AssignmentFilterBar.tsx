import type { RoundSummary } from '../../../contract/draw/rounds.ts'
import type { Assignment } from '../../../contract/review/assignment.ts'
import { assignment as da } from '../../texts/da/assignment.ts'
import { assignment as en } from '../../texts/en/assignment.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { useFilters } from '../../ui/filters.ts'

const keys = ['round', 'level', 'unit', 'reviewer', 'state', 'due', 'review'] as const
const states = ['unassigned', 'lacks-second', 'assigned', 'in-progress', 'submitted'] as const
const dues = ['overdue', 'this-week', 'next-week', 'later'] as const

/** The page's filters as the address has them; what it does not know is no filter. */
export function useAssignmentFilters() {
  const [{ state: wantedState, due: wantedDue, ...rest }, setFilters] = useFilters(keys)
  const state = states.find((each) => each === wantedState)
  const due = dues.find((each) => each === wantedDue)
  const filters = { ...rest, ...(state !== undefined && { state }), ...(due !== undefined && { due }) }
  return [filters, setFilters] as const
}

export function AssignmentFilterBar({
  assignment,
  rounds,
}: {
  assignment: Assignment
  rounds: readonly RoundSummary[]
}) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const [values, setFilters] = useAssignmentFilters()
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  const shownFirst =
    values.round !== undefined ? rounds : rounds.toSorted((a, b) => rank(a, assignment) - rank(b, assignment))
  return (
    <FilterBar
      values={values}
      onChange={setFilters}
      filters={[
        {
          key: 'round',
          label: texts.filters.round,
          all: false,
          // Without a choice the first stands there: the round that is shown.
          options: shownFirst.map(({ key, title }) => ({ value: key, label: local(title) })),
        },
        {
          key: 'level',
          label: texts.filters.level,
          options: assignment.levels.map(({ level, title }) => ({
            value: String(level),
            label: `${level}: ${local(title)}`,
          })),
        },
        { key: 'unit', label: texts.filters.unit, options: named(assignment.units) },
        { key: 'reviewer', label: texts.filters.reviewer, options: named(assignment.reviewers) },
        {
          key: 'state',
          label: texts.filters.state,
          options: states.map((value) => ({ value, label: texts.states[value] })),
        },
        {
          key: 'due',
          label: texts.filters.due,
          options: dues.map((value) => ({ value, label: texts.dues[value] })),
        },
      ]}
    />
  )
}

function rank({ key }: RoundSummary, { round }: Assignment): number {
  return key === round.key ? 0 : 1
}
