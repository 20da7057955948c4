import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import { getResults } from '../../src/contract/analysis/results.ts'
import { getPlannable, getRoundEvidence } from '../../src/contract/planning/planning.ts'
import { learnFromRounds } from '../../src/core/planning/learn-from-rounds.ts'
import { evaluatePlan } from '../../src/core/planning/plan.ts'
import { plannedLevel } from '../../src/core/planning/plan-basis.ts'
import { plannedScopes, scopesBasisOf } from '../../src/core/planning/planned-scopes.ts'
import { seedDemo } from '../../src/demo/seed.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { cookieOf, createTestServer, type TestServer } from '../support/server.ts'

let held: TestDatabase
let server: TestServer
let cookie = ''
let finished: readonly string[] = []
let plannable: ReturnType<typeof getPlannable.response.parse>

beforeAll(async () => {
  held = await createTestDatabase()
  await seedDemo(held.database, danishDay(new Date()), () => undefined)
  server = await createTestServer(held.database, { demo: true })
  const { rows } = await held.superPool.query<{ person_id: string; programme: string }>(
    `select person_id, (select key from programme_version limit 1) as programme
     from role_assignment where role = 'director' and valid_to is null order by id limit 1`,
  )
  const [director] = rows
  cookie = cookieOf(
    await server.send('POST', '/api/session/switch', { body: { personId: director?.person_id } }),
  )
  plannable = await get(getPlannable.response, `/api/planning/${director?.programme ?? ''}`)
  finished = plannable.rounds.filter(({ state }) => state === 'closed').map(({ key }) => key)
}, 300_000)
afterAll(async () => {
  await server.app.close()
  await held.close()
})

async function get<T>(shape: { parse: (body: unknown) => T }, path: string): Promise<T> {
  const answer = await server.send('GET', path, { cookie })
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`)
  return shape.parse(answer.json())
}

/** What the planner makes of a round's own reviews, having learned from that round alone. */
async function plannedAgain(round: string) {
  const answer = await get(getRoundEvidence.response, `/api/rounds/${round}/evidence`)
  if (answer.state !== 'ready') throw new Error(answer.state)
  const { evidence } = answer
  const { levels, stages } = plannable
  const lessons = learnFromRounds({ levels, stages, reference: evidence.reference }, [evidence])
  const plan = evidence.levels.map(({ level, reviews }) =>
    plannedLevel({ level, reviews, minutes: 60 }, lessons),
  )
  const basis = scopesBasisOf(lessons, lessons.population, stages)
  const comparison = levels.find((one) => one.comparison)?.level ?? 0
  return { outcome: evaluatePlan(plan, basis), own: plannedScopes(plan, comparison, basis).all.comparison }
}

function half(interval: readonly [number, number] | null | undefined): number {
  if (interval === null || interval === undefined) throw new Error('no interval')
  return (interval[1] - interval[0]) / 2
}

async function resultsOf(round: string) {
  const results = await get(getResults.response, `/api/rounds/${round}/results`)
  if (results.state !== 'ready') throw new Error(results.state)
  return results
}

/** Within 5 % is asked for; both go by the same formulas, so that only what one of them forgets can part them. */
const within = 0.001

describe('given exactly the reviews of a finished round, the planner promises what that round kept', () => {
  test('of the highest level’s estimate, and what it is worth', async () => {
    expect(finished.length).toBeGreaterThan(3)
    for (const round of finished) {
      const { cascade } = await resultsOf(round)
      const overall = cascade.find(({ scope }) => scope.stage === null && scope.question === null)
      const { outcome } = await plannedAgain(round)
      expect(Math.abs((outcome.margin ?? 0) / half(overall?.interval) - 1)).toBeLessThan(within)
      expect(Math.abs((outcome.expertEquivalent ?? 0) / (overall?.expertEquivalent ?? 0) - 1)).toBeLessThan(
        within,
      )
    }
  })

  test('of the comparison level’s own result', async () => {
    for (const round of finished) {
      const { composites } = await resultsOf(round)
      const { own } = await plannedAgain(round)
      const overall = composites.find(({ stage }) => stage === null)
      expect(Math.abs((own.margin ?? 0) / half(overall?.interval) - 1)).toBeLessThan(within)
    }
  })

  test('of the change that two rounds like it find, where it is compared with none', async () => {
    const first = finished.at(-1) ?? ''
    const { sight } = await resultsOf(first)
    const { own } = await plannedAgain(first)
    expect(sight.baselineCases).toBeNull()
    expect(Math.abs((own.change ?? 0) / (sight.detectableChange ?? 0) - 1)).toBeLessThan(within)
  })
})
