import { judgeCase } from '../../../core/caseflow/judge-case.ts'
import { compileRules } from '../../../core/caseflow/compile-rules.ts'
import type { DeadlineRules } from '../../../core/caseflow/deadline-rules.ts'
import { reconcile, type ReconcileInput } from '../../../core/caseflow/reconcile/reconcile.ts'
import type { Reconciliation } from '../../../core/caseflow/reconcile/reconciliation.ts'
import type { RegistryClock } from '../../../core/caseflow/reconcile/registry-finding.ts'
import { getComparisonLevel } from '../../../core/analysis/question-index.ts'
import type { SealedLevel } from '../../../core/analysis/results-seal.ts'
import { findLevel } from '../../../core/programme/lookup.ts'
import type { Programme } from '../../../core/programme/programme.ts'
import { listDataVersions } from '../../../storage/analysis/submitted-review.ts'
import { listEventsOf } from '../../../storage/caseflow/case-to-judge.ts'
import { listDeadlineRules } from '../../../storage/caseflow/deadline-rules.ts'
import { deadlineVersion, listJudgedClocks } from '../../../storage/caseflow/reconciliation/judged-clock.ts'
import { listReviewsOf } from '../../../storage/caseflow/reconciliation/reviewed-case.ts'
import { listUnregistered } from '../../../storage/caseflow/registered-kinds.ts'
import { listDraws } from '../../../storage/draw/draw.ts'
import { listFrozenFrame } from '../../../storage/draw/frame.ts'
import { listRounds, type Round } from '../../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../../storage/programme/programme-version.ts'
import type { Reader } from '../../../storage/transaction.ts'
import { ComputedCache } from '../../analysis/computed-cache.ts'
import { loadAnswers } from '../../analysis/load-answers.ts'
import { listWaiting } from '../../analysis/open-results.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { pairsOf, type IncludedPairs, type ProgrammePairs } from './included-pairs.ts'

/** A comparison holds less than 1 MB; people look at few rounds in a week. */
const kept = 12

export interface ReconciliationRoom {
  readonly included: IncludedPairs
  readonly cache: ComputedCache<Reconciliation | null>
}

export function reconciliationRoom(included: IncludedPairs): ReconciliationRoom {
  return { included, cache: new ComputedCache(kept) }
}

export interface OpenedRound {
  readonly round: Round
  readonly programme: Programme
  readonly level: number
  readonly rules: readonly DeadlineRules[]
  readonly pairs: ProgrammePairs
}

export type OpenedReconciliation =
  | { readonly state: 'no-rounds' }
  | { readonly state: 'no-pairs' | 'no-answers'; readonly round: Round }
  | {
      readonly state: 'sealed'
      readonly round: Round
      readonly programme: Programme
      readonly waiting: readonly SealedLevel[]
    }
  | (OpenedRound & { readonly state: 'ready'; readonly found: Reconciliation })

interface Wanted {
  /** Key; else the newest closed round, or the newest. */
  readonly round?: string | undefined
  /** Else the one that rounds are compared on. */
  readonly level?: number | undefined
}

/** A round's answers held against the registry's dates, once its results may be seen; computed when its data have changed. */
export async function openReconciliation(
  context: Context,
  room: ReconciliationRoom,
  wanted: Wanted,
): Promise<Result<{ readonly rounds: readonly Round[]; readonly opened: OpenedReconciliation }>> {
  const head = await context.database.transaction(context.actor, ({ reader }) =>
    readHead(reader, room.included, wanted),
  )
  if (head === undefined) return refused('not-found')
  const { rounds } = head
  if ('opened' in head) return done({ rounds, opened: head.opened })
  const { asked, version } = head
  const key = `${context.actor.municipalityId} ${asked.round.id} ${asked.level}`
  const found = await room.cache.get(key, `${version} ${context.today}`, () => compute(context, asked))
  if (found === 'too-busy') return { ...refused('too-busy'), retryAfterSeconds: 10 }
  if (found === null) return done({ rounds, opened: { state: 'no-answers', round: asked.round } })
  return done({ rounds, opened: { ...asked, state: 'ready', found } })
}

async function readHead(
  reader: Reader,
  included: IncludedPairs,
  wanted: Wanted,
): Promise<
  | undefined
  | {
      readonly rounds: readonly Round[]
      readonly opened: Exclude<OpenedReconciliation, { readonly state: 'ready' }>
    }
  | { readonly rounds: readonly Round[]; readonly asked: OpenedRound; readonly version: string }
> {
  const rounds = await listRounds(reader)
  const usual = rounds.find(({ state }) => state === 'closed') ?? rounds[0]
  const round = wanted.round === undefined ? usual : rounds.find(({ key }) => key === wanted.round)
  if (round === undefined)
    return wanted.round === undefined ? { rounds, opened: { state: 'no-rounds' } } : undefined
  const { id, programme } = await getProgrammeVersion(reader, round.programmeVersionId)
  const level = wanted.level ?? getComparisonLevel(programme)
  if (findLevel(programme, level) === undefined) return undefined
  const rules = await listDeadlineRules(reader)
  const pairs = await pairsOf(included, programme, rules)
  if (pairs.pairs.length === 0) return { rounds, opened: { state: 'no-pairs', round } }
  const waiting = await listWaiting(reader, round)
  if (waiting.length > 0) return { rounds, opened: { state: 'sealed', round, programme, waiting } }
  const data = (await listDataVersions(reader, [round.id])).get(round.id) ?? ''
  const version = [id, pairs.version, data, await deadlineVersion(reader)].join(' ')
  return { rounds, asked: { round, programme, level, rules, pairs }, version }
}

async function compute(context: Context, asked: OpenedRound): Promise<Reconciliation | null> {
  const input = await loadInput(context, asked)
  if (input === null) return null
  const found = reconcile(input)
  // Programme, answers and draws were checked when they were saved.
  if (!found.ok) throw new Error(`round cannot be reconciled: ${found.problems[0]?.code}`)
  return found.value
}

async function loadInput(
  context: Context,
  { round, programme, level, rules, pairs: { pairs } }: OpenedRound,
): Promise<ReconcileInput | null> {
  return await context.database.transaction(
    context.actor,
    async (tx) => {
      const reader = await tx.recordAccess({
        act: 'reconcile-round',
        subjectKind: 'round',
        subjectId: round.id,
        detail: { round: round.key, level },
      })
      const { answers, draws, frame: reviewed } = await loadAnswers(reader, round, programme)
      const reviews = await listReviewsOf(reader, round.id, level)
      if (reviews.length === 0) return null
      const drawn = (await listDraws(reader, round.id)).filter(({ drawnAt }) => drawnAt !== null)
      const lowest = drawn.find((draw) => draw.level === rootLevel(programme, level))
      const clocks = new Map<string, readonly RegistryClock[]>(
        lowest === undefined
          ? []
          : await listJudgedClocks(reader, {
              draw: lowest.id,
              rules: [...new Set(pairs.flatMap((pair) => pair.rules))],
              now: context.now,
            }),
      )
      // Judged anew, so that it also shows where a rule asks nothing of a reviewed case.
      const compiled = compileRules(rules, await listUnregistered(reader, rules))
      const cases = [...new Set(reviews.map(({ caseId }) => caseId))]
      for (const { caseId, events } of await listEventsOf(reader, cases))
        clocks.set(caseId, judgeCase(compiled, events, context.now.getTime()))
      const frame = lowest === undefined ? reviewed : await frameOf(reader, lowest.id)
      return {
        analysis: { programme, round: round.key, answers, draws, frame: reviewed },
        level,
        pairs,
        clocks,
        frame,
      }
    },
    { isolation: 'repeatable read', shows: 'sums' },
  )
}

async function frameOf(
  reader: Parameters<typeof listFrozenFrame>[0],
  draw: Parameters<typeof listFrozenFrame>[1],
): Promise<NonNullable<ReconcileInput['frame']>> {
  return (await listFrozenFrame(reader, draw, false)).map(({ caseStage }) => caseStage)
}

/** The level that the cases of a level were first drawn at. */
function rootLevel(programme: Programme, level: number): number {
  const from = findLevel(programme, level)?.from
  return from === undefined ? level : rootLevel(programme, from)
}
