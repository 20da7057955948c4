import { randomUUID } from 'node:crypto'
import { isRole } from '../../core/access/role.ts'
import { isByTwo } from '../../core/programme/by-two.ts'
import type { Level } from '../../core/programme/programme.ts'
import { assignWithAnchors } from '../../core/review/assign-anchors.ts'
import { listDueDays, usualDuePlan } from '../../core/review/due-dates.ts'
import { awayOn, listAbsences } from '../../storage/access/absence.ts'
import type { FrameRow } from '../../storage/draw/frame.ts'
import { getId, type AnchorId, type PersonId, type ReviewId } from '../../storage/ids.ts'
import { listReviewers, type NewReview } from '../../storage/review/assignment.ts'
import { listBarred } from '../../storage/review/independence.ts'
import type { PersonalReader } from '../../storage/transaction.ts'

type Row = Pick<FrameRow, 'id' | 'unitId'>

export interface AnchorRow extends Row {
  readonly anchor: AnchorId
  readonly shownCaseId: string | undefined
  /** Who has reviewed it before, or knows that it is an anchor. */
  readonly notBlind: ReadonlySet<PersonId>
}

/** Who reviews what; nobody gets a case they cannot judge independently, nor an anchor they could know. */
export async function planReviews(
  reader: PersonalReader,
  level: Level,
  { drawn, anchors = [] }: { readonly drawn: readonly Row[]; readonly anchors?: readonly AnchorRow[] },
  today: string,
): Promise<{ readonly drawn: readonly NewReview[]; readonly anchors: readonly NewReview[] }> {
  const dueDays = listDueDays(today, usualDuePlan, today)
  const absences = await listAbsences(reader, today)
  // Whoever is away on every day that something could be due on would get what they cannot do.
  const reviewers = (await listReviewers(reader, level.reviewers.filter(isRole), today)).filter(
    ({ person }) => !dueDays.every((day) => awayOn(absences, day).has(person)),
  )
  const barred = await listBarred(
    reader,
    [...drawn, ...anchors].map(({ id }) => id),
  )
  const toReview = ({ id, unitId }: Row) => ({
    unit: unitId,
    participants: barred.get(id) ?? new Set<string>(),
  })
  const assigned = assignWithAnchors(
    drawn.map(toReview),
    anchors.map((row) => ({ ...toReview(row), notBlind: row.notBlind })),
    reviewers,
    isByTwo(level),
  )
  const byId = new Map(reviewers.map(({ person }) => [person as string, person]))
  const toReviewOf = (row: Row, to: (typeof assigned.drawn)[number] | undefined): NewReview => ({
    id: getId<ReviewId>(randomUUID()),
    caseStageId: row.id,
    unitId: row.unitId,
    assignedTo: byId.get(to?.first ?? '') ?? null,
    assignedWith: byId.get(to?.second ?? '') ?? null,
    apart: level.apart === true,
  })
  return {
    drawn: drawn.map((row, i) => toReviewOf(row, assigned.drawn[i])),
    anchors: anchors.map((row, i) => ({
      ...toReviewOf(row, assigned.anchors[i]),
      anchor: row.anchor,
      shownCaseId: row.shownCaseId,
    })),
  }
}
