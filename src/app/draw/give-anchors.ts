import { randomUUID } from 'node:crypto'
import { rolesWith } from '../../core/access/permissions.ts'
import { listAnchorsOfLevel } from '../../core/programme/anchors-of-level.ts'
import { getStage } from '../../core/programme/lookup.ts'
import { haveSameLaw } from '../../core/programme/same-law.ts'
import type { DrawHead } from '../../storage/draw/draw.ts'
import type { FrameRow } from '../../storage/draw/frame.ts'
import { getId, type AnchorId } from '../../storage/ids.ts'
import { saveAnchorCases } from '../../storage/review/anchor-case.ts'
import { listEarlierReviewers, listHolders } from '../../storage/review/anchor-history.ts'
import {
  listAnchorsInRound,
  listInFrames,
  saveAnchorsInRound,
  type AnchorInRound,
} from '../../storage/review/anchor-in-round.ts'
import { saveReviews, type NewReview } from '../../storage/review/assignment.ts'
import type { PersonalReader, Transaction, Writer } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { setDueDates } from '../review/due-dates.ts'
import { findAnchorFiles, type NamedAnchor } from './anchor-files.ts'
import { holdRoundLevel, type RoundLevel } from './level.ts'
import { planReviews, type AnchorRow } from './plan-reviews.ts'

type DrawnLevel = RoundLevel & { readonly draw: DrawHead }

interface Given {
  readonly drawn: readonly NewReview[]
  readonly anchors: readonly AnchorInRound[]
}

/** The anchors of a level with their files. */
export function findAnchorsOf(reader: PersonalReader, { programme, level }: RoundLevel) {
  return findAnchorFiles(reader, programme, listAnchorsOfLevel(programme, level.level))
}

/**
 * Gives a level's drawn cases to reviewers and its anchors among them, in one act: a review that came later than the
 * others would tell that it is an anchor's.
 */
export async function giveReviews(
  context: Context,
  tx: Transaction,
  access: { readonly reader: PersonalReader; readonly writer: Writer },
  of: DrawnLevel,
  { drawn, named }: { readonly drawn: readonly FrameRow[]; readonly named: readonly NamedAnchor[] },
): Promise<Given> {
  const { reader, writer } = access
  const frozen = named.map((anchor) => ({
    ...anchor,
    id: anchor.file.frozen?.id ?? getId<AnchorId>(randomUUID()),
  }))
  const fresh = frozen.filter(({ file }) => file.frozen === null)
  const frames = await listInFrames(
    reader,
    of.round.id,
    named.map(({ file }) => file.caseStageId),
  )
  const outcomeOf = (anchor: NamedAnchor): 'in-this-round' | 'law-changed' | null => {
    if (frames.has(anchor.file.caseStageId)) return 'in-this-round'
    return isUnderSameLaw(of, anchor) ? null : 'law-changed'
  }
  const usable = frozen.filter((anchor) => outcomeOf(anchor) === null)
  const planned = await planReviews(
    reader,
    of.level,
    { drawn, anchors: await toRows(reader, usable) },
    context.today,
  )
  const given = planned.anchors.filter(({ assignedTo }) => assignedTo !== null)

  await saveAnchorCases(
    tx,
    writer,
    fresh.map(({ id, file, seen }) => ({ id, file, content: seen })),
    context.now,
  )
  const at = { round: of.round.id, level: of.level.level }
  await saveReviews(tx, writer, { ...at, draw: of.draw.id }, [...planned.drawn, ...given])
  const drawnOn = danishDay(of.draw.drawnAt ?? context.now)
  await setDueDates(reader, writer, { ...at, drawnOn }, context.today)
  const anchors = frozen.map((anchor): AnchorInRound => {
    const review = given.find((candidate) => candidate.anchor === anchor.id)?.id ?? null
    return {
      anchor: anchor.id,
      outcome: review === null ? (outcomeOf(anchor) ?? 'no-reviewer') : 'given',
      review,
    }
  })
  await saveAnchorsInRound(writer, at, anchors)
  return { drawn: planned.drawn, anchors }
}

/** Reviewers are shown the provisions; others than the round's own cases have would tell the anchor. */
function isUnderSameLaw({ programme, round }: RoundLevel, { anchor, seen }: NamedAnchor): boolean {
  const stage = getStage(programme, anchor.stage)
  return [round.periodFrom, round.periodTo].some((day) =>
    haveSameLaw(programme, stage, seen.content.completed, day),
  )
}

async function toRows(
  reader: PersonalReader,
  anchors: readonly (NamedAnchor & { readonly id: AnchorId })[],
): Promise<readonly AnchorRow[]> {
  if (anchors.length === 0) return []
  const earlier = await listEarlierReviewers(
    reader,
    anchors.map(({ file }) => file.caseStageId),
  )
  const leaders = await listHolders(reader, rolesWith('anchor.read'))
  return anchors.map(({ id, anchor, file, seen }) => ({
    id: file.caseStageId,
    unitId: seen.unitId,
    anchor: id,
    shownCaseId: anchor.shownAs,
    notBlind: new Set([...leaders, ...(earlier.get(file.caseStageId) ?? [])]),
  }))
}

/** Tries again to give the anchors that nobody could take when the level was drawn, e.g. after somebody new has come. */
export async function giveAnchorsAgain(
  context: Context,
  roundKey: string,
  number: number,
): Promise<Result<{ given: number; left: number }>> {
  const granted = authorise(context, 'anchor.read')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const found = await holdRoundLevel(tx.reader, roundKey, number)
    if (!found.ok) return found
    const { round, draw } = found.value
    if (round.state === 'closed') return refused('round-closed')
    if (draw === undefined || draw.drawnAt === null) return refused('not-drawn')
    const subject = { subjectKind: 'round', subjectId: round.id, detail: { round: roundKey, level: number } }
    const reader = await tx.recordAccess({ act: 'give-anchors', ...subject })
    const named = await findAnchorsOf(reader, found.value)
    if (!named.ok) return named
    const settled = new Set(
      (await listAnchorsInRound(reader, round.id))
        .filter(({ level, outcome }) => level === number && outcome === 'given')
        .map(({ caseStageId }) => caseStageId),
    )
    const left = named.value.filter(({ file }) => !settled.has(file.caseStageId))
    const writer = await tx.recordChange({ room: 'draw', act: 'give-anchors', ...subject })
    const { anchors } = await giveReviews(
      context,
      tx,
      { reader, writer },
      { ...found.value, draw },
      { drawn: [], named: left },
    )
    const given = anchors.filter(({ outcome }) => outcome === 'given').length
    return done({ given, left: anchors.length - given })
  })
}
