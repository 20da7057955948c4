import type {
  ReleaseChange,
  ReleaseDetails,
  ReleaseDraft,
  ReleaseSummary,
} from '../../../contract/report/releases.ts'
import { reportFormats } from '../../../contract/report/report.ts'
import type { Immutable } from '../../../contract/frame/route.ts'
import { listUsedFigures } from '../../../core/report/assert-report.ts'
import { compareReports, printedInFull } from '../../../core/report/compare-reports.ts'
import { listStatements, type ReportEdits } from '../../../core/report/edit-report.ts'
import { figureLabels } from '../../../core/report/figure-labels.ts'
import { fillFigureText } from '../../../core/report/figure-text.ts'
import { printFigure } from '../../../core/report/print-figure.ts'
import { neverLeftOut, releaseSteps, stateAfter, type ReleaseStep } from '../../../core/report/release.ts'
import type { Figure, Report } from '../../../core/report/report.ts'
import type { Action } from '../../../core/access/permissions.ts'
import { findRound } from '../../../storage/draw/round.ts'
import { findId, type ReportReleaseId } from '../../../storage/ids.ts'
import {
  findRelease,
  getReleaseContent,
  listReleaseEvents,
  listReleaseFiles,
  listReleases as listStored,
  type ReportRelease,
} from '../../../storage/report/release.ts'
import { authorise } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { type ReportRoom } from '../make-report.ts'
import { composeRelease, type ComposedRelease } from './compose-release.ts'
import { thawReport } from './freeze-report.ts'
import { isOwnText } from './own-text.ts'

export async function listReleases(
  context: Context,
): Promise<Result<{ readonly mayWrite: boolean; readonly releases: readonly Immutable<ReleaseSummary>[] }>> {
  const granted = authorise(context, 'release.read')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async ({ reader }) =>
    done({
      mayWrite: authorise(context, 'release.write').ok,
      releases: (await listStored(reader)).map(toSummary),
    }),
  )
}

/** Which right a step takes. */
const rightOf: Readonly<Record<ReleaseStep, readonly Action[]>> = {
  'hand-over': ['release.write'],
  drop: ['release.write'],
  pass: ['release.check'],
  approve: ['release.approve'],
  release: ['release.publish'],
  'send-back': ['release.check', 'release.approve', 'release.publish'],
}

export async function getRelease(
  context: Context,
  room: ReportRoom,
  wanted: string,
): Promise<Result<Immutable<ReleaseDetails>>> {
  const opened = await openRelease(context, wanted)
  if (!opened.ok) return opened
  const { release, content, events, files, roundTitle, roundClosed } = opened.value
  const possible = releaseSteps.filter(
    (step) =>
      stateAfter(release.state, step) !== undefined &&
      (step === 'send-back'
        ? mayJudge(context, release)
        : rightOf[step].some((right) => authorise(context, right).ok)),
  )
  const own = possible.filter((step) => isOwnText(events, step, context.actor.personId))
  let draft: Immutable<ReleaseDraft> | null = null
  if (release.state === 'draft' && roundClosed) {
    const composed = await composeRelease(context, room, release, content, 'read-report-draft')
    if (!composed.ok) return composed
    draft = draftOf(composed.value, content)
  }
  return done({
    ...toSummary(release),
    roundTitle,
    correction: release.correction,
    digest: release.digest?.toString('hex') ?? null,
    seen: release.edits,
    steps: possible.filter((step) => !own.includes(step)),
    others: own,
    mayWrite: release.state === 'draft' && authorise(context, 'release.write').ok,
    events: events.map(({ step, word, person, at }) => ({ step, word, person, at: at.toISOString() })),
    files,
    formats: reportFormats,
    draft,
  })
}

/** Whoever has the report before them may send it back. */
function mayJudge(context: Context, { state }: ReportRelease): boolean {
  const step = releaseSteps.find(
    (each) => each !== 'send-back' && each !== 'drop' && stateAfter(state, each) !== undefined,
  )
  return step !== undefined && rightOf[step].some((right) => authorise(context, right).ok)
}

/** What of a frozen report would be otherwise were it made today. */
export async function getReleaseChanges(
  context: Context,
  room: ReportRoom,
  wanted: string,
): Promise<Result<{ readonly figures: number; readonly changes: readonly Immutable<ReleaseChange>[] }>> {
  const opened = await openRelease(context, wanted)
  if (!opened.ok) return opened
  const { release, content } = opened.value
  if (content.model === null || release.digest === null) return refused('release-not-now')
  const frozen = thawReport(content.model, release.digest)
  const composed = await composeRelease(context, room, release, content, 'compare-report')
  if (!composed.ok) return composed
  const labels = new Map([...figureLabels(frozen), ...figureLabels(composed.value.edited)])
  const changes = compareReports(frozen, composed.value.edited).map(({ id, before, after, why }) => ({
    id,
    label: labels.get(id) ?? { da: id, en: id },
    why,
    before: before === null ? null : printedInFull(before),
    after: after === null ? null : printedInFull(after),
  }))
  return done({ figures: Object.keys(frozen.figures).length, changes })
}

/** A release with what is told of it, for those who may read reports on their way. */
export async function openRelease(context: Context, wanted: string) {
  const id = findId<ReportReleaseId>(wanted)
  if (id === undefined) return refused('not-found')
  const granted = authorise(context, 'release.read')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async ({ reader }) => {
    const release = await findRelease(reader, id)
    if (release === undefined) return refused('not-found')
    const [content, events, files, round] = await Promise.all([
      getReleaseContent(reader, id),
      listReleaseEvents(reader, id),
      listReleaseFiles(reader, id),
      findRound(reader, release.round),
    ])
    if (round === undefined) throw new Error('a report of no round')
    return done({
      release,
      content,
      events,
      files,
      roundTitle: { da: round.titleDa, en: round.titleEn },
      roundClosed: round.state === 'closed',
    })
  })
}

function toSummary(release: ReportRelease): Immutable<ReleaseSummary> {
  const { id, round, title, template, edition, languages, state, createdAt, number, releasedAt, corrects } =
    release
  return {
    id,
    round,
    title,
    template,
    edition,
    languages,
    state,
    createdAt: createdAt.toISOString(),
    number,
    releasedAt: releasedAt?.toISOString() ?? null,
    corrects: corrects?.number ?? null,
  }
}

function draftOf(
  { written, problems }: ComposedRelease,
  { leftOut, passages, rewordings }: ReportEdits,
): Immutable<ReleaseDraft> {
  const labels = figureLabels(written)
  return {
    edits: { leftOut, passages, rewordings },
    sections: written.sections.map(({ key, title, annex }) => ({
      key,
      title,
      annex: annex === true,
      needed: neverLeftOut.includes(key),
    })),
    statements: listStatements(written).map(({ section, text }) => ({
      section,
      text,
      printed: { da: filled(text.da, written, 'da'), en: filled(text.en, written, 'en') },
    })),
    figures: written.sections.flatMap((section) =>
      figuresOf(written, listUsedFigures({ ...written, sections: [section] })).map((figure) => ({
        section: section.key,
        id: figure.id,
        label: labels.get(figure.id) ?? { da: figure.id, en: figure.id },
        printed: { da: printFigure(figure, 'da'), en: printFigure(figure, 'en') },
      })),
    ),
    problems,
  }
}

function figuresOf({ figures }: Report, ids: readonly string[]): readonly Figure[] {
  return [...new Set(ids)].flatMap((id) => {
    const figure = figures[id]
    return figure === undefined || figure.withheld || figure.value === null ? [] : [figure]
  })
}

function filled(text: string, { figures }: Report, language: 'da' | 'en'): string {
  return fillFigureText(text, (id) => {
    const figure = figures[id]
    return figure === undefined ? `{${id}}` : printFigure(figure, language)
  })
}
