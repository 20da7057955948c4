import type { listRegister as listRoute, RegisterRow } from '../../../contract/caseflow/registers.ts'
import type { Immutable, RouteInput, RouteOutput } from '../../../contract/frame/route.ts'
import { addDays } from '../../../core/calendar/days.ts'
import {
  isStepped,
  registerRules,
  tellingKinds,
  type Register,
} from '../../../core/caseflow/registers/register.ts'
import { kindsToRegister } from '../../../core/caseflow/once-registered.ts'
import { coversSomething } from '../../../core/access/permissions.ts'
import {
  listApprovers,
  listCaseHolders,
  listCasesInRegister,
} from '../../../storage/caseflow/register-cases.ts'
import { isAnyRegistered } from '../../../storage/caseflow/registered-kinds.ts'
import type { PersonalReader } from '../../../storage/transaction.ts'
import { reachIn } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, type Result } from '../../frame/result.ts'
import type { IncludedRules } from '../included-rules.ts'
import { viewerOf } from '../list-deadlines.ts'
import { allKinds } from '../receive-events.ts'
import { gatesOf, type Gates } from './gates-of.ts'
import { notifierRows } from './notifier-rows.ts'
import { registerReachOf, type RegisterReach } from './register-reach.ts'
import { rowsOf } from './register-rows.ts'

type Listed = Immutable<RouteOutput<typeof listRoute>>
type Row = Immutable<RegisterRow>

/** How long what has ended is looked back at, in days. */
const lookBack = 366
const shownAtOnce = 500

/** A register as the caller sees it: what is overdue first, then by what falls due, then what waits. */
export async function listRegister(
  context: Context,
  included: IncludedRules,
  register: Register,
  { unit, ended }: RouteInput<typeof listRoute>['query'],
): Promise<Result<Listed>> {
  return context.database.transaction(context.actor, async (tx) => {
    const gates = await gatesOf(tx.reader, included)
    const reach = await registerReachOf(tx.reader, context)
    const reader = await tx.recordAccess({
      act: 'list-register',
      subjectKind: 'case',
      detail: { register, ...(unit !== undefined && { unit }), ...(ended !== undefined && { ended }) },
    })
    const seen = await readRows(context, reader, register, { gates, reach })
    const ofUnit = seen.filter((row) => unit === undefined || row.unitId === unit)
    const rows = ofUnit.filter((row) => ended !== undefined || !isOver(register, row)).toSorted(compareRows)
    const units = new Map(seen.flatMap((row) => (row.unitId === null ? [] : [[row.unitId, row.unit]])))
    const mayEnter = coversSomething(reachIn(context, 'caseflow.register'))
    const rules: readonly string[] = registerRules[register]
    const ofRegister = gates.rules.map((one) => ({
      ...one,
      deadlines: one.deadlines.filter(({ id }) => rules.includes(id)),
    }))
    return done({
      today: context.today,
      rows: rows.slice(0, shownAtOnce),
      total: rows.length,
      counts: {
        overdue: rows.filter(({ overdue }) => overdue).length,
        waiting: rows.filter(({ state }) => state === 'waiting').length,
        forMe: rows.filter(({ approve }) => approve !== null).length,
        oneHand: rows.filter(({ oneHand }) => oneHand !== null).length,
      },
      leftOut: ofUnit.length - rows.length,
      everRegistered: seen.length > 0 || (await isAnyRegistered(reader, tellingKinds[register])),
      unregistered: kindsToRegister(ofRegister).filter((kind) => gates.compiled.unregistered.has(kind)),
      kinds: Object.fromEntries(allKinds(gates.rules).map(({ key, name }) => [key, name])),
      rules: newestOf(ofRegister.flatMap((one) => one.deadlines)).map(
        ({ id, text, legal, confidence, note }) => ({
          key: id,
          title: text,
          basis: legal,
          confidence,
          note,
        }),
      ),
      units: [...units].map(([id, name]) => ({ id, name })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      approvers:
        mayEnter && register === 'safety-plan'
          ? (await listApprovers(reader, context.today)).filter(
              ({ unitId }) => units.has(unitId) || reach.worksIn(unitId),
            )
          : [],
      mayEnter,
    })
  })
}

/** What the caller may see of a register, ended or not. */
export async function readRows(
  context: Context,
  reader: PersonalReader,
  register: Register,
  { gates, reach }: { readonly gates: Gates; readonly reach: RegisterReach },
): Promise<readonly Row[]> {
  const since = addDays(context.today, -lookBack)
  if (!isStepped(register))
    return notifierRows(context, reader, await viewerOf(reader, context), { reach, since })
  const cases = await listCasesInRegister(reader, register, {
    since,
    rules: registerRules[register],
  })
  const holders = [...(await listCaseHolders(reader, cases)).values()].filter((holder) => reach.sees(holder))
  return rowsOf(context, reader, register, holders, { gates, reach })
}

/** A rule that both laws have is told of once, as the newer has it. */
function newestOf<R extends { readonly id: string }>(rules: readonly R[]): readonly R[] {
  return [...new Map(rules.toReversed().map((rule) => [rule.id, rule])).values()].toReversed()
}

/** Ended or settled, or a placement that has begun and whose gate asks nothing any more. */
function isOver(register: Register, { state, deadlines }: Row): boolean {
  if (state === 'ended' || state === 'settled') return true
  const isPending = deadlines.some((one) => one.state === 'open' || one.state === 'running')
  return register === 'placement' && state === 'running' && !isPending
}

function compareRows(a: Row, b: Row): number {
  return (
    Number(b.overdue) - Number(a.overdue) ||
    Number(b.approve !== null) - Number(a.approve !== null) ||
    compare(urgentDay(a), urgentDay(b)) ||
    compare(a.steps.at(-1)?.day ?? '', b.steps.at(-1)?.day ?? '') ||
    compare(a.caseId, b.caseId)
  )
}

/** Of what is overdue the first day that passed, else the next one to keep. */
function urgentDay({ deadlines, dueOn }: Row): string {
  const passed = deadlines.flatMap((one) => (one.state === 'open' && one.dueOn !== null ? [one.dueOn] : []))
  return passed.toSorted(compare)[0] ?? dueOn ?? '9999'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
