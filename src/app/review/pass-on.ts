import { rolesWith } from '../../core/access/permissions.ts'
import { isRole } from '../../core/access/role.ts'
import { getLevel } from '../../core/programme/lookup.ts'
import { chooseReviewer } from '../../core/review/choose-reviewer.ts'
import type { ReviewEventKind } from '../../core/review/review-event.ts'
import { awayOn, listAbsences } from '../../storage/access/absence.ts'
import type { PersonId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { listHolders } from '../../storage/review/anchor-history.ts'
import { changeProgress, listReviewers } from '../../storage/review/assignment.ts'
import { listBarred } from '../../storage/review/independence.ts'
import { listLoads, saveReviewers, type ReviewToPass } from '../../storage/review/pass-on.ts'
import { saveReviewEvents } from '../../storage/review/review-event.ts'
import { setAsideAnswers, setAsideComment } from '../../storage/review/set-aside.ts'
import type { PersonalReader, Writer } from '../../storage/transaction.ts'
import { listGivers } from './list-givers.ts'
import { notify } from '../notification/notify.ts'

export interface PassOn {
  /** Who cannot go on. */
  readonly from: PersonId
  /** Who did it; null: the program. */
  readonly by: PersonId | null
  readonly kind: Extract<ReviewEventKind, 'moved' | 'conflict'>
  readonly reason: string | null
  /** Codes only, e.g. the ground. */
  readonly detail: Readonly<Record<string, string>>
  readonly today: string
}

/**
 * Gives one reviewer's place in an open review to the able colleague with the least to do, or to nobody where there is
 * none; then those who give reviews out are told. What somebody answered who could not judge the case is set
 * aside: a judgement that is not independent counts nowhere, and nobody is led by it. History, counts and notices go along in the same transaction.
 */
export async function passOn(
  reader: PersonalReader,
  writer: Writer,
  review: ReviewToPass,
  { from, by, kind, reason, detail, today }: PassOn,
): Promise<PersonId | null> {
  const { programme } = await getProgrammeVersion(reader, review.programmeVersionId)
  const level = getLevel(programme, review.level)
  const reviewers = await listReviewers(reader, level.reviewers.filter(isRole), today)
  const barred =
    (await listBarred(reader, [review.caseStageId])).get(review.caseStageId) ?? new Set<PersonId>()
  const away = awayOn(await listAbsences(reader, today), today)
  // Who leads the audit knows which reviews are anchors.
  const leaders = review.isAnchor ? await listHolders(reader, rolesWith('anchor.read')) : []
  const beside = review.assignedTo === from ? review.assignedWith : review.assignedTo
  const loads = await listLoads(reader, review.roundId)
  const key = chooseReviewer(
    { unit: review.unitId, barred: new Set([...barred, ...away, ...leaders, from]), beside },
    reviewers,
    loads,
  )
  const to = reviewers.find(({ person }) => person === key)?.person ?? null
  // Whoever stays leads the form when nobody comes.
  const pair = review.assignedTo === from ? [to, beside] : [beside, to]
  const [first = null, second = null] = pair[0] === null ? [beside, null] : pair
  await saveReviewers(writer, review.id, { first, second })
  if (first === null)
    await changeProgress(writer, { round: review.roundId, level: review.level }, review.unitId, {
      assigned: -1,
      started: review.state === 'in-progress' ? -1 : 0,
    })
  const setAside = kind === 'conflict' ? await setAsideAnswers(writer, review.id) : 0
  if (kind === 'conflict' && beside === null) await setAsideComment(writer, review.id, from)
  const of = { from, ...(to !== null && { to }), ...(setAside > 0 && { setAside: String(setAside) }) }
  await saveReviewEvents(writer, [{ review: review.id, by, kind, reason, detail: { ...detail, ...of } }])
  await notify(
    writer,
    ...(to === null
      ? []
      : [{ to: [to], kind: 'review-assigned' as const, subjectId: review.id, once: from }]),
    ...(by === from
      ? []
      : [{ to: [from], kind: 'review-taken' as const, subjectId: review.id, once: to ?? '' }]),
    ...(first === null
      ? [
          {
            to: await listGivers(reader, review.unitId, today),
            kind: 'review-unassigned' as const,
            subjectId: review.id,
            once: from,
          },
        ]
      : []),
  )
  return to
}
