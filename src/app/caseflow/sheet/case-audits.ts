import type { CaseAudit, listCaseAudits as auditsRoute } from '../../../contract/caseflow/case-sheet.ts'
import type { Immutable, RouteOutput } from '../../../contract/frame/route.ts'
import { refusalOf } from '../../../core/review/review-acts.ts'
import { getLevel, getStage } from '../../../core/programme/lookup.ts'
import type { Programme } from '../../../core/programme/programme.ts'
import { listDrawnSteps, type DrawnStep } from '../../../storage/caseflow/sheet.ts'
import { getRound, type Round } from '../../../storage/draw/round.ts'
import { listFindings } from '../../../storage/finding/finding-list.ts'
import { getProgrammeVersion } from '../../../storage/programme/programme-version.ts'
import { findReview } from '../../../storage/review/review.ts'
import type { PersonalReader } from '../../../storage/transaction.ts'
import { isDrawClosed } from '../../draw/anchor-secrecy.ts'
import { programmeOf, programmesOf, toSummary } from '../../finding/finding-views.ts'
import { viewerOf as findingViewerOf } from '../../finding/finding-viewer.ts'
import { reachIn } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { situationOf } from '../../review/situation.ts'
import { seesSheet } from './sees-sheet.ts'

type Review = CaseAudit['reviews'][number]
type Finding = CaseAudit['findings'][number]

/**
 * What audits have made of a case. Each part is asked of the room it is from, by that room's own rules: that a step was
 * drawn by who may see the round's draw, a review by who may open it, an error by who may see it among the findings. So
 * nobody learns here what they could not learn there; a caseworker does not see that the case was drawn.
 */
export async function listCaseAudits(
  context: Context,
  caseId: string,
): Promise<Result<Immutable<RouteOutput<typeof auditsRoute>>>> {
  return context.database.transaction(context.actor, async (tx) => {
    if (!(await seesSheet(context, tx.reader, caseId))) return refused('not-found')
    const reader = await tx.recordAccess({
      act: 'list-case-audits',
      subjectKind: 'case',
      subjectId: caseId,
    })
    const audits = new Map<string, Collected>()
    await collectReviews(context, reader, caseId, audits)
    await collectFindings(context, reader, caseId, audits)
    return done({
      audits: [...audits.values()].toSorted((a, b) => (a.round < b.round ? 1 : a.round > b.round ? -1 : 0)),
    })
  })
}

interface Collected extends Omit<CaseAudit, 'reviews' | 'findings'> {
  readonly reviews: Review[]
  readonly findings: Finding[]
}

function collectedOf(
  audits: Map<string, Collected>,
  { round, title, closed }: Pick<CaseAudit, 'round' | 'title' | 'closed'>,
): Collected {
  const known = audits.get(round)
  if (known !== undefined) return known
  const made: Collected = { round, title, closed, reviews: [], findings: [] }
  audits.set(round, made)
  return made
}

async function collectReviews(
  context: Context,
  reader: PersonalReader,
  caseId: string,
  audits: Map<string, Collected>,
): Promise<void> {
  const { municipality, units } = reachIn(context, 'draw.read')
  if (!municipality && units.length === 0) return
  const drawn = (await listDrawnSteps(reader, caseId)).filter(
    ({ unitId }) => municipality || units.includes(unitId),
  )
  for (const [id, steps] of Map.groupBy(drawn, ({ round }) => round)) {
    const round = await getRound(reader, id)
    const { programme } = await getProgrammeVersion(reader, round.programmeVersionId)
    if (await isDrawClosed(context, reader, { round, programme })) continue
    const { reviews } = collectedOf(audits, toHead(round))
    for (const step of steps) reviews.push(await toReview(context, reader, step, programme))
  }
}

function toHead({ key, titleDa, titleEn, state }: Round) {
  return { round: key, title: { da: titleDa, en: titleEn }, closed: state === 'closed' }
}

async function toReview(
  context: Context,
  reader: PersonalReader,
  { level, stage, status, review, reviewState }: DrawnStep,
  programme: Programme,
): Promise<Review> {
  const head = review === null ? undefined : await findReview(reader, review, context.actor.personId)
  const mayOpen = head !== undefined && refusalOf('open', situationOf(context, head)) === null
  return {
    id: mayOpen ? head.id : null,
    level,
    levelTitle: getLevel(programme, level).title,
    stage: getStage(programme, stage).title,
    state: status === 'replaced' ? 'replaced' : (reviewState ?? 'recorded'),
  }
}

/** Findings on one sheet at most. */
const findingsAtMost = 100

async function collectFindings(
  context: Context,
  reader: PersonalReader,
  caseId: string,
  audits: Map<string, Collected>,
): Promise<void> {
  if (!reachIn(context, 'finding.read').own) return
  const { roles, today } = context
  const viewer = await findingViewerOf(reader, { person: context.actor.personId, roles, today })
  const found = await listFindings(reader, viewer, { caseId }, { offset: 0, limit: findingsAtMost })
  const programmes = await programmesOf(
    reader,
    found.map(({ programmeVersionId }) => programmeVersionId),
  )
  for (const row of found) {
    const summary = toSummary(context, row, programmeOf(programmes, row.programmeVersionId))
    const { key, title, closed } = summary.round
    const { findings } = collectedOf(audits, { round: key, title, closed })
    const words = summary.text ?? ''
    findings.push({
      id: summary.id,
      stage: summary.stage.title,
      text: summary.question?.text ?? { da: words, en: words },
      number: summary.question?.number ?? null,
      state: summary.state,
      due: summary.due ?? summary.planBy,
      overdue: summary.overdue,
    })
  }
}
