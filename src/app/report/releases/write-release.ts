import { randomUUID } from 'node:crypto'
import type { Audience } from '../../../contract/report/report.ts'
import type { LocalText } from '../../../core/language/language.ts'
import { isHindrance, noEdits, type ReportEdits } from '../../../core/report/edit-report.ts'
import { leftOutAtFirst, stateAfter, type ReleaseTemplate } from '../../../core/report/release.ts'
import { findRound } from '../../../storage/draw/round.ts'
import { findId, getId, type ReportReleaseId } from '../../../storage/ids.ts'
import {
  addReleaseEvent,
  findRelease,
  getReleaseContent,
  holdRelease,
  insertRelease,
  listReleaseEvents,
  saveReleaseEdits,
  setReleaseState,
  type ReleaseContent,
  type ReportRelease,
} from '../../../storage/report/release.ts'
import type { Transaction, Writer } from '../../../storage/transaction.ts'
import type { Action } from '../../../core/access/permissions.ts'
import { authorise } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { busy, type ReportRoom } from '../make-report.ts'
import { composeRelease } from './compose-release.ts'
import { freezeReport } from './freeze-report.ts'

export interface ReleaseToBegin {
  readonly round: string
  readonly template: ReleaseTemplate
  readonly edition: Audience
  readonly english: boolean
  readonly corrects: (LocalText & { readonly release: string }) | null
}

/** Begins a draft. A correction takes over what people made of the report that it corrects. */
export async function addRelease(
  context: Context,
  { round: roundKey, template, edition, english, corrects }: ReleaseToBegin,
): Promise<Result<{ readonly id: string }>> {
  const granted = authorise(context, 'release.write')
  if (!granted.ok) return granted
  const { personId: by } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const round = await findRound(tx.reader, roundKey)
    if (round === undefined) return refused('not-found')
    if (round.state !== 'closed') return refused('round-not-closed')
    const before = corrects === null ? undefined : findId<ReportReleaseId>(corrects.release)
    const corrected = before === undefined ? undefined : await findRelease(tx.reader, before)
    if (
      corrects !== null &&
      (corrected?.state !== 'released' ||
        corrected.round !== roundKey ||
        corrected.template !== template ||
        corrected.edition !== edition)
    )
      return refused('release-correction-differs')
    const id = getId<ReportReleaseId>(randomUUID())
    const writer = await tx.recordChange({
      room: 'report',
      act: 'begin-release',
      subjectKind: 'report-release',
      subjectId: id,
      detail: { round: roundKey, template, edition },
    })
    await insertRelease(writer, {
      id,
      roundId: round.id,
      title: releaseTitle(template, { da: round.titleDa, en: round.titleEn }),
      template,
      edition,
      languages: english ? ['da', 'en'] : ['da'],
      edits:
        corrected === undefined
          ? { ...noEdits, leftOut: leftOutAtFirst[template] }
          : await getReleaseContent(writer, corrected.id),
      corrects: corrects === null || corrected === undefined ? null : { id: corrected.id, why: corrects },
      by,
      at: context.now,
    })
    await addReleaseEvent(writer, id, { step: 'begin', word: null, by, at: context.now })
    return done({ id })
  })
}

const recipients: Readonly<Record<ReleaseTemplate, LocalText>> = {
  committee: { da: 'Rapport til udvalget', en: 'Report to the committee' },
  director: { da: 'Rapport til direktøren', en: 'Report to the director' },
  ombudsman: { da: 'Rapport til borgerrådgiveren', en: 'Report to the citizens’ ombudsman' },
}

export function releaseTitle(template: ReleaseTemplate, round: LocalText): LocalText {
  const { da, en } = recipients[template]
  return { da: `${da}: ${round.da}`, en: `${en}: ${round.en}` }
}

/** Saves what people make of a draft as a whole, unless somebody else has saved it since it was seen. */
export async function saveRelease(
  context: Context,
  wanted: string,
  { seen, edits }: { readonly seen: number; readonly edits: ReportEdits },
): Promise<Result<{ readonly seen: number }>> {
  return withRelease(context, wanted, 'release.write', 'write-release', async (writer, release) => {
    if (release.state !== 'draft') return refused('release-not-now')
    if (release.edits !== seen) return refused('outdated-version')
    await saveReleaseEdits(writer, release.id, edits)
    const { personId: by } = context.actor
    const events = await listReleaseEvents(writer, release.id)
    const since = events.slice(events.findLastIndex(({ step }) => step === 'begin' || step === 'send-back'))
    if (!since.some(({ step, personId }) => step === 'write' && personId === by))
      await addReleaseEvent(writer, release.id, { step: 'write', word: null, by, at: context.now })
    return done({ seen: seen + 1 })
  })
}

/** Freezes the draft as it stands and hands it over to the legal check. */
export async function handOverRelease(
  context: Context,
  room: ReportRoom,
  wanted: string,
  seen: number,
): Promise<Result<undefined>> {
  const found = await readRelease(context, wanted, 'release.write')
  if (!found.ok) return found
  const { release, content } = found.value
  if (stateAfter(release.state, 'hand-over') === undefined) return refused('release-not-now')
  if (release.edits !== seen) return refused('outdated-version')
  const composed = await composeRelease(context, room, release, content, 'hand-over-report')
  if (!composed.ok) return composed
  if (composed.value.problems.some(isHindrance)) return refused('release-hindered')
  const { edited, baseline, released, smallCell } = composed.value
  if (release.edition === 'public') {
    const edition = { round: release.round, baselineRound: baseline, figures: edited.figures }
    const audit = await room.press.audit({ edition, earlier: released, smallCell })
    if (audit === 'too-busy') return busy
    if (audit.narrowed.length > 0) return refused('release-disclosive')
  }
  const frozen = freezeReport(edited, baseline)
  return withRelease(context, wanted, 'release.write', 'hand-over-release', async (writer, now) => {
    const state = stateAfter(now.state, 'hand-over')
    if (state === undefined) return refused('release-not-now')
    if (now.edits !== seen) return refused('outdated-version')
    await setReleaseState(writer, now.id, state, frozen)
    await addReleaseEvent(writer, now.id, {
      step: 'hand-over',
      word: null,
      by: context.actor.personId,
      at: context.now,
    })
    return done()
  })
}

/** Gives a draft up; it stays on the list. */
export async function dropRelease(
  context: Context,
  wanted: string,
  word: string,
): Promise<Result<undefined>> {
  return withRelease(context, wanted, 'release.write', 'drop-release', async (writer, release) => {
    const state = stateAfter(release.state, 'drop')
    if (state === undefined) return refused('release-not-now')
    await setReleaseState(writer, release.id, state)
    await addReleaseEvent(writer, release.id, {
      step: 'drop',
      word,
      by: context.actor.personId,
      at: context.now,
    })
    return done()
  })
}

/** A release with what it says, for what takes long and so is done before the release is held. */
export async function readRelease(
  context: Context,
  wanted: string,
  right: Action,
): Promise<Result<{ readonly release: ReportRelease; readonly content: ReleaseContent }>> {
  const id = findId<ReportReleaseId>(wanted)
  if (id === undefined) return refused('not-found')
  const granted = authorise(context, right)
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async ({ reader }) => {
    const release = await findRelease(reader, id)
    return release === undefined
      ? refused('not-found')
      : done({ release, content: await getReleaseContent(reader, id) })
  })
}

/** Does something to a release that nobody else changes meanwhile. */
export async function withRelease<T>(
  context: Context,
  wanted: string,
  right: Action,
  act: string,
  work: (writer: Writer, release: ReportRelease, tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  const id = findId<ReportReleaseId>(wanted)
  if (id === undefined) return refused('not-found')
  const granted = authorise(context, right)
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx): Promise<Result<T>> => {
    if ((await findRelease(tx.reader, id)) === undefined) return refused('not-found')
    const writer = await tx.recordChange({
      room: 'report',
      act,
      subjectKind: 'report-release',
      subjectId: id,
    })
    await holdRelease(writer, id)
    const release = await findRelease(writer, id)
    return release === undefined ? refused('not-found') : work(writer, release, tx)
  })
}
