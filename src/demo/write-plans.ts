import { addDays } from '../core/calendar/days.ts'
import { showsCompliance } from '../core/analysis/compliance.ts'
import { getStage } from '../core/programme/lookup.ts'
import type { Programme } from '../core/programme/programme.ts'
import type { ActionPlanId, InitiativeId } from '../storage/ids.ts'
import {
  insertActionPlan,
  insertInitiative,
  insertPlanVersion,
  publishPlanVersion,
} from '../storage/learning/action-plan.ts'
import { insertInitiativeAct, saveInitiatives } from '../storage/learning/initiative.ts'
import type { Writer } from '../storage/transaction.ts'
import { demoId } from './chance.ts'
import { officeHour } from './days.ts'
import { demoForewords, demoInitiatives, type DemoDay, type DemoInitiative } from './plan-texts.ts'
import type { DemoRound } from './rounds.ts'
import { demoUnits, type DemoPerson } from './staff.ts'

interface Setting {
  /** The oldest first; the last is under way. */
  readonly rounds: readonly DemoRound[]
  readonly staff: readonly DemoPerson[]
  readonly today: string
}

/** An action plan 2.0 after 1.0, with initiatives in every state. */
export async function writePlans(writer: Writer, { rounds, staff, today }: Setting): Promise<void> {
  const plan = demoId<ActionPlanId>('action plan')
  const [programme] = rounds.map((round) => round.programme)
  const author = staff.find(({ role }) => role === 'staff-lawyer')
  if (programme === undefined || author === undefined) throw new Error('the demo has no round or no lawyer')
  const dayOf = (day: DemoDay) => dayIn(rounds, today, day)
  const published = { 1: dayOf([0, 45]), 2: dayOf([3, 5]) } as const
  await insertActionPlan(writer, {
    id: plan,
    title: 'Handleplan for sagsbehandlingen i familieenhederne (demo)',
    by: author.id,
    at: officeHour(addDays(published[1], -20), 9, 0),
  })
  for (const { key } of demoInitiatives)
    await insertInitiative(writer, { id: idOf(key), plan, at: officeHour(published[1], 9, 0) })
  for (const version of [1, 2] as const) {
    await insertPlanVersion(writer, plan, {
      version,
      label: `${version}.0`,
      foreword: demoForewords[version],
      by: author.id,
      at: officeHour(addDays(published[version], -14), 9, 0),
    })
    const own = demoInitiatives.filter(({ versions }) => versions.includes(version))
    await saveInitiatives(
      writer,
      plan,
      version,
      own.map((each) => textOf(each, { version, programme, staff, dayOf })),
    )
    await publishPlanVersion(writer, plan, version, {
      by: author.id,
      at: officeHour(published[version], 10, 0),
    })
  }
  for (const { key, acts, owner } of demoInitiatives)
    for (const { kind, on, note } of acts) {
      const day = dayOf(on)
      const by = personOf(owner, staff).id
      const at = officeHour(day, 12, 0)
      await insertInitiativeAct(writer, { initiative: idOf(key), kind, day, note, by, at })
    }
}

function textOf(
  { key, title, what, owner, starts, ends, source, reference, aims }: DemoInitiative,
  about: {
    readonly version: 1 | 2
    readonly programme: Programme
    readonly staff: readonly DemoPerson[]
    readonly dayOf: (day: DemoDay) => string
  },
) {
  const { version, programme, staff, dayOf } = about
  return {
    id: idOf(key),
    title,
    // The second version was more precise about what the first had begun.
    what:
      version === 2 && key === 'template' ? `${what} Skabelonen gælder også anonyme underretninger.` : what,
    ownerPerson: 'unit' in owner ? null : personOf(owner, staff).id,
    ownerUnit: 'unit' in owner ? unitNamed(owner.unit).id : null,
    startsOn: dayOf(starts),
    endsOn: ends === null ? null : dayOf(ends),
    source,
    reference,
    aims: aims.map(([stage, question]) => ({
      programme: programme.key,
      stage,
      question: stage === null || question === null ? null : questionAt(programme, stage, question),
    })),
  }
}

function questionAt(programme: Programme, stage: string, at: number): string {
  const key = getStage(programme, stage).questions.filter(showsCompliance)[at]?.key
  if (key === undefined) throw new Error(`stage ${stage} has not so many questions`)
  return key
}

/** A unit's initiative is reported on by its manager. */
function personOf(owner: DemoInitiative['owner'], staff: readonly DemoPerson[]): DemoPerson {
  const found =
    'unit' in owner
      ? staff.find(({ role, unit }) => role === 'area-manager' && unit?.name === owner.unit)
      : staff.find(({ role }) => role === owner.role)
  if (found === undefined) throw new Error('the demo has nobody to own an initiative')
  return found
}

function unitNamed(name: string) {
  const found = demoUnits.find((unit) => unit.name === name)
  if (found === undefined) throw new Error(`the demo has no unit ${name}`)
  return found
}

function dayIn(rounds: readonly DemoRound[], today: string, day: DemoDay): string {
  if ('today' in day) return addDays(today, day.today)
  const [number, days] = day
  return addDays(rounds[number]?.quarter.from ?? today, days)
}

function idOf(key: string): InitiativeId {
  return demoId<InitiativeId>(`initiative ${key}`)
}
