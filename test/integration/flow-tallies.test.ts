import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { judgeInBackground } from '../../src/app/caseflow/judge-in-background.ts'
import type {
  getMonthReport,
  getWeekReport,
  listWeekCases,
} from '../../src/contract/caseflow/flow-reports.ts'
import { dayOf, startOfDay } from '../../src/core/calendar/danish-time.ts'
import { isoDay } from '../../src/core/calendar/day-number.ts'
import { compileFlow, type CompiledFlow } from '../../src/core/caseflow/flow/compile-flow.ts'
import { flowCase, type FlowCase } from '../../src/core/caseflow/flow/flow-case.ts'
import { monthOf, weekOf } from '../../src/core/caseflow/flow/flow-period.ts'
import { findWindow, type FlowWindow } from '../../src/core/caseflow/flow/flow-window.ts'
import { tallyMonth } from '../../src/core/caseflow/flow/month-tallies.ts'
import { tallyWeek } from '../../src/core/caseflow/flow/week-tallies.ts'
import { judgeCase } from '../../src/core/caseflow/judge-case.ts'
import { compileRules } from '../../src/core/caseflow/compile-rules.ts'
import { kindsToRegister } from '../../src/core/caseflow/once-registered.ts'
import { countMonth } from '../../src/storage/caseflow/flow/count-month.ts'
import { countWeek } from '../../src/storage/caseflow/flow/count-week.ts'
import { listEventsOf } from '../../src/storage/caseflow/case-to-judge.ts'
import { chance } from '../../src/demo/chance.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { listDeadlineRules } from '../../src/storage/caseflow/deadline-rules.ts'
import { addPerson, addUnit, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let admin: string
const units = new Map<string, string>()

beforeAll(async () => {
  held = await createTestDatabase()
  server = await createTestServer(held.database)
  const { municipalityId } = held.first
  for (const name of ['Nord', 'Syd']) units.set(name, await addUnit(held.database, municipalityId, name))
  const syd = await addUnit(held.database, municipalityId, 'Syd to')
  units.set('Syd to', syd)
  for (const [userName, role] of [
    ['leder', 'department-manager'],
    ['anna', 'caseworker'],
  ] as const)
    await addPerson(held.database, municipalityId, { userName, role, unit: syd })
  await addPerson(held.database, municipalityId, { userName: 'adm', role: 'administrator' })
  await addPerson(held.database, municipalityId, { userName: 'dir', role: 'director' })
  await addPerson(held.database, held.second.municipalityId, { userName: 'fremmed', role: 'administrator' })
  admin = await server.signIn(municipalityId, 'adm')
})
afterAll(async () => {
  await server.app.close()
  await held.close()
})
beforeEach(async () => {
  await held.superPool.query(
    'truncate event_source, event_import, event_import_row, case_event, case_event_version, case_to_judge, case_deadline, case_flow cascade',
  )
})

interface Sent {
  readonly caseId: string
  readonly kind: string
  readonly time: string
  readonly unit?: string
  readonly caseworker?: string
  readonly attributes?: Readonly<Record<string, string>>
}

async function deliver(events: readonly Sent[]): Promise<void> {
  for (let from = 0; from < events.length; from += 2000) {
    const body = { source: 'fagsystem', events: events.slice(from, from + 2000) }
    const answer = await server.send('POST', '/api/caseflow/events', { cookie: admin, body })
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }
  await judgeInBackground(held.database, new Date())
}

const kinds = [
  'notification-received',
  'notification-assessed',
  'notification-acknowledged',
  'notification-closed',
  'assessment-opened',
  'assessment-completed',
  'plan-made',
  'placement-decided',
  'measure-started',
  'measure-ended',
  'placement-started',
  'placement-ended',
  'follow-up-held',
  'supervision-visit',
  'case-closed',
]

/** Events in any order and of any kind over a year and a half, most of them with a time of day. */
function generated(seed: string, count: number): readonly Sent[] {
  const random = chance(seed)
  const now = Date.now()
  const pick = <T>(list: readonly T[]): T => {
    const found = list[random.between(0, list.length - 1)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  return Array.from({ length: count }, (_, at) => {
    const moment = new Date(now - random.between(1, 560 * 24 * 60) * 60_000)
    const unit = pick(['Nord', 'Syd', 'Syd', 'Vest', ''])
    return {
      caseId: `S${random.between(1, Math.ceil(count / 7))}`,
      id: `e${at}`,
      kind: pick(kinds),
      time: random.next() < 0.2 ? isoDay(dayOf(moment.getTime())) : moment.toISOString(),
      ...(unit !== '' && { unit }),
      attributes: random.next() < 0.5 ? { measure: pick(['Aflastning', 'Kontaktperson']) } : {},
    }
  })
}

/** The stored events of all cases, worked out by the pure functions; units by id as the server keys them. */
async function pureCases(
  now: number,
): Promise<{ readonly flow: CompiledFlow; readonly cases: readonly FlowCase[] }> {
  return held.database.transaction(program(), async (tx) => {
    const list = await listDeadlineRules(tx.reader)
    const registered = await held.superPool.query<{ kind: string }>('select distinct kind from case_event')
    const known = new Set(registered.rows.map(({ kind }) => kind))
    const unregistered = new Set(kindsToRegister(list).filter((kind) => !known.has(kind)))
    const [flow, rules] = [compileFlow(list), compileRules(list, unregistered)]
    const { rows } = await held.superPool.query<{ case_id: string }>(
      'select distinct case_id from case_event',
    )
    const ids = rows.map(({ case_id }) => case_id)
    const keyed = <T extends { readonly unit: string }>(one: T): T => ({
      ...one,
      unit: units.get(one.unit) ?? '',
    })
    const cases = (await listEventsOf(tx.reader, ids)).map((one) => {
      const found = flowCase(flow, one, judgeCase(rules, one.events, now), now)
      return { ...found, facts: found.facts.map(keyed), deadlines: found.deadlines.map(keyed) }
    })
    return { flow, cases }
  })
}

const program = () => ({ municipalityId: held.first.municipalityId, personId: null })

type Sorted = Readonly<Record<string, readonly string[]>>

function sorted(tallies: object): Sorted {
  return Object.fromEntries(
    Object.entries(tallies).map(([name, rows]: [string, readonly object[]]) => [
      name,
      rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted(),
    ]),
  )
}

function windowOf(period: Parameters<typeof findWindow>[0], now: number): FlowWindow {
  const window = findWindow(period, now)
  if (window === undefined) throw new Error('not begun')
  return window
}

test('the database adds up to what the pure functions add up to, whatever happened in the cases', async () => {
  await deliver(generated('tallies', 2500))
  const now = Date.now()
  const { flow, cases } = await pureCases(now)
  const today = dayOf(now)
  const compared = await held.database.transaction(program(), async (tx) => {
    const found: [string, Sorted, Sorted][] = []
    for (const back of [0, 7, 70, 300]) {
      const week = windowOf(weekOf(today - back), now)
      const month = windowOf(monthOf(today - back), now)
      found.push(
        [
          week.period.name,
          sorted(await countWeek(tx.reader, flow, week)),
          sorted(tallyWeek(cases, flow, week)),
        ],
        [
          month.period.name,
          sorted(await countMonth(tx.reader, flow, month)),
          sorted(tallyMonth(cases, flow, month)),
        ],
      )
    }
    return found
  })
  for (const [name, counted, pure] of compared) expect({ name, ...counted }).toEqual({ name, ...pure })
  // Nothing is compared with nothing.
  const compare = compared.map(([, , pure]) => Object.entries(pure))
  for (const [name] of compare.flat())
    expect({ name, rows: compare.flat().some(([of, rows]) => of === name && rows.length > 0) }).toEqual({
      name,
      rows: true,
    })
}, 120_000)

const lastWeek = weekOf(dayOf(Date.now()) - 7)
/** Hours after last week's Monday at 00:00. */
const at = (hours: number) => new Date(startOfDay(lastWeek.from) + hours * 3_600_000).toISOString()

type Week = z.output<(typeof getWeekReport)['response']>
type Cases = z.output<(typeof listWeekCases)['response']>

async function get<T>(url: string, cookie = admin): Promise<T> {
  const answer = await server.send('GET', url, { cookie })
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  return answer.json<T>()
}

const week = (query = '', cookie = admin) => get<Week>(`/api/caseflow/weeks/${lastWeek.name}${query}`, cookie)
const casesOf = (figure: string, query = '', cookie = admin) =>
  get<Cases>(`/api/caseflow/weeks/${lastWeek.name}/cases?figure=${figure}${query}`, cookie)

const someEvents: readonly Sent[] = [
  { caseId: 'A', kind: 'notification-received', time: at(10), unit: 'Nord', caseworker: 'bo' },
  { caseId: 'A', kind: 'notification-assessed', time: at(12), unit: 'Nord', caseworker: 'bo' },
  { caseId: 'A', kind: 'assessment-opened', time: at(60), unit: 'Nord', caseworker: 'bo' },
  { caseId: 'B', kind: 'notification-received', time: at(-24 * 30), unit: 'Syd to', caseworker: 'bo' },
  { caseId: 'B', kind: 'notification-received', time: at(30), unit: 'Syd to', caseworker: 'bo' },
  { caseId: 'B', kind: 'notification-closed', time: at(50), unit: 'Syd to', caseworker: 'bo' },
  { caseId: 'C', kind: 'notification-received', time: isoDay(lastWeek.to), unit: 'Vest', caseworker: 'anna' },
]

describe('the weekly report', () => {
  test('tells what came in and what became of it, for the municipality and unit by unit', async () => {
    await deliver(someEvents)
    const { figures, units: byUnit, isOver, isDefined } = await week()
    expect({ isOver, isDefined }).toEqual({ isOver: true, isDefined: true })
    expect(figures.received).toEqual({ total: 3, onNew: 2, onKnown: 1 })
    expect(figures.outcomes).toMatchObject({
      assessed: 1,
      settled: 1,
      undecided: 1,
      share: { count: 1, of: 2 },
    })
    expect(figures.outcomes.atMost).toBeCloseTo(2 / 3, 10)
    expect(figures.prompt).toMatchObject({ met: 1, late: 0 })
    expect(figures.opened).toBe(1)
    expect(byUnit.map(({ unit, figures: { received } }) => [unit?.name ?? null, received.total])).toEqual([
      ['Nord', 1],
      ['Syd', 0],
      ['Syd to', 1],
      [null, 1],
    ])
  })

  test('lists as many cases behind each figure as the figure says', async () => {
    await deliver(generated('lists', 600))
    const { figures, series } = await week()
    const { received, outcomes, prompt, ended, running, times } = figures
    const counts: Record<string, number> = {
      received: received.total,
      'received-new': received.onNew,
      'received-known': received.onKnown,
      assessed: outcomes.assessed,
      joined: outcomes.joined,
      settled: outcomes.settled,
      undecided: outcomes.undecided,
      'prompt-met': prompt?.met ?? -1,
      'prompt-late': prompt?.late ?? -1,
      'prompt-open': prompt?.open ?? -1,
      'prompt-running': prompt?.running ?? -1,
      'prompt-cannot-tell': prompt?.cannotTell ?? -1,
      'assessments-opened': figures.opened,
      'notifications-closed': ended.notifications,
      'assessments-ended': ended.assessments,
      'cases-closed': ended.cases,
      'running-cannot-tell': figures.runningCannotTell,
      ...Object.fromEntries(running.map(({ band, deadlines }) => [band, deadlines])),
    }
    const listed: Record<string, number> = {}
    for (const figure of Object.keys(counts)) listed[figure] = (await casesOf(figure)).total
    expect(listed).toEqual(counts)
    for (const { key, finished, cohort } of times) {
      expect((await casesOf('finished', `&key=${key}`)).total).toBe(finished)
      expect((await casesOf('open', `&key=${key}`)).total).toBe(cohort.open + cohort.openFromBefore)
    }
    expect(series.find(({ key }) => key === 'received')?.points).toHaveLength(27)
    expect(series.find(({ key }) => key === 'received')?.points.at(-1)?.value).toBe(received.total)
  }, 60_000)

  test('shows a unit its own beside the municipality, and refuses another unit', async () => {
    await deliver(someEvents)
    const leder = await server.signIn(held.first.municipalityId, 'leder')
    const own = await week(`?unit=${units.get('Syd to')}`, leder)
    expect(own.figures.received.total).toBe(1)
    expect(own.municipality.received.total).toBe(3)
    expect(own.units.map(({ unit }) => unit?.name)).toEqual(['Syd to'])
    expect(own.allUnits).toBe(false)
    const url = `/api/caseflow/weeks/${lastWeek.name}`
    expect((await server.send('GET', `${url}?unit=${units.get('Nord')}`, { cookie: leder })).statusCode).toBe(
      403,
    )
    expect((await casesOf('received', '', leder)).cases.map(({ caseId }) => caseId)).toEqual(['B'])
    const cases = (unit: string | undefined) =>
      server.send('GET', `${url}/cases?figure=received&unit=${unit}`, { cookie: leder })
    expect((await cases(units.get('Nord'))).statusCode).toBe(403)
    expect((await cases(units.get('Syd to'))).statusCode).toBe(200)
    expect((await cases(randomUUID())).statusCode).toBe(404)
    const dir = await server.signIn(held.first.municipalityId, 'dir')
    expect((await week('', dir)).allUnits).toBe(true)
  })

  test('is not for caseworkers, who still find their own cases; other municipalities see nothing', async () => {
    await deliver(someEvents)
    const anna = await server.signIn(held.first.municipalityId, 'anna')
    const url = `/api/caseflow/weeks/${lastWeek.name}`
    expect((await server.send('GET', url, { cookie: anna })).statusCode).toBe(403)
    expect((await casesOf('received', '', anna)).cases.map(({ caseId }) => caseId)).toEqual(['C'])
    const stranger = await server.signIn(held.second.municipalityId, 'fremmed')
    const other = await week('', stranger)
    expect(other).toMatchObject({ any: false, isDefined: false, choices: [] })
    expect(
      (await server.send('GET', `${url}?unit=${units.get('Nord')}`, { cookie: stranger })).statusCode,
    ).toBe(404)
    expect((await casesOf('received', '', stranger)).total).toBe(0)
  })

  test('refuses weeks and months that do not exist or have not begun', async () => {
    const status = async (path: string) =>
      (await server.send('GET', `/api/caseflow/${path}`, { cookie: admin })).statusCode
    expect(await status('weeks/2025-W53')).toBe(400)
    expect(await status('months/2026-13')).toBe(400)
    expect(await status('weeks/2099-W01')).toBe(404)
    expect(await status('months/2099-01')).toBe(404)
    expect(await status('weeks/2020-W53')).toBe(200)
  })

  test('leaves an access entry with the week and the figure asked for', async () => {
    await held.superPool.query('truncate access_entry')
    await week()
    await casesOf('received')
    const { rows } = await held.superPool.query<{ act: string; subject_id: string }>(
      `select act, subject_id from access_entry where subject_kind = 'flow-report' order by at, act`,
    )
    expect(rows.map(({ act, subject_id }) => [act, subject_id])).toEqual([
      ['open-week-report', lastWeek.name],
      ['list-flow-cases', lastWeek.name],
    ])
  })
})

test('the facts of a case follow its events when they are corrected', async () => {
  const received = { id: 'r1', caseId: 'A', kind: 'notification-received', unit: 'Nord' }
  await deliver([{ ...received, time: at(10), registered: at(11) } as Sent])
  expect((await week()).figures.received.total).toBe(1)
  await deliver([{ ...received, time: at(10 - 14 * 24), registered: at(30) } as Sent])
  expect((await week()).figures.received.total).toBe(0)
})

test('the monthly report tells of measures by type, placements with their plans, follow-ups and visits', async () => {
  const month = monthOf(dayOf(Date.now()) - 45)
  const on = (date: number) => isoDay(month.from + date)
  await deliver([
    { caseId: 'A', kind: 'measure-started', time: on(1), attributes: { measure: 'Aflastning' } },
    { caseId: 'B', kind: 'measure-started', time: on(-40), attributes: { measure: 'Kontaktperson' } },
    { caseId: 'B', kind: 'measure-ended', time: on(3), attributes: { measure: 'Kontaktperson' } },
    { caseId: 'C', kind: 'placement-decided', time: on(1) },
    { caseId: 'C', kind: 'placement-started', time: on(2) },
    { caseId: 'C', kind: 'supervision-visit', time: on(9) },
    { caseId: 'D', kind: 'plan-made', time: on(-9) },
    { caseId: 'D', kind: 'placement-started', time: on(2) },
    { caseId: 'E', kind: 'placement-ended', time: on(2) },
  ])
  const { figures, series } = await get<z.output<(typeof getMonthReport)['response']>>(
    `/api/caseflow/months/${month.name}`,
  )
  expect(figures.byType).toEqual([
    { type: 'Aflastning', running: 1, started: 1, ended: 0 },
    { type: 'Kontaktperson', running: 0, started: 0, ended: 1 },
  ])
  expect(figures.placements).toEqual({ running: 2, started: 2, ended: 0 })
  expect(figures.plans).toEqual({ made: 1, awaited: 1, overdue: 0, none: 0 })
  expect(figures.visits?.held).toBe(1)
  expect(figures.withoutStart).toBe(1)
  expect(new Set(series.flatMap(({ key, verdict }) => (verdict.state === 'stock' ? [key] : [])))).toEqual(
    new Set(['measures-running', 'measures-running-of-type', 'placements-running']),
  )
  expect(series.filter(({ key }) => key === 'measures-running-of-type').map(({ of }) => of)).toEqual([
    'Aflastning',
    'Kontaktperson',
  ])
})
