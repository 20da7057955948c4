import { addDays } from '../core/calendar/days.ts'
import { dayNumberOf } from '../core/calendar/day-number.ts'
import { isRunning, phaseSpans } from '../core/caseflow/sheet/phase-spans.ts'
import type { WalkThroughParticipant } from '../core/caseflow/walk-through/walk-through.ts'
import type { AgreementId, WalkThroughId } from '../storage/ids.ts'
import {
  closeWalkThrough,
  insertAddition,
  insertAgreement,
  insertOutcome,
  insertWalkThrough,
  saveWalkThrough,
} from '../storage/caseflow/walk-through.ts'
import type { Writer } from '../storage/transaction.ts'
import { chance, demoId } from './chance.ts'
import { officeHour } from './days.ts'
import type { DemoEvent } from './events.ts'
import { demoUnits, type DemoPerson, type DemoUnit } from './staff.ts'

interface Setting {
  readonly events: readonly DemoEvent[]
  readonly staff: readonly DemoPerson[]
  readonly today: string
}

/** Of each family unit so many of its running cases were walked through last month, and some again in the last days. */
const casesOfUnit = 8
const again = 3

const notes = [
  'Planen følges. Barnet trives i skolen, men fraværet er steget efter sommerferien.',
  'Opfølgningen er holdt. Forældrene ønsker en anden kontaktperson; det drøftes på næste møde.',
  'Samtalen med barnet mangler stadig. Vi venter på skolens udtalelse.',
  'Indsatsen virker. Vi taler om, hvornår den kan trappes ned.',
] as const

const agreed = [
  'Hold samtalen med barnet, og skriv den ind i sagen',
  'Ret planen, så målene kan måles',
  'Ring til skolen om fraværet',
  'Indkald til opfølgningsmøde med forældrene',
] as const

/** Closed walk-throughs with agreements that are done, dropped, late or still to come, and one in each unit that is being written. */
export async function writeWalkThroughs(writer: Writer, { events, staff, today }: Setting): Promise<void> {
  const running = runningCases(events)
  for (const unit of demoUnits.filter(({ kind }) => kind === 'family')) {
    const stream = chance(`walk-throughs ${unit.name}`)
    const cases = running.filter((one) => one.unit === unit.name).slice(0, casesOfUnit)
    for (const [at, { caseId, caseworker }] of cases.entries()) {
      const people = peopleOf(staff, unit, caseworker)
      const held = addDays(today, -stream.between(28, 36))
      await write(writer, { caseId, unit, people, held, at, kind: 'last', today })
      const isOpen = at === again
      if (at <= again) {
        const day = addDays(today, -stream.between(1, 4))
        await write(writer, { caseId, unit, people, held: day, at, kind: isOpen ? 'open' : 'new', today })
      }
    }
  }
}

interface Walk {
  readonly caseId: string
  readonly unit: DemoUnit
  readonly people: readonly DemoPerson[]
  readonly held: string
  /** Counts the unit's cases. */
  readonly at: number
  readonly kind: 'last' | 'new' | 'open'
  readonly today: string
}

async function write(writer: Writer, walk: Walk): Promise<void> {
  const { caseId, unit, people, held, at, kind } = walk
  const id = demoId<WalkThroughId>(`walk-through ${caseId} ${kind}`)
  const [coordinator, doer] = people
  if (coordinator === undefined || doer === undefined) throw new Error('a walk-through has two people')
  const participants: readonly WalkThroughParticipant[] = [doer, coordinator].map((person) => ({
    person: person.id,
    name: person.name,
  }))
  await insertWalkThrough(writer, {
    id,
    caseId,
    unit: unit.id,
    day: held,
    participants,
    by: coordinator.id,
    at: officeHour(held, 9, at),
  })
  await saveWalkThrough(writer, id, {
    day: held,
    participants,
    notes: notes[(at + kind.length) % notes.length] ?? '',
  })
  if (at % 2 === 0 || kind === 'last') await writeAgreement(writer, id, walk, doer)
  if (kind === 'open') return
  await closeWalkThrough(writer, id, { by: coordinator.id, at: officeHour(held, 10, at) })
  if (kind === 'last' && at === 1)
    await insertAddition(writer, id, {
      text: 'Skolens udtalelse lå i sagen; den var kommet dagen før.',
      by: coordinator.id,
      at: officeHour(addDays(held, 2), 11, 0),
    })
}

async function writeAgreement(
  writer: Writer,
  walkThrough: WalkThroughId,
  { caseId, held, at, kind, today }: Walk,
  doer: DemoPerson,
): Promise<void> {
  const id = demoId<AgreementId>(`agreement ${caseId} ${kind}`)
  // Of last month every fourth is late, every fourth was dropped, and the others are done.
  const isLate = kind === 'last' && at % 4 === 0
  const dueOn = isLate ? addDays(today, -6) : addDays(held, 21)
  await insertAgreement(writer, {
    id,
    walkThrough,
    text: agreed[(at + kind.length) % agreed.length] ?? '',
    who: { person: doer.id, name: doer.name },
    whoId: doer.id,
    dueOn,
    by: doer.id,
    at: officeHour(held, 9, 30),
  })
  if (kind !== 'last' || isLate) return
  const dropped = at % 4 === 1
  await insertOutcome(writer, id, {
    n: 1,
    outcome: dropped ? 'dropped' : 'done',
    note: dropped ? 'Skolen har selv indkaldt til møde.' : null,
    by: doer.id,
    at: officeHour(addDays(held, 15), 13, 0),
  })
}

interface RunningCase {
  readonly caseId: string
  readonly unit: string
  readonly caseworker: string
}

/** In which something has begun and not ended, in the order of their numbers. */
function runningCases(events: readonly DemoEvent[]): readonly RunningCase[] {
  return [...Map.groupBy(events, ({ caseId }) => caseId)]
    .flatMap(([caseId, ofCase]) => {
      const inOrder = ofCase.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
      const last = inOrder.at(-1)
      const spans = phaseSpans(
        inOrder.map(({ kind, day, childId, attributes }) => ({
          kind,
          day: dayNumberOf(day),
          child: childId ?? '',
          attributes,
        })),
      )
      const isMeasure = spans.some(({ phase, to }) => phase.isMeasure && to === null)
      return last === undefined || !isRunning(spans) || !isMeasure
        ? []
        : [{ caseId, unit: last.unit, caseworker: last.caseworker }]
    })
    .toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1))
}

/** The unit's coordinator, and the caseworker. */
function peopleOf(staff: readonly DemoPerson[], unit: DemoUnit, initials: string): readonly DemoPerson[] {
  const coordinator = staff.find(
    (person) => person.role === 'professional-coordinator' && person.unit?.id === unit.id,
  )
  const caseworker = staff.find((person) => person.initials === initials)
  return [coordinator, caseworker].filter((person) => person !== undefined)
}
