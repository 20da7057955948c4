import type { CriticalEntry, CriticalSummary, CriticalView } from '../../contract/review/critical-case.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { getStage } from '../../core/programme/lookup.ts'
import {
  allowedCriticalActs,
  criticalSteps,
  isOpen,
  type CriticalCase,
} from '../../core/review/critical-case.ts'
import { minutesLeft, overdueSteps } from '../../core/review/critical-deadlines.ts'
import { isSealed } from '../../core/review/seal.ts'
import type { CriticalCaseId, ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { getCaseFacts } from '../../storage/review/case-facts.ts'
import { listCriticalActs, listReportedIn, type CriticalActRow } from '../../storage/review/critical-act.ts'
import { findLatestReported, listCriticals, type CriticalFacts } from '../../storage/review/critical-case.ts'
import { findReview, listReviewsOfCase } from '../../storage/review/review.ts'
import type { Reader } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { criticalSituationOf, criticalUnitsOf } from './critical-situation.ts'
import { situationOf, viewerOf } from './situation.ts'

type Summary = Immutable<CriticalSummary>

/** Critical cases within the caller's reach and those they reported; every look is on record. */
export async function listCriticalCases(
  context: Context,
  { round, open }: { readonly round?: string | undefined; readonly open?: boolean | undefined },
): Promise<Result<{ readonly cases: readonly Summary[] }>> {
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: 'list-critical-cases',
      subjectKind: 'critical-case',
      ...(round === undefined ? {} : { detail: { round } }),
    })
    const filter = {
      units: criticalUnitsOf(context),
      ...(round === undefined ? {} : { round }),
      open: open ?? false,
    }
    const found = await listCriticals(reader, context.actor.personId, filter)
    const cases: Summary[] = []
    for (const facts of found) cases.push(await summarise(context, reader, facts))
    return done({ cases })
  })
}

export async function getCriticalCase(
  context: Context,
  id: CriticalCaseId,
): Promise<Result<Immutable<CriticalView>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const { personId } = context.actor
    const reader = await tx.recordAccess({
      act: 'open-critical-case',
      subjectKind: 'critical-case',
      subjectId: id,
    })
    const [facts] = await listCriticals(reader, personId, { units: criticalUnitsOf(context), id })
    if (facts === undefined) return refused('not-found')
    const situation = criticalSituationOf(context, facts)
    const withheld = await withheldFrom(context, reader, facts, situation.handles)
    const entries = await listCriticalActs(reader, id)
    const leads = authorise(context, 'anchor.read').ok
    return done({
      ...(await summarise(context, reader, facts)),
      registryCaseId: leads && facts.ownCaseId !== facts.caseId ? facts.ownCaseId : null,
      acts: allowedCriticalActs(situation),
      barred: facts.barred,
      withheld,
      entries: entries.flatMap((entry) => toEntry(context, entry, withheld)),
    })
  })
}

/** The case that the caller reported from any review of the same file, if it is one of theirs. */
export async function getCriticalOfReview(
  context: Context,
  id: ReviewId,
): Promise<
  Result<{ readonly critical: { readonly id: string; readonly state: CriticalCase['state'] } | null }>
> {
  return context.database.transaction(context.actor, async (tx) => {
    const { personId } = context.actor
    const head = await findReview(tx.reader, id, personId)
    if (head === undefined || situationOf(context, head).standing === 'stranger') return refused('not-found')
    const reader = await tx.recordAccess({ act: 'find-critical-case', subjectKind: 'review', subjectId: id })
    const { caseId } = await getCaseFacts(reader, head)
    return done({ critical: (await findLatestReported(reader, caseId, personId)) ?? null })
  })
}

type Withheld = CriticalView['withheld']

/**
 * Who handles a case reads everything. Who follows it reads it when they have no review of the case to submit and the
 * seal would show them the level it was reported from, because a report says what that level thinks. Who reported it
 * learns that it is handled.
 */
async function withheldFrom(
  context: Context,
  reader: Reader,
  facts: CriticalFacts,
  handles: boolean,
): Promise<Withheld> {
  if (handles) return 'no'
  if (!authorise(context, 'critical.read', { kind: 'unit', unit: facts.unitId }).ok) return 'reporter'
  if (facts.reviewsIt) return 'own-review'
  for (const id of await listReportedIn(reader, facts.id)) {
    const head = await findReview(reader, id, context.actor.personId)
    if (head === undefined) continue
    const { programme } = await getProgrammeVersion(reader, head.programmeVersionId)
    const ofCase = await listReviewsOfCase(reader, head.roundId, head.caseStageId)
    // A report is told at once; for the seal it stands as if its level had submitted.
    const shown = { level: head.level, state: 'submitted' } as const
    if (isSealed(shown, viewerOf(context, head, programme), ofCase, head.roundClosed)) return 'own-review'
  }
  return 'no'
}

function toEntry(
  context: Context,
  { at, kind, run, personId, by, text, step }: CriticalActRow,
  withheld: Withheld,
): readonly Immutable<CriticalEntry>[] {
  const own = personId === context.actor.personId
  if (withheld === 'reporter' && !own && (kind === 'joined' || kind === 'told' || kind === 'escalated'))
    return []
  const open = withheld === 'no' || own
  return [{ at: at.toISOString(), kind, run, own, by: open ? by : null, text: open ? text : null, step }]
}

async function summarise(context: Context, reader: Reader, facts: CriticalFacts): Promise<Summary> {
  const { programme } = await getProgrammeVersion(reader, facts.programmeVersionId)
  const { id, caseId, stage, unit, rounds, critical, startedAt, deadlines, reported } = facts
  const overdue = overdueSteps(critical, deadlines, context.now)
  return {
    id,
    caseId,
    stage: getStage(programme, stage).title,
    unit,
    rounds,
    state: critical.state,
    startedAt: startedAt.toISOString(),
    overdue: overdue.length > 0,
    steps: criticalSteps.map((step) => {
      const doneAt = doneAtOf(critical)[step] ?? null
      const due = deadlines[step]
      return {
        step,
        due: due.toISOString(),
        doneAt: doneAt?.toISOString() ?? null,
        late: doneAt === null ? overdue.includes(step) : doneAt > due,
        minutesLeft: doneAt === null && isOpen(critical) ? minutesLeft(due, startedAt, context.now) : null,
      }
    }),
    handles: criticalSituationOf(context, facts).handles,
    reported,
  }
}

function doneAtOf(critical: CriticalCase) {
  const reached = critical.state === 'withdrawn' ? critical.before : critical
  return {
    acknowledged: 'acknowledgedAt' in reached ? reached.acknowledgedAt : undefined,
    acted: 'actedAt' in reached ? reached.actedAt : undefined,
    confirmed: 'confirmedAt' in reached ? reached.confirmedAt : undefined,
    accounted: 'accountedAt' in reached ? reached.accountedAt : undefined,
  }
}
