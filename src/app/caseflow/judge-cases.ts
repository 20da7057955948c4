import { setImmediate as breathe } from 'node:timers/promises'
import { compileRules, type CompiledRules } from '../../core/caseflow/compile-rules.ts'
import type { Deadline, DeadlinePoint } from '../../core/caseflow/deadline.ts'
import { compileFlow, type CompiledFlow } from '../../core/caseflow/flow/compile-flow.ts'
import type { Limit } from '../../core/caseflow/deadline-rules.ts'
import { hourLimits, judgeAgainAt } from '../../core/caseflow/publish/judge-again.ts'
import { judgeCase } from '../../core/caseflow/judge-case.ts'
import { endOfDeadline, isAsked, keptVerdict } from '../../core/caseflow/kept-deadline.ts'
import { comparable } from '../../core/tabular/column-names.ts'
import { replaceDeadlines, type JudgedRow } from '../../storage/caseflow/case-deadline.ts'
import {
  countCasesToJudge,
  listEventsOf,
  listRegisteredHolders,
  takeCasesToJudge,
  type CaseWithEvents,
} from '../../storage/caseflow/case-to-judge.ts'
import { listDeadlineRules } from '../../storage/caseflow/deadline-rules.ts'
import { judgeRegisteredAgain, listUnregistered } from '../../storage/caseflow/registered-kinds.ts'
import { replaceFlow, type FlowRow } from '../../storage/caseflow/flow/case-flow.ts'
import type { UnitId } from '../../storage/ids.ts'
import type { Reader } from '../../storage/transaction.ts'
import type { Acting } from '../frame/context.ts'
import { flowRows } from './flow/flow-rows.ts'

/** Cases judged in one transaction. */
const casesAtOnce = 200
/** Cases judged before others on this thread get their turn. */
const casesPerBreath = 25
const msInDay = 86_400_000

/** Judges the cases in line, at most `most` of them, a portion a transaction; returns how many were judged. */
export async function judgeWaitingCases(
  { database, actor }: Acting,
  now: Date,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  let judged = 0
  for (;;) {
    const count = await database.transaction(actor, async (tx) => {
      if ((await countCasesToJudge(tx.reader)) === 0) return 0
      const writer = await tx.recordChange({
        room: 'caseflow',
        act: 'judge-deadlines',
        subjectKind: 'case-deadlines',
      })
      const before = await listDeadlineRules(tx.reader)
      await judgeRegisteredAgain(writer, before, await listUnregistered(tx.reader, before))
      const cases = await takeCasesToJudge(writer, Math.min(casesAtOnce, most - judged))
      if (cases.length === 0) return 0
      // After the cases were taken: whoever publishes rules puts them in line in the same act, so these are the rules they wait for.
      const list = await listDeadlineRules(tx.reader)
      const compiled = { ...compiledOnce(list), unregistered: await listUnregistered(tx.reader, list) }
      const judge = new Judge(
        compiled,
        now,
        await unitsByName(tx.reader),
        await listRegisteredHolders(tx.reader, cases),
      )
      const rows: JudgedRow[] = []
      const flow: FlowRow[] = []
      for (const [at, one] of (await listEventsOf(tx.reader, cases)).entries()) {
        const judgedOne = judge.rowsOf(one)
        rows.push(...judgedOne.deadlines)
        flow.push(...judgedOne.flow)
        if (at % casesPerBreath === casesPerBreath - 1) await breathe()
      }
      await replaceDeadlines(writer, cases, rows, now)
      await replaceFlow(writer, cases, flow)
      return cases.length
    })
    judged += count
    if (count === 0 || judged >= most) return judged
  }
}

interface Compiled {
  readonly rules: CompiledRules
  readonly flow: CompiledFlow
  readonly hourLimits: ReadonlyMap<string, Limit>
}

interface JudgedBy extends Compiled {
  readonly unregistered: ReadonlySet<string>
}

class Judge {
  readonly #compiled: JudgedBy
  readonly #now: number
  readonly #units: ReadonlyMap<string, UnitId>
  readonly #holders: Awaited<ReturnType<typeof listRegisteredHolders>>

  constructor(
    compiled: JudgedBy,
    now: Date,
    units: ReadonlyMap<string, UnitId>,
    holders: Awaited<ReturnType<typeof listRegisteredHolders>>,
  ) {
    this.#compiled = compiled
    this.#now = now.getTime()
    this.#units = units
    this.#holders = holders
  }

  /** What is to be kept of a case: where a rule asks nothing, nothing; and what the reports count. */
  rowsOf({ caseId, events }: CaseWithEvents): {
    readonly deadlines: readonly JudgedRow[]
    readonly flow: readonly FlowRow[]
  } {
    const registered = this.#holders.get(caseId)
    const unit = events.findLast((event) => event.unit !== '')?.unit ?? registered?.unit ?? ''
    const caseworker =
      events.findLast((event) => event.caseworker !== '')?.caseworker ?? registered?.caseworker ?? ''
    const { rules, flow } = this.#compiled
    const deadlines = judgeCase({ ...rules, unregistered: this.#compiled.unregistered }, events, this.#now)
    const unitId = (name: string) => this.#units.get(comparable(name)) ?? null
    return {
      deadlines: deadlines.filter(isAsked).map((deadline, at) =>
        this.#row(deadline, {
          caseId,
          n: at + 1,
          unit: deadline.unit === '' ? unit : deadline.unit,
          caseworker: deadline.caseworker === '' ? caseworker : deadline.caseworker,
        }),
      ),
      flow: flowRows(flow, { caseId, events }, deadlines, { now: this.#now, unit, unitId }),
    }
  }

  #row(
    deadline: Deadline,
    of: { readonly caseId: string; readonly n: number; readonly unit: string; readonly caseworker: string },
  ): JudgedRow {
    const { rule, rules, rulesVersion, started, due, done, state, lateBy, because } = deadline
    const verdict = keptVerdict(state)
    const ends = endOfDeadline(deadline)
    const again = judgeAgainAt(deadline, this.#compiled.hourLimits, this.#now)
    return {
      case_id: of.caseId,
      n: of.n,
      rule,
      rules,
      rules_version: rulesVersion,
      unit: of.unit,
      unit_id: this.#units.get(comparable(of.unit)) ?? null,
      caseworker: of.caseworker,
      started_on: dayOf(started),
      started_at: momentOf(started),
      due_on: dayOf(due),
      due_at: momentOf(due),
      ends_at: ends === null ? null : new Date(ends).toISOString(),
      done_on: dayOf(done),
      done_at: momentOf(done),
      verdict,
      // Of what is not done it grows by the day and is counted when it is read.
      late_by: verdict === 'late' ? lateBy : null,
      because,
      judge_again_at: again === null ? null : new Date(again).toISOString(),
    }
  }
}

function dayOf(point: DeadlinePoint | null): string | null {
  return point === null ? null : new Date(point.day * msInDay).toISOString().slice(0, 10)
}

function momentOf(point: DeadlinePoint | null): string | null {
  return point === null || point.moment === null ? null : new Date(point.moment).toISOString()
}

async function unitsByName(reader: Reader): Promise<ReadonlyMap<string, UnitId>> {
  const units = await reader.db.selectFrom('unit').select(['id', 'name']).orderBy('name').execute()
  return new Map(units.map(({ id, name }) => [comparable(name), id]))
}

let last: { readonly list: readonly unknown[]; readonly compiled: Compiled } | undefined

/** The rules of one text are one object, so the same list is known by its members. */
function compiledOnce(list: Parameters<typeof compileRules>[0]): Compiled {
  const known = last
  if (
    known !== undefined &&
    known.list.length === list.length &&
    known.list.every((one, at) => one === list[at])
  )
    return known.compiled
  const compiled = { rules: compileRules(list), flow: compileFlow(list), hourLimits: hourLimits(list) }
  last = { list, compiled }
  return compiled
}
