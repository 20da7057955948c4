import { addDays } from '../core/calendar/days.ts'
import {
  apartAttribute,
  approvalKinds,
  liftedRule,
  roleOfApproval,
  type ApprovingRole,
  type Register,
  type SteppedRegister,
} from '../core/caseflow/registers/register.ts'
import { addEntry } from '../storage/caseflow/register-entry.ts'
import type { PersonId } from '../storage/ids.ts'
import type { Writer } from '../storage/transaction.ts'
import { chance, demoId } from './chance.ts'
import { lately, type DemoEvent } from './events.ts'
import type { DemoPerson } from './staff.ts'

/**
 * The events with the placement committee's, as most case systems register them: twice before a placement starts; now and
 * then, lately, only once, or the second time too late.
 */
export function withCommittee(events: readonly DemoEvent[], today: string): readonly DemoEvent[] {
  return events.flatMap((event) => {
    if (event.kind !== 'placement-started') return [event]
    const stream = chance(`committee ${event.id}`)
    const drawn = stream.next()
    const first = addDays(event.day, -stream.between(15, 30))
    const second = addDays(event.day, drawn < 0.04 ? stream.between(2, 9) : -stream.between(1, 8))
    const isForgotten = drawn >= 0.04 && drawn < 0.06 && event.day >= addDays(today, -lately)
    const passes = isForgotten ? [first] : [first, second]
    return [
      ...passes.map((day, at): DemoEvent => {
        const id = `${event.id}-U${at + 1}`
        return { ...event, id, kind: 'placement-committee-passed', day, attributes: { event_id: id } }
      }),
      event,
    ]
  })
}

/** A step of a plan or a disagreement, so many days ago. */
type Step = readonly [kind: string, daysAgo: number, note?: string, onBehalf?: 'on-behalf']

const { 'department-manager': manager, 'area-manager': area, 'unit-lawyer': lawyer } = approvalKinds

/** Safety plans in every state, one a unit beside the one that waits there. */
const plans: readonly (readonly Step[])[] = [
  [
    ['safety-plan-proposed', 12],
    [manager, 9],
    [area, 8],
    [lawyer, 8],
  ],
  [
    ['safety-plan-proposed', 58],
    [manager, 52],
    [area, 51, '', 'on-behalf'],
    [lawyer, 50],
    ['safety-plan-started', 48],
  ],
  [
    ['safety-plan-proposed', 215],
    [manager, 210],
    [area, 209],
    [lawyer, 208],
    ['safety-plan-started', 205],
  ],
  [
    ['safety-plan-proposed', 31],
    [manager, 28],
    ['safety-plan-started', 27, 'Startet straks efter aftale med familien.'],
    [area, 24],
  ],
  [
    ['safety-plan-proposed', 240],
    [manager, 236],
    [area, 236],
    [lawyer, 235],
    ['safety-plan-started', 230],
    ['safety-plan-reviewed', 55, 'Planen virker, og den fortsætter.'],
  ],
  [
    ['safety-plan-proposed', 130],
    [manager, 126],
    [area, 126],
    [lawyer, 125],
    ['safety-plan-started', 120],
    ['safety-plan-ended', 20, 'Familien klarer sig uden planen.'],
  ],
]

const waitingPlan: readonly Step[] = [
  ['safety-plan-proposed', 4, 'Familien er indforstået, og netværket er med.'],
]

const disagreements: readonly (readonly Step[])[] = [
  [['responsibility-disputed', 2, 'Uenighed om, hvem der skal betale for skoletilbuddet.']],
  [['responsibility-disputed', 16, 'Det er uklart, om skolen eller vi har ansvaret for transporten.']],
  [
    ['responsibility-disputed', 12],
    ['responsibility-to-department-manager', 6],
  ],
  [
    ['responsibility-disputed', 30],
    ['responsibility-to-department-manager', 25],
    ['responsibility-to-manager', 4],
  ],
  [
    ['responsibility-disputed', 9],
    ['responsibility-to-manager', 3],
    ['exception-recorded', 3, 'Chefen tog sagen op samme dag, fordi barnet stod uden skoletilbud.'],
  ],
  [
    ['responsibility-disputed', 40],
    ['responsibility-to-department-manager', 36],
    ['responsibility-settled', 33, 'Skolen tager den første samtale, vi følger op.'],
  ],
]

/** What people entered about cases under way, some in each state. */
export async function writeRegisterEntries(
  writer: Writer,
  events: readonly DemoEvent[],
  staff: readonly DemoPerson[],
  today: string,
): Promise<void> {
  const cases = runningCases(events, staff)
  for (const [at, unitCases] of [...cases.values()].entries()) {
    const [waiting, dispute] = unitCases
    // The one that has had support the longest, so that a plan can have run for a while.
    const plan = unitCases.slice(2).at(-1)
    const write = async (
      register: SteppedRegister,
      of: DemoEvent | undefined,
      steps: readonly Step[] = [],
    ) => {
      if (of !== undefined) await writeSteps(writer, { register, of, staff, today }, steps)
    }
    await write('safety-plan', waiting, waitingPlan)
    await write('safety-plan', plan, plans[at])
    await write('disagreement', dispute, disagreements[at])
  }
}

/** Support that has not ended, of each family unit, the newest first; a case of each caseworker. */
function runningCases(
  events: readonly DemoEvent[],
  staff: readonly DemoPerson[],
): ReadonlyMap<string, readonly DemoEvent[]> {
  const ended = new Set(events.filter(({ kind }) => kind === 'measure-ended').map(({ caseId }) => caseId))
  const units = new Set(staff.flatMap(({ unit }) => (unit?.kind === 'family' ? [unit.name] : [])))
  const started = events
    .filter(({ kind, caseId, unit }) => kind === 'measure-started' && !ended.has(caseId) && units.has(unit))
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? -1 : 1))
  const byUnit = Map.groupBy(started, ({ unit }) => unit)
  return new Map(
    [...byUnit].map(([unit, list]) => [
      unit,
      [...new Map(list.map((one) => [one.caseworker, one])).values()],
    ]),
  )
}

async function writeSteps(
  writer: Writer,
  {
    register,
    of,
    staff,
    today,
  }: {
    readonly register: SteppedRegister
    readonly of: DemoEvent
    readonly staff: readonly DemoPerson[]
    readonly today: string
  },
  steps: readonly Step[],
): Promise<void> {
  const { caseId, unit, caseworker } = of
  const about = demoId<PersonId>(`${register} ${caseId}`)
  const holder = staff.find(({ initials }) => initials === caseworker)?.id ?? null
  const at = (role: DemoPerson['role']) =>
    staff.find((person) => person.role === role && person.unit?.name === unit)?.id ?? null
  for (const [index, [kind, daysAgo, note = '', onBehalf]] of steps.entries()) {
    const role: ApprovingRole | undefined = roleOfApproval(kind)
    const approver = role === undefined ? null : at(role)
    const by = onBehalf === undefined ? (approver ?? holder) : at('professional-coordinator')
    const day = addDays(today, -daysAgo)
    await addEntry(
      writer,
      { caseId, register, about, key: demoId<PersonId>(`${register} ${caseId} ${index}`), by },
      { kind, day, moment: null, childId: null, note, approver },
      { kind, attributes: attributesOf(register, about, kind, note) },
    )
  }
}

function attributesOf(
  register: SteppedRegister,
  about: string,
  kind: string,
  note: string,
): Readonly<Record<string, string>> {
  const of: Register = register
  const rule = kind === 'exception-recorded' ? liftedRule[of] : undefined
  return {
    [apartAttribute[register]]: about,
    ...(rule !== undefined && { rule, reason: note }),
  }
}
