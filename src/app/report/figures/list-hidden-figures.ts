import type { HiddenRowAnswer } from '../../../contract/report/figures.ts'
import type { Immutable } from '../../../contract/frame/route.ts'
import { listHidden, rowsOfHidden } from '../../../core/disclosure/list-hidden.ts'
import { maskOf } from '../../../core/disclosure/released-mask.ts'
import type { LocalText } from '../../../core/language/language.ts'
import { printedInFull } from '../../../core/report/compare-reports.ts'
import { explainFigure } from '../../../core/report/explain-figure.ts'
import { listPublicModels, type ReportRelease } from '../../../storage/report/release.ts'
import { listReleasedFigures } from '../../../storage/report/released-figure.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { busy, gatherReport, type ReportRoom } from '../make-report.ts'
import { composeRelease } from '../releases/compose-release.ts'
import { thawReport } from '../releases/freeze-report.ts'
import { openRelease } from '../releases/read-releases.ts'

interface Hidden {
  readonly smallCell: number
  readonly figures: number
  readonly rows: readonly Immutable<HiddenRowAnswer>[]
}

/**
 * What a public edition hides and why. The reasons are told from the internal edition as it is now: a hidden figure holds no
 * number in what was frozen.
 */
export async function listHiddenFigures(
  context: Context,
  room: ReportRoom,
  wanted: string,
): Promise<Result<Hidden>> {
  const opened = await openRelease(context, wanted)
  if (!opened.ok) return opened
  const { release, content, roundClosed } = opened.value
  if (release.edition !== 'public' || release.state === 'dropped' || !roundClosed)
    return refused('release-not-now')
  const input = await gatherReport(context, room, release.round, 'internal', { act: 'list-hidden-figures' })
  if (!input.ok) return input
  const { analysis, programme } = input.value
  const open = await room.press.compose(input.value)
  if (open === 'too-busy') return busy
  let edition
  if (content.model !== null && release.digest !== null) edition = thawReport(content.model, release.digest)
  else {
    const composed = await composeRelease(context, room, release, content, 'read-report-draft')
    if (!composed.ok) return composed
    edition = composed.value.written
  }
  const { smallCell } = programme.settings
  const { round, baselineRound } = analysis
  const hidden = listHidden(
    { round, baselineRound, figures: edition.figures },
    open.figures,
    smallCell,
    maskOf(await listEarlier(context, release)),
  )
  const labels = await labelsOf(context, release)
  return done({
    smallCell,
    figures: Object.keys(edition.figures).length,
    rows: rowsOfHidden(hidden).map(({ figure, why }) => {
      const internal = open.figures[figure]
      return {
        figure,
        label: explainFigure(figure, programme).what ?? labels.get(figure) ?? { da: figure, en: figure },
        internal: internal === undefined ? null : printedInFull(internal),
        why,
      }
    }),
  })
}

/** The public editions that were out before this one. */
async function listEarlier(context: Context, { digest, releasedAt }: ReportRelease) {
  const models = await context.database.transaction(context.actor, ({ reader }) => listPublicModels(reader))
  return models
    .filter((one) => releasedAt === null || one.releasedAt < releasedAt)
    .filter((one) => digest?.equals(one.digest) !== true)
    .map(({ round, baseline, model, digest: kept }) => ({
      round,
      baselineRound: baseline,
      figures: thawReport(model, kept).figures,
    }))
}

/** What figures are called where they stand, as the kept files say; of a draft there is none. */
async function labelsOf(
  context: Context,
  { id, state }: ReportRelease,
): Promise<ReadonlyMap<string, LocalText>> {
  if (state !== 'released') return new Map()
  const figures = await context.database.transaction(context.actor, ({ reader }) =>
    listReleasedFigures(reader, [id], '%'),
  )
  return new Map(figures.map((figure) => [figure.id, { da: figure.label, en: figure.label }]))
}
