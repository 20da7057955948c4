import { addDays } from '../core/calendar/days.ts'
import type { CitizenResponse, Ground, Measure, Severity } from '../core/finding/finding.ts'
import type { FindingEntryKind } from '../core/finding/finding-act.ts'
import { isForDirector } from '../core/finding/finding-deadlines.ts'
import type { PersonId } from '../storage/ids.ts'
import type { Chance } from './chance.ts'

/** One thing that was done about a finding. */
export interface DemoAct {
  readonly kind: FindingEntryKind
  readonly on: string
  readonly by: PersonId | null
  readonly text?: string
  readonly measures?: readonly Measure[]
  readonly responsible?: PersonId
  readonly due?: string
  readonly done?: string
  readonly journalised?: string
  readonly response?: CitizenResponse
  readonly ground?: Ground
  readonly severity?: Severity
}

export interface DemoTask {
  readonly chance: Chance
  /** From when on it could be planned. */
  readonly from: string
  readonly today: string
  /** 1: everything that could be done is done; 0: nothing. */
  readonly progress: number
  /** Nothing can make good that a deadline was missed. */
  readonly isDeadline: boolean
  /** What makes it good, and how grave it is. */
  readonly measures: readonly Measure[]
  readonly severity: Severity
  readonly planner: PersonId
  readonly responsible: PersonId
  readonly verifier: PersonId
  readonly approver: PersonId
}

/** Invented, like everything in the demo. */
const unrestored: readonly (readonly [Ground, string])[] = [
  ['too-late', 'Fristen kan ikke nås bagefter. Forældrene har fået en forklaring. (demo)'],
  ['impossible', 'Familien er flyttet til en anden kommune, som har overtaget sagen. (demo)'],
  ['nothing-to-restore', 'Fejlen blev rettet, før tilsynet så sagen. (demo)'],
]
const declined = 'Moderen ønsker ikke, at samtalen bliver holdt igen. (demo)'
const refused = 'Det kan stadig nås. Tag fat i forældrene. (demo)'
const sentBack = 'Notatet siger ikke, at fejlen var vores. (demo)'

const putOff = [
  'Barnet har været indlagt. Samtalen er aftalt. (demo)',
  'Forældrene har bedt om at vente til efter deres ferie. (demo)',
] as const

/** What was done about one error, in order, as far as the days allow. */
export function demoHistory(task: DemoTask): readonly DemoAct[] {
  const { chance, today } = task
  const acts: DemoAct[] = []
  if (chance.next() < 0.35 + 0.4 * task.progress)
    acts.push({
      kind: 'assess',
      on: addDays(task.from, chance.between(1, 6)),
      by: task.planner,
      severity: task.severity,
    })
  if (chance.next() < task.progress) acts.push(...restoring(task))
  return asFarAs(today, acts)
}

/** What has happened by a day, and what the program said of it. */
export function asFarAs(today: string, acts: readonly DemoAct[]): readonly DemoAct[] {
  const known = acts.filter(({ on }) => on < today)
  return [...known, ...warnings(known, today)]
}

function restoring(task: DemoTask): readonly DemoAct[] {
  const { chance, measures } = task
  if (chance.next() < (task.isDeadline ? 0.25 : 0.05))
    return leftAsIs(task, addDays(task.from, chance.between(4, 20)))
  const planned = addDays(task.from, chance.between(2, 16))
  const plan: DemoAct = {
    kind: 'plan',
    on: planned,
    by: task.planner,
    measures,
    responsible: task.responsible,
    due: addDays(planned, chance.between(21, 45)),
  }
  // Some are left lying; what is due then is overdue.
  if (chance.next() > 0.5 + 0.5 * task.progress)
    return lying(task, { ...plan, due: addDays(planned, chance.between(28, 90)) })
  if (measures.includes('registration-only')) {
    const done = addDays(planned, chance.between(1, 10))
    return [plan, { kind: 'carry-out', on: done, by: task.responsible, done }, ...verifying(task, done)]
  }
  const told = addDays(planned, chance.between(2, 12))
  const contact = (response: CitizenResponse): DemoAct => ({
    kind: 'contact',
    on: told,
    by: task.responsible,
    done: told,
    response,
  })
  if (chance.next() < 0.05)
    return [plan, contact('declined'), ...proposing(task, told, ['citizen-declined', declined])]
  const done = addDays(told, chance.between(1, 14))
  const journalised = addDays(done, chance.between(0, 2))
  const carryOut: DemoAct = { kind: 'carry-out', on: journalised, by: task.responsible, done, journalised }
  const first = [plan, contact('accepted'), carryOut]
  if (chance.next() > 0.04) return [...first, ...verifying(task, journalised)]
  const again = addDays(journalised, chance.between(6, 12))
  return [
    ...first,
    { kind: 'send-back', on: addDays(journalised, 3), by: task.verifier, text: sentBack },
    { kind: 'carry-out', on: again, by: task.responsible, done, journalised: again },
    ...verifying(task, again),
  ]
}

/** Some of those that were left lying are put off when they are overdue. */
function lying({ chance, approver }: DemoTask, plan: DemoAct): readonly DemoAct[] {
  const { due = plan.on } = plan
  if (chance.next() > 0.4) return [plan]
  return [
    plan,
    { kind: 'told-overdue', on: addDays(due, 1), by: null, due },
    {
      kind: 'put-off',
      on: addDays(due, chance.between(2, 5)),
      by: approver,
      due: addDays(due, chance.between(20, 60)),
      text: chance.pick(putOff),
    },
  ]
}

function verifying({ chance, verifier, progress }: DemoTask, done: string): readonly DemoAct[] {
  if (chance.next() > 0.5 + 0.5 * progress) return []
  return [{ kind: 'verify', on: addDays(done, chance.between(1, 14)), by: verifier }]
}

function leftAsIs(task: DemoTask, on: string): readonly DemoAct[] {
  const { chance, isDeadline } = task
  const [late] = unrestored
  const ground = isDeadline && late !== undefined ? late : chance.pick(unrestored)
  return proposing(task, on, ground)
}

function proposing(
  { chance, planner, approver, progress }: DemoTask,
  on: string,
  [ground, text]: readonly [Ground, string],
): readonly DemoAct[] {
  const propose: DemoAct = { kind: 'propose', on: addDays(on, 1), by: planner, ground, text }
  const decided = addDays(on, chance.between(3, 20))
  if (chance.next() > progress) return [propose]
  if (chance.next() < 0.15 && progress < 0.9)
    return [propose, { kind: 'refuse', on: decided, by: approver, text: refused }]
  return [propose, { kind: 'approve', on: decided, by: approver }]
}

/** What the program has said of a due day that passed. */
function warnings(acts: readonly DemoAct[], today: string): readonly DemoAct[] {
  const due = acts.findLast(({ kind }) => kind === 'plan' || kind === 'put-off')?.due
  const last = acts.at(-1)?.kind
  if (due === undefined || due >= today || last === 'verify' || last === 'approve' || last === 'carry-out')
    return []
  const isTold = acts.some((act) => act.kind === 'told-overdue' && act.due === due)
  return [
    ...(isTold ? [] : [{ kind: 'told-overdue' as const, on: addDays(due, 1), by: null, due }]),
    ...(isForDirector(due, today)
      ? [{ kind: 'told-overdue-director' as const, on: addDays(due, 8), by: null, due }]
      : []),
  ]
}
