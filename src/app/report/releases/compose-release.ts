import { correctionsSection } from '../../../core/report/corrections-section.ts'
import { editReport, type EditProblem, type ReportEdits } from '../../../core/report/edit-report.ts'
import type { PublishedReport } from '../../../core/disclosure/published-report.ts'
import type { Report } from '../../../core/report/report.ts'
import {
  getReleaseContent,
  listPublicModels,
  listReleases,
  type ReportRelease,
} from '../../../storage/report/release.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { busy, gatherReport, type ReportRoom } from '../make-report.ts'
import { thawReport } from './freeze-report.ts'

export interface ComposedRelease {
  /** As the program writes it. */
  readonly written: Report
  /** With what people made of it. */
  readonly edited: Report
  readonly problems: readonly EditProblem[]
  /** Key of the round that it compares with. */
  readonly baseline: string | null
  /** Of the programme: counts from 1 up to one below it are withheld in public editions. */
  readonly smallCell: number
  /** The public editions that are out; empty for an internal edition, which hides nothing. */
  readonly released: readonly PublishedReport[]
}

/** The report as it would be handed over now. A correction begins with what it corrects. */
export async function composeRelease(
  context: Context,
  room: ReportRoom,
  release: ReportRelease,
  edits: ReportEdits,
  act: string,
): Promise<Result<ComposedRelease>> {
  const input = await gatherReport(context, room, release.round, release.edition, { act })
  if (!input.ok) return input
  const released = release.edition === 'public' ? await listPublished(context) : []
  const { programme, analysis } = input.value
  const known = { baseline: analysis.baselineRound, smallCell: programme.settings.smallCell, released }
  const written = await room.press.compose(
    release.edition === 'public' ? { ...input.value, released } : input.value,
  )
  if (written === 'too-busy') return busy
  const { report, problems } = editReport(written, edits)
  const { corrects, correction } = release
  if (corrects === null || correction === null) return done({ written, edited: report, problems, ...known })
  const before = await frozenOf(context, release)
  if (before === undefined) return refused('not-found')
  const section = correctionsSection({ number: corrects.number, why: correction, before, after: report })
  return done({ written, edited: { ...report, sections: [section, ...report.sections] }, problems, ...known })
}

/** Public editions that are out, as a stranger has them. */
async function listPublished(context: Context): Promise<readonly PublishedReport[]> {
  const models = await context.database.transaction(context.actor, ({ reader }) => listPublicModels(reader))
  return models.map(({ round, baseline, model, digest }) => ({
    round,
    baselineRound: baseline,
    figures: thawReport(model, digest).figures,
  }))
}

async function frozenOf(context: Context, { corrects }: ReportRelease): Promise<Report | undefined> {
  if (corrects === null) return undefined
  return context.database.transaction(context.actor, async ({ reader }) => {
    const [corrected] = await listReleases(reader, { id: corrects.id })
    const { model } = await getReleaseContent(reader, corrects.id)
    const digest = corrected?.digest ?? null
    return model === null || digest === null ? undefined : thawReport(model, digest)
  })
}
