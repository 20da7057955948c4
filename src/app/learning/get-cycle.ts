import type { getUnitFigures as getUnitFiguresRoute, UnitCycle } from '../../contract/learning/cycle.ts'
import type { Immutable, RouteOutput } from '../../contract/frame/route.ts'
import { placeInCycle } from '../../core/learning/cycle.ts'
import { visitsAround } from '../../core/learning/visits-around.ts'
import { goalVerdicts } from '../../core/learning/goal-judgement.ts'
import { isLate } from '../../core/learning/action-plan.ts'
import { initiativeState } from '../../core/learning/initiative-state.ts'
import { listRounds, type Round } from '../../storage/draw/round.ts'
import type { UnitId } from '../../storage/ids.ts'
import { countOpenPoints, countProposals } from '../../storage/learning/cycle.ts'
import { listUnitGoals } from '../../storage/learning/goal.ts'
import { listVisits, type VisitRow } from '../../storage/learning/visit.ts'
import { countRound } from '../../storage/review/round-state.ts'
import type { PersonalReader, Reader } from '../../storage/transaction.ts'
import type { AnalysisRoom } from '../analysis/open-results.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { done, type Result } from '../frame/result.ts'
import { mayAt, openUnit } from './learning-unit.ts'
import { listPublishedPlans } from './published-plan.ts'
import { listShownStrengths } from './strengths.ts'
import { findingsAreSealed } from './findings-sealed.ts'
import { countUnitFindings } from './unit-findings.ts'
import { readUnitResults } from './visit-material.ts'

type Figures = Immutable<RouteOutput<typeof getUnitFiguresRoute>>
type Cycle = Immutable<UnitCycle>

/** A unit's place in the cycle, made of counts; of findings those that the seal lets the person see. */
export async function getUnitCycle(context: Context, id: UnitId): Promise<Result<Cycle>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<Cycle>> => {
    const opened = await openUnit(context, tx.reader, id, 'learning.read')
    if (!opened.ok) return opened
    const { today } = context
    const reader = await tx.recordAccess({ act: 'read-unit-cycle', subjectKind: 'unit', subjectId: id })
    const plan = await newestPlan(reader, id, today)
    const rounds = await listRounds(reader)
    const { audit, closed } = await auditOf(reader, rounds, id)
    const visits = await listVisits(reader, [id])
    const { last, next, unnoted } = visitsAround(visits, today)
    const goals = (await listUnitGoals(reader, id)).filter(({ withdrawnAt }) => withdrawnAt === null)
    const waiting = goals.filter(({ judgement }) => judgement === null).length
    const points = await countOpenPoints(reader, id, today)
    const findings = await countUnitFindings(context, reader, id)
    const { round } = audit
    return done({
      today,
      unit: opened.value,
      place: placeInCycle({
        planned: plan !== null,
        round: round && { closed, outstanding: round.drawn - round.submitted },
        visits: { last: last && momentOf(last), ahead: next !== null, unnoted: unnoted && momentOf(unnoted) },
        points,
        findings: findings ?? { open: 0, overdue: 0 },
        waitingGoals: waiting,
      }),
      plan,
      audit,
      learning: {
        last: last && { id: last.id, day: last.day },
        next: next && { id: next.id, day: next.day },
        unnoted: unnoted && { id: unnoted.id, day: unnoted.day },
        strengths: (await listShownStrengths(reader, id)).length,
        proposals: await countProposals(reader, id),
      },
      implementation: {
        points,
        findings: findings && { ...findings, sealed: await findingsAreSealed(reader) },
      },
      evaluation: {
        waiting,
        judged: goalVerdicts.map((verdict) => ({
          verdict,
          goals: goals.filter(({ judgement }) => judgement?.verdict === verdict).length,
        })),
      },
      may: {
        visit: mayAt(context, 'visit.lead', id),
        goal: mayAt(context, 'goal.set', id),
        plan: reachIn(context, 'action-plan.edit').municipality,
      },
    })
  })
}

/** What failed most at a unit in the newest closed round. */
export async function getUnitFigures(
  context: Context,
  room: AnalysisRoom,
  id: UnitId,
): Promise<Result<Figures>> {
  const found = await context.database.transaction(context.actor, async (tx) => {
    const unit = await openUnit(context, tx.reader, id, 'learning.read')
    if (!unit.ok) return unit
    const reader = await tx.recordAccess({ act: 'read-unit-figures', subjectKind: 'unit', subjectId: id })
    const round = (await listRounds(reader)).find(({ state }) => state === 'closed') ?? null
    return done({ name: unit.value.name, round })
  })
  if (!found.ok) return found
  const { name, round } = found.value
  const results = await readUnitResults(context, room, round?.key ?? null, name, [])
  return results.ok ? done({ round: round && headOf(round), results: results.value }) : results
}

async function newestPlan(reader: PersonalReader, unit: UnitId, today: string): Promise<Cycle['plan']> {
  const [plan] = await listPublishedPlans(reader)
  if (plan === undefined) return null
  const inForce = plan.initiatives.filter(({ leftOutIn }) => leftOutIn === null)
  const initiatives = inForce.map((each) => {
    const state = initiativeState(plan.acts.filter(({ initiative }) => initiative === each.id))
    return { own: each.ownerUnit === unit, state, late: isLate(each, state, today) }
  })
  const countOf = (fits: (each: (typeof initiatives)[number]) => boolean) => initiatives.filter(fits).length
  return {
    id: plan.id,
    title: plan.title,
    label: plan.label,
    publishedOn: danishDay(plan.publishedAt),
    initiatives: {
      all: initiatives.length,
      own: countOf(({ own }) => own),
      running: countOf(({ state }) => state === 'running'),
      done: countOf(({ state }) => state === 'done'),
      late: countOf(({ late }) => late),
    },
  }
}

function momentOf({ day, plannedAt }: VisitRow) {
  return { on: day, plannedAt: plannedAt.toISOString() }
}

interface Audit {
  readonly audit: Cycle['audit']
  /** When its round was closed; null: it is open, or there is none. */
  readonly closed: { readonly on: string; readonly at: string } | null
}

async function auditOf(reader: Reader, rounds: readonly Round[], unit: UnitId): Promise<Audit> {
  // Newest first.
  const current =
    rounds.find(({ state }) => state === 'open') ?? rounds.find(({ state }) => state === 'closed')
  const next = rounds.findLast(({ state }) => state === 'planned')
  const planned = next === undefined ? null : headOf(next)
  if (current === undefined) return { audit: { round: null, next: planned }, closed: null }
  const own = (await countRound(reader, current.id)).states.filter(({ unitId }) => unitId === unit)
  const { closedAt } = current
  const closed = closedAt === null ? null : { on: danishDay(closedAt), at: closedAt.toISOString() }
  const round = {
    ...headOf(current),
    closedOn: closed?.on ?? null,
    submitted: own.reduce((sum, { submitted }) => sum + submitted, 0),
    drawn: own.reduce((sum, { drawn }) => sum + drawn, 0),
  }
  return { audit: { round, next: planned }, closed }
}

function headOf({ key, titleDa, titleEn, periodTo }: Round) {
  return { key, title: { da: titleDa, en: titleEn }, periodTo }
}
