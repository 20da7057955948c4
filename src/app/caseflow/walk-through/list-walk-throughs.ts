import {
  walkCasesAtMost,
  type listWalkThroughs as listRoute,
} from '../../../contract/caseflow/walk-throughs.ts'
import type { Immutable, RouteInput, RouteOutput } from '../../../contract/frame/route.ts'
import { phaseKinds } from '../../../core/caseflow/sheet/kind-groups.ts'
import { isRunning, phaseSpans } from '../../../core/caseflow/sheet/phase-spans.ts'
import { inWalkOrder, isThisMonth } from '../../../core/caseflow/walk-through/walk-order.ts'
import { listNamesByInitials } from '../../../storage/caseflow/sheet.ts'
import {
  listCaseLoads,
  listCasesOfUnit,
  listCaseWalks,
  listPhaseEvents,
  type CaseHolder,
} from '../../../storage/caseflow/walk-through-list.ts'
import type { UnitId } from '../../../storage/ids.ts'
import { listUnits } from '../../../storage/analysis/unit.ts'
import type { PersonalReader, Reader } from '../../../storage/transaction.ts'
import { reachIn } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'

type Asked = RouteInput<typeof listRoute>['query']
type List = Immutable<RouteOutput<typeof listRoute>>

/** The running cases of a unit in the order they are walked through; one's first unit where none is asked for. */
export async function listWalkThroughs(context: Context, asked: Asked): Promise<Result<List>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<List>> => {
    const units = await ledUnits(context, tx.reader)
    const unit = asked.unit === undefined ? units[0] : units.find(({ id }) => id === asked.unit)
    const { today } = context
    if (unit === undefined)
      return asked.unit === undefined
        ? done({ today, unit: null, units, caseworkers: [], cases: [], total: 0 })
        : refused('not-found')
    const reader = await tx.recordAccess({
      act: 'list-walk-throughs',
      subjectKind: 'unit',
      subjectId: unit.id,
      ...(asked.caseworker !== undefined && { detail: { caseworker: asked.caseworker } }),
    })
    const running = await runningCases(reader, unit)
    const codes = [...new Set(running.map(({ caseworker }) => caseworker))].filter((code) => code !== '')
    const names = await listNamesByInitials(reader, codes)
    const shown = running.filter(
      ({ caseworker }) => asked.caseworker === undefined || caseworker === asked.caseworker,
    )
    return done({
      today,
      unit,
      units,
      caseworkers: codes
        .map((code) => ({ code, name: names.get(code) ?? null }))
        .toSorted((a, b) => (a.name ?? a.code).localeCompare(b.name ?? b.code, 'da')),
      cases: (await inOrder(context, reader, shown))
        // Of one caseworker only what remains is listed: nothing adds up how far somebody has come.
        .filter(({ walked }) => asked.caseworker === undefined || !walked)
        .map((one) => ({ ...one, caseworkerName: names.get(one.caseworker) ?? null })),
      total: running.length,
    })
  })
}

/** Units whose walk-throughs the caller leads, by name. */
async function ledUnits(
  context: Context,
  reader: Reader,
): Promise<readonly { readonly id: UnitId; readonly name: string }[]> {
  const { municipality, units } = reachIn(context, 'caseflow.walk-through')
  return (await listUnits(reader))
    .filter(({ id }) => municipality || units.includes(id))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'da'))
}

async function runningCases(
  reader: PersonalReader,
  unit: { readonly id: UnitId; readonly name: string },
): Promise<readonly CaseHolder[]> {
  const cases = await listCasesOfUnit(reader, unit)
  const events = await listPhaseEvents(
    reader,
    cases.map(({ caseId }) => caseId),
    phaseKinds,
  )
  return cases.filter(({ caseId }) => isRunning(phaseSpans(events.get(caseId) ?? [])))
}

async function inOrder({ now, today }: Context, reader: PersonalReader, cases: readonly CaseHolder[]) {
  const ids = cases.map(({ caseId }) => caseId)
  const loads = new Map((await listCaseLoads(reader, ids, now)).map((load) => [load.caseId, load]))
  const walks = new Map((await listCaseWalks(reader, ids, today)).map((walk) => [walk.caseId, walk]))
  const rows = cases.map(({ caseId, caseworker }) => {
    const load = loads.get(caseId)
    const walk = walks.get(caseId)
    const lastWalked = walk?.lastWalked ?? null
    return {
      caseId,
      caseworker,
      overdue: load?.overdue ?? 0,
      overdueSince: load?.overdueSince?.toISOString() ?? null,
      next: load?.next?.toISOString() ?? null,
      lastWalked,
      walked: lastWalked !== null && isThisMonth(lastWalked, today),
      begun: walk?.begun ?? false,
      lateAgreements: walk?.lateAgreements ?? 0,
    }
  })
  return inWalkOrder(rows).slice(0, walkCasesAtMost)
}
