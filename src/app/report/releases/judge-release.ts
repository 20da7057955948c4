import { createHash } from 'node:crypto'
import { reportFormats, type ReportFormat } from '../../../contract/report/report.ts'
import type { Action } from '../../../core/access/permissions.ts'
import { stateAfter, type ReleaseState } from '../../../core/report/release.ts'
import {
  addReleaseEvent,
  listReleaseEvents,
  releaseWithFiles,
  setReleaseState,
  type FileToKeep,
} from '../../../storage/report/release.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { busy } from '../make-report.ts'
import type { ReportPress } from '../report-press.ts'
import { asReleased, thawReport } from './freeze-report.ts'
import { isOwnText } from './own-text.ts'
import { tellReleased, tellSentBack } from './tell-of-release.ts'
import { readRelease, withRelease } from './write-release.ts'

export type Judgement =
  { readonly outcome: 'passed' } | { readonly outcome: 'sent-back'; readonly word: string }

const judged = {
  pass: { right: 'release.check', from: 'checking' },
  approve: { right: 'release.approve', from: 'checked' },
} as const satisfies Record<string, { readonly right: Action; readonly from: ReleaseState }>

/** The legal check or the approval of what was handed over, by somebody who did not write it. */
export async function judgeRelease(
  context: Context,
  wanted: string,
  step: keyof typeof judged,
  judgement: Judgement,
): Promise<Result<undefined>> {
  const { right, from } = judged[step]
  return withRelease(context, wanted, right, `${step}-release`, async (writer, release) => {
    const taken = judgement.outcome === 'passed' ? step : 'send-back'
    const state = release.state === from ? stateAfter(from, taken) : undefined
    if (state === undefined) return refused('release-not-now')
    const { personId: by } = context.actor
    if (isOwnText(await listReleaseEvents(writer, release.id), taken, by)) return refused('release-own-text')
    await setReleaseState(writer, release.id, state, state === 'draft' ? null : undefined)
    if (judgement.outcome === 'sent-back') await tellSentBack(context, writer, release)
    const word = judgement.outcome === 'passed' ? null : judgement.word
    await addReleaseEvent(writer, release.id, { step: taken, word, by, at: context.now })
    return done()
  })
}

/** Releases the approved report: its files are made of what was handed over, once and for all. */
export async function publishRelease(
  context: Context,
  press: ReportPress,
  wanted: string,
  judgement: Judgement,
): Promise<Result<undefined>> {
  const { personId: by } = context.actor
  const event = { by, at: context.now }
  if (judgement.outcome === 'sent-back')
    return withRelease(context, wanted, 'release.publish', 'send-back-release', async (writer, release) => {
      if (release.state !== 'approved') return refused('release-not-now')
      await setReleaseState(writer, release.id, 'draft', null)
      await tellSentBack(context, writer, release)
      await addReleaseEvent(writer, release.id, { step: 'send-back', word: judgement.word, ...event })
      return done()
    })
  const made = await makeFiles(context, press, wanted)
  if (!made.ok) return made
  return withRelease(context, wanted, 'release.publish', 'publish-release', async (writer, release, tx) => {
    if (release.state !== 'approved' || release.digest?.equals(made.value.digest) !== true)
      return refused('release-not-now')
    const year = Number(context.today.slice(0, 4))
    await releaseWithFiles(writer, release.id, { files: made.value.files, by, at: context.now, year })
    await addReleaseEvent(writer, release.id, { step: 'release', word: null, ...event })
    await tellReleased(context, tx, writer, release)
    return done()
  })
}

async function makeFiles(
  context: Context,
  press: ReportPress,
  wanted: string,
): Promise<Result<{ readonly digest: Buffer; readonly files: readonly FileToKeep[] }>> {
  const found = await readRelease(context, wanted, 'release.publish')
  if (!found.ok) return found
  const { release, content } = found.value
  if (release.state !== 'approved' || content.model === null || release.digest === null)
    return refused('release-not-now')
  const report = asReleased(thawReport(content.model, release.digest), release.digest)
  const files: FileToKeep[] = []
  for (const language of release.languages)
    for (const format of reportFormats) {
      const bytes = await press.renderComposed({ report, language, format, createdAt: context.now })
      if (bytes === 'too-busy') return busy
      files.push(fileOf(language, format, bytes))
    }
  return done({ digest: release.digest, files })
}

function fileOf(language: FileToKeep['language'], format: ReportFormat, bytes: Uint8Array): FileToKeep {
  const digest = createHash('sha256').update(bytes).digest()
  return { language, format, digest, bytes: Buffer.from(bytes) }
}
