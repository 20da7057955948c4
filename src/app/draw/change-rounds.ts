import { randomUUID } from 'node:crypto'
import { reachIn, authorise } from '../frame/authorise.ts'
import { holdOverlappingRounds } from '../../storage/draw/overlapping-rounds.ts'
import * as rounds from '../../storage/draw/round.ts'
import { getId, type IrregularityId, type RoundId } from '../../storage/ids.ts'
import { findNewestProgramme } from '../../storage/programme/programme-version.ts'
import type { Transaction } from '../../storage/transaction.ts'
import { isUniqueViolation } from '../../storage/unique-violation.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { findAnchorFiles } from './anchor-files.ts'

export interface RoundToOpen {
  readonly key: string
  readonly titleDa: string
  readonly titleEn: string
  readonly programme: string
  readonly periodFrom: string
  readonly periodTo: string
  readonly baseline: string | null
}

export interface OpenedRound {
  readonly key: string
  /** Keys of the same programme's rounds with days in common. */
  readonly overlaps: readonly string[]
}

/**
 * Nothing stops a second round over the same days, for a failed one must be redone; but drawing again until the cases
 * suit must show, so every overlap is noted in the new round as an irregularity and printed in its report.
 */
export async function openRound(context: Context, wanted: RoundToOpen): Promise<Result<OpenedRound>> {
  const granted = authorise(context, 'round.open')
  if (!granted.ok) return granted
  try {
    return await context.database.transaction(context.actor, (tx) => open(tx, context, wanted))
  } catch (error) {
    if (isUniqueViolation(error, 'round_municipality_id_key_key')) return refused('round-exists')
    throw error
  }
}

async function open(tx: Transaction, context: Context, wanted: RoundToOpen): Promise<Result<OpenedRound>> {
  const version = await findNewestProgramme(tx.reader, wanted.programme)
  if (version === undefined) return refused('programme-not-found')
  if ((await rounds.findRound(tx.reader, wanted.key)) !== undefined) return refused('round-exists')
  const baseline = wanted.baseline === null ? null : await rounds.findRound(tx.reader, wanted.baseline)
  if (baseline === undefined) return refused('baseline-not-found')
  const { anchors } = version.programme
  if (anchors !== undefined) {
    const detail = { programme: wanted.programme, version: version.programme.version }
    const reader = await tx.recordAccess({ act: 'check-anchors', subjectKind: 'programme', detail })
    const found = await findAnchorFiles(reader, version.programme, anchors)
    if (!found.ok) return found
  }
  const overlaps = await holdOverlappingRounds(tx.reader, context.actor, wanted.programme, wanted)
  const id = getId<RoundId>(randomUUID())
  const writer = await tx.recordChange({
    room: 'draw',
    act: 'open-round',
    subjectKind: 'round',
    subjectId: id,
    detail: { key: wanted.key, programme: wanted.programme, version: version.programme.version },
  })
  await rounds.saveRound(writer, {
    id,
    key: wanted.key,
    titleDa: wanted.titleDa,
    titleEn: wanted.titleEn,
    programmeVersionId: version.id,
    periodFrom: wanted.periodFrom,
    periodTo: wanted.periodTo,
    baselineRoundId: baseline?.id ?? null,
    openedBy: context.actor.personId,
    openedAt: context.now,
  })
  for (const other of overlaps) await noteOverlap(tx, context, { id, key: wanted.key }, other)
  return done({ key: wanted.key, overlaps })
}

async function noteOverlap(
  tx: Transaction,
  context: Context,
  round: { readonly id: RoundId; readonly key: string },
  other: string,
): Promise<void> {
  const id = getId<IrregularityId>(randomUUID())
  const writer = await tx.recordChange({
    room: 'draw',
    act: 'add-irregularity',
    subjectKind: 'irregularity',
    subjectId: id,
    detail: { round: round.key, overlaps: other },
  })
  await rounds.saveIrregularity(writer, {
    id,
    round: round.id,
    da: `Rundens periode overlapper runde ${other} i samme program. Sagerne i runde ${other} er trukket særskilt. Noteret automatisk, da runden blev åbnet.`,
    en: `The round's period overlaps round ${other} of the same programme. The cases of round ${other} are drawn separately. Noted automatically when the round was opened.`,
    author: context.actor.personId,
    at: context.now,
  })
}

export async function addIrregularity(
  context: Context,
  key: string,
  text: { readonly da: string; readonly en: string | null },
): Promise<Result<undefined>> {
  const reach = reachIn(context, 'irregularity.add')
  if (!reach.municipality && reach.units.length === 0) return refused('not-permitted')
  return context.database.transaction(context.actor, async (tx) => {
    const round = await rounds.holdRound(tx.reader, key)
    if (round === undefined) return refused('not-found')
    // A closed round's report stays as it was released.
    if (round.state === 'closed') return refused('round-closed')
    const id = getId<IrregularityId>(randomUUID())
    const writer = await tx.recordChange({
      room: 'draw',
      act: 'add-irregularity',
      subjectKind: 'irregularity',
      subjectId: id,
      detail: { round: key },
    })
    await rounds.saveIrregularity(writer, {
      id,
      round: round.id,
      ...text,
      author: context.actor.personId,
      at: context.now,
    })
    return done()
  })
}
