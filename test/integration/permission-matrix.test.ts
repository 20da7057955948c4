import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReachOf } from '../../src/core/access/permissions.ts'
import { findForeign } from '../support/matrix/foreign-twin.ts'
import { signedIn, unsigned } from '../support/matrix/identities.ts'
import { listDisagreements } from '../support/matrix/judge.ts'
import { sendAll, type Cell, type Outcome } from '../support/matrix/matrix.ts'
import { openMatrix, type Matrix } from '../support/matrix/open-matrix.ts'
import type { TestServer } from '../support/server.ts'

// Every route as everybody, upon their own, their unit's, another unit's, another municipality's and nothing at all.

const minutes = 60_000
let matrix: Matrix
let outcomes: readonly Outcome[]

beforeAll(async () => {
  matrix = await openMatrix()
  const began = performance.now()
  outcomes = await sendAll(matrix.cells, matrix.server)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const standings = new Set(outcomes.map(({ standing }) => standing)).size
  const whos = new Set(outcomes.map(({ who }) => who)).size
  console.info(
    `permission matrix: ${matrix.server.routes.length} routes, ${whos} identities, ${standings} standings: ${outcomes.length} calls in ${seconds} s`,
  )
}, 10 * minutes)
afterAll(() => matrix.close())

describe('the matrix of all calls', () => {
  test('answers each as the table of permissions says, and tells nobody that a thing exists which they may not see', () => {
    expect(listDisagreements(outcomes)).toEqual([])
  })

  test('has every route called by everybody', () => {
    const called = new Set(outcomes.map(({ route, who }) => `${route.method} ${route.path} ${who}`))
    const all = matrix.server.routes.flatMap((route) =>
      [...signedIn, ...unsigned].map((who) => `${route.method} ${route.path} ${who}`),
    )
    expect(all.filter((call) => !called.has(call))).toEqual([])
  })

  test('asks every route that names an object for the other municipality’s, and each that knows owners for one’s own', () => {
    const standings = Map.groupBy(outcomes, ({ route }) => `${route.method} ${route.path}`)
    const without = (standing: Outcome['standing']): readonly string[] =>
      [...standings].filter(([, of]) => of.every((one) => one.standing !== standing)).map(([name]) => name)
    // A programme has the same name in every municipality, and a calendar's address is a secret.
    const named = without('none').filter((name) => !/:programme/.test(name))
    expect(named.filter((name) => without('foreign').includes(name))).toEqual([])
    const owned = without('none').filter((name) => without('shared').includes(name))
    expect(owned.filter((name) => without('own').includes(name) && without('unit').includes(name))).toEqual(
      [],
    )
  })

  test('lets somebody through every door', () => {
    const through = outcomes.filter(
      ({ expected, status }) => expected === 'admitted' && status !== 401 && status !== 403,
    )
    const open = new Set(through.map(({ route }) => route))
    // Those open to all have no door; a return from signing in elsewhere is refused to who was not sent there.
    const doors = matrix.server.routes.filter(({ permission }) => permission !== 'public')
    expect(doors.filter((route) => !open.has(route))).toEqual([])
  })

  test('shows nothing of another municipality', () => {
    // Whoever signs in chooses their municipality by its name.
    const signInPage = (one: Outcome): boolean =>
      one.expected === 'admitted' && one.route.method === 'GET' && one.route.path === '/api/session'
    expect(leaksIn(outcomes.filter((one) => !signInPage(one)))).toEqual([])
  })
})

describe('with the application’s own checks switched off', () => {
  const permitEverything: ReachOf = () => ({ municipality: true, units: [], own: true })
  /** Whoever calls has every right; who they are decides only what is their own. */
  const callers: ReadonlySet<Cell['who']> = new Set(['area-manager', 'nobody'])
  let open: TestServer
  let cells: readonly Cell[]
  beforeAll(async () => {
    open = await matrix.serverWith(permitEverything)
    cells = matrix.cells.filter(({ who }) => callers.has(who))
  })

  test(
    'still nobody is shown a row of another municipality',
    async () => {
      const answered = await sendAll(cells, open)
      console.info(
        `without the table: ${answered.length} calls, ${answered.filter(({ status }) => status < 300).length} answered`,
      )
      // The checks really are off: nobody is refused for want of a right.
      expect(
        answered.some(
          ({ who, route, status }) =>
            who === 'nobody' && route.permission === 'access.read' && status === 200,
        ),
      ).toBe(true)
      expect(leaksIn(answered)).toEqual([])
    },
    10 * minutes,
  )

  // Most tables are read together with others, whose policies still hold; these are lists of their own.
  test.each(['case_event', 'person', 'round', 'unit'])(
    'a policy of %s that lets everything through is found out',
    async (table) => {
      const { superPool } = matrix.held
      const reading = cells.filter(
        ({ route, who, named, standing }) =>
          route.method === 'GET' && who === 'nobody' && named === 'own' && standing !== 'absent',
      )
      await superPool.query(`alter policy tenant on ${table} using (true)`)
      try {
        expect(leaksIn(await sendAll(reading, open))).not.toEqual([])
      } finally {
        await superPool.query(
          `alter policy tenant on ${table} using (municipality_id = (select sealed.current_municipality()))`,
        )
      }
    },
    5 * minutes,
  )
})

test(
  'a policy that was dropped is found out: the table’s own rows are gone too',
  async () => {
    const { superPool } = matrix.held
    const reviews = matrix.cells.filter(
      ({ route }) => route.method === 'GET' && route.path.startsWith('/api/reviews/:review'),
    )
    expect(listDisagreements(await sendAll(reviews, matrix.server))).toEqual([])
    await superPool.query('drop policy tenant on review')
    try {
      expect(listDisagreements(await sendAll(reviews, matrix.server))).not.toEqual([])
    } finally {
      await superPool.query(
        'create policy tenant on review for all to public using (municipality_id = (select sealed.current_municipality()))',
      )
    }
  },
  5 * minutes,
)

function leaksIn(answered: readonly Outcome[]): readonly string[] {
  return answered.flatMap(({ route, who, standing, answer, sent }) => {
    const found = findForeign(answer, sent)
    return found === undefined ? [] : [`${route.method} ${route.path} as ${who} (${standing}): ${found}`]
  })
}
