import type { Route } from '../../src/contract/frame/route.ts'
import type { MunicipalityId } from '../../src/storage/ids.ts'
import { createTestDatabase } from '../support/database.ts'
import { addExtraThings } from '../support/matrix/extra-things.ts'
import { findIdentities } from '../support/matrix/identities.ts'
import { fuzzSeed as seed } from '../support/fuzz-seed.ts'
import { createTestServer } from '../support/server.ts'
import { openCallers } from './callers.ts'
import type { Document } from './document.ts'
import { fuzzRoute, longestStall, type RouteReport } from './fuzz-routes.ts'
import { judgedDatabase } from './judged-database.ts'

export const cases = Number(process.env.FUZZ_CASES ?? 200)
/** Ms for each route in CI; by command all requests come from whom they were made for, unless a time is said. */
const patience = process.env.FUZZ_CASES === undefined ? 450 : Number(process.env.FUZZ_PATIENCE ?? Infinity)
const only = process.env.FUZZ_ONLY ?? ''

/** Asks for everything that the OpenAPI document describes, in good, nearly good and bad ways; tells what went wrong. */
export async function fuzzAll(chosen: (route: Route) => boolean): Promise<readonly string[]> {
  const held = await createTestDatabase({ demo: true })
  const { rows } = await held.superPool.query<{ id: MunicipalityId }>(
    'select municipality_id as id from municipality where demo',
  )
  const [{ id } = { id: held.first.municipalityId }] = rows
  await addExtraThings(held.superPool, id)
  const signingIn = await createTestServer(held.database, { demo: true })
  const callers = await openCallers(held.superPool, id, await findIdentities(signingIn, held.superPool, id))
  const server = await createTestServer(judgedDatabase(held.database))
  // Our own document.
  const document = (await server.send('GET', '/api/openapi.json')).json<Document>()
  const before = await countChanges(held.superPool)
  const reports: RouteReport[] = []
  for (const route of server.routes)
    if (chosen(route) && `${route.method} ${route.path}`.includes(only)) {
      const report = await fuzzRoute(server, document, route, callers, { cases, seed, patience })
      reports.push(report)
      // A run by command takes hours; what it has found must not be lost with its end.
      if (process.env.FUZZ_CASES !== undefined) process.stdout.write(progress(report))
    }
  process.stdout.write(summary(reports))
  const after = await countChanges(held.superPool)
  await server.app.close()
  await signingIn.app.close()
  await held.close()
  return [
    ...reports.flatMap(({ faults }) => faults),
    ...reports.filter((report) => report.cases < cases).map(({ name }) => `${name}: too few requests`),
    // Nothing is kept here at all, or it went past the database that was judged.
    ...(after === before ? [] : [`changes on record grew from ${before} to ${after}`]),
  ]
}

async function countChanges(superPool: Awaited<ReturnType<typeof createTestDatabase>>['superPool']) {
  const { rows } = await superPool.query<{ count: string }>('select count(*) from change_entry')
  return rows[0]?.count
}

function progress({ name, cases: sent, hurried, seconds, stalled, faults }: RouteReport): string {
  const counts = `${sent} requests (${hurried} from nobody), ${seconds.toFixed(1)} s, stall ${stalled.toFixed(0)} ms`
  return [`${name}: ${counts}`, ...faults, ''].join('\n')
}

function summary(reports: readonly RouteReport[]): string {
  const statuses = new Map<number, number>()
  for (const report of reports)
    for (const [status, count] of report.statuses) statuses.set(status, (statuses.get(status) ?? 0) + count)
  const total = reports.reduce((sum, report) => sum + report.cases, 0)
  const seconds = reports.reduce((sum, report) => sum + report.seconds, 0)
  const hurried = reports.reduce((sum, report) => sum + report.hurried, 0)
  const stalled = reports.toSorted((a, b) => b.stalled - a.stalled).slice(0, 3)
  const slow = reports.toSorted((a, b) => b.seconds - a.seconds).slice(0, 5)
  const counts = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
  return [
    `${reports.length} routes, ${total} requests, ${seconds.toFixed(0)} s, FUZZ_SEED=${seed}`,
    `${hurried} of them from nobody, their route having had its time; answers ${counts.join(', ')}`,
    `longest stalls (limit ${longestStall} ms): ${stalled.map((one) => `${one.name} ${one.stalled.toFixed(0)} ms`).join(', ')}`,
    `slowest: ${slow.map((one) => `${one.name} ${one.seconds.toFixed(1)} s`).join(', ')}`,
    '',
  ].join('\n')
}
