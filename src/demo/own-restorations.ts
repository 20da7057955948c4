import { addDays } from '../core/calendar/days.ts'
import type { DemoAct, DemoTask } from './finding-history.ts'
import { roleIdOf } from './write-people.ts'
import type { DemoPerson } from './staff.ts'

/** Of each unit the caseworkers that the user switcher offers first. */
export function listShownCaseworkers(staff: readonly DemoPerson[]): readonly DemoPerson[] {
  const ofUnit = Map.groupBy(
    staff.filter(({ role }) => role === 'caseworker'),
    ({ unit }) => unit?.id,
  )
  return [...ofUnit.values()].flatMap((each) =>
    each.toSorted((a, b) => (roleIdOf(a) < roleIdOf(b) ? -1 : 1)).slice(0, 2),
  )
}

const putOffText = 'Familien var bortrejst i hele perioden. Mødet er aftalt. (demo)'

/**
 * What a caseworker of the switcher has before them, one of each: under way, overdue, just planned, waiting for somebody
 * else, and put off. Undefined: no more than that.
 */
export function ownRestoration(nth: number, task: DemoTask): readonly DemoAct[] | undefined {
  const { today, responsible, planner, approver, measures } = task
  const ago = (days: number) => {
    const day = addDays(today, -days)
    return day > task.from ? day : addDays(task.from, 1)
  }
  const plan = (days: number, due: string): DemoAct => ({
    kind: 'plan',
    on: ago(days),
    by: planner,
    measures: measures.includes('registration-only') ? ['journalising'] : measures,
    responsible,
    due,
  })
  const contact = (days: number): DemoAct => {
    const on = ago(days)
    return { kind: 'contact', on, by: responsible, done: on, response: 'accepted' }
  }
  const done = ago(2)
  const histories: readonly (readonly DemoAct[])[] = [
    [plan(20, addDays(today, 8)), contact(6)],
    [plan(30, addDays(today, -3)), contact(9)],
    [plan(5, addDays(today, 21))],
    [
      plan(25, addDays(today, 4)),
      contact(8),
      { kind: 'carry-out', on: done, by: responsible, done, journalised: done },
    ],
    [
      plan(40, addDays(today, -8)),
      { kind: 'told-overdue', on: addDays(today, -7), by: null, due: addDays(today, -8) },
      { kind: 'put-off', on: addDays(today, -5), by: approver, due: addDays(today, 14), text: putOffText },
    ],
  ]
  return histories[nth]
}
