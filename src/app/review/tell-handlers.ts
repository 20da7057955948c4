import { chooseHandlers, thoseThere } from '../../core/review/critical-handlers.ts'
import type { CriticalStep } from '../../core/review/critical-case.ts'
import type { Role } from '../../core/access/role.ts'
import type { CaseStageId, CriticalCaseId, PersonId, UnitId } from '../../storage/ids.ts'
import { getToldSoFar, saveCriticalActs } from '../../storage/review/critical-act.ts'
import { listRoleHolders } from '../../storage/review/critical-handlers.ts'
import type { Reader, Writer } from '../../storage/transaction.ts'
import { danishDay } from '../frame/danish-day.ts'
import { notify } from '../notification/notify.ts'

/** In the order of responsibility. */
const chain = ['area-manager', 'unit-lawyer', 'director'] as const satisfies readonly Role[]
/** Told where nobody of the chain is there to close the case: they can find or appoint somebody. */
const leaders = ['staff-lawyer', 'administrator'] as const satisfies readonly Role[]

export interface CriticalToTell {
  readonly id: CriticalCaseId
  readonly run: number
  readonly unitId: UnitId
  readonly caseStageId: CaseStageId
}

/** Who must be told of a case today. */
export async function listToTell(
  reader: Reader,
  { unitId, caseStageId }: CriticalToTell,
  now: Date,
): Promise<readonly PersonId[]> {
  const holders = await listRoleHolders(reader, {
    roles: [...chain, ...leaders],
    unit: unitId,
    caseStage: caseStageId,
    today: danishDay(now),
  })
  const links = chain.map((each) => holders.filter(({ role }) => role === each))
  const chosen = chooseHandlers<PersonId>(links)
  if (links.flat().some(({ away, barred }) => !away && !barred)) return chosen
  const leading = holders.filter(({ role }) => leaders.some((each) => each === role))
  return [...new Set([...chosen, ...thoseThere<PersonId>(leading)])]
}

/** The director where a step is overdue; where none is there, those who lead the audit too. */
async function listToEscalateTo(
  reader: Reader,
  { unitId, caseStageId }: CriticalToTell,
  now: Date,
): Promise<readonly PersonId[]> {
  const holders = await listRoleHolders(reader, {
    roles: ['director', ...leaders],
    unit: unitId,
    caseStage: caseStageId,
    today: danishDay(now),
  })
  const directors = holders.filter(({ role }) => role === 'director')
  if (directors.some(({ away }) => !away)) return thoseThere<PersonId>(directors)
  return [...new Set(holders.map(({ person }) => person))]
}

/**
 * Tells those who must handle a case, each once in a run; `again`: of a further report, also those who know of the case.
 */
export async function tellHandlers(
  writer: Writer,
  critical: CriticalToTell,
  now: Date,
  { again = false }: { readonly again?: boolean } = {},
): Promise<void> {
  const { id, run } = critical
  const { told, reports } = await getToldSoFar(writer, id, run)
  const all = await listToTell(writer, critical, now)
  const fresh = all.filter((person) => !told.includes(person))
  await saveCriticalActs(
    writer,
    fresh.map((person) => ({ critical: id, run, at: now, kind: 'told', person })),
  )
  const tell = (to: readonly PersonId[], once: string) =>
    notify(writer, { to, kind: 'critical-reported', subjectId: id, once })
  await tell(fresh, `${run}`)
  if (again)
    await tell(
      all.filter((person) => told.includes(person)),
      `${run}/${reports}`,
    )
}

/** Tells the director, and those who should have acted, of a step that is overdue; each step of a run once. */
export async function escalate(
  writer: Writer,
  critical: CriticalToTell,
  { step, due, now }: { readonly step: CriticalStep; readonly due: Date; readonly now: Date },
): Promise<void> {
  const { id, run } = critical
  await saveCriticalActs(writer, [{ critical: id, run, at: now, kind: 'escalated', person: null, step, due }])
  const to = [
    ...(await listToEscalateTo(writer, critical, now)),
    ...(await listToTell(writer, critical, now)),
  ]
  await notify(writer, { to, kind: 'critical-overdue', subjectId: id, once: `${run}/${step}` })
}
