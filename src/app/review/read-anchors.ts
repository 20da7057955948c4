import type { RoundAnchors } from '../../contract/review/anchors.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { listAnchorsOfLevel } from '../../core/programme/anchors-of-level.ts'
import { getStage } from '../../core/programme/lookup.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { listAnchorReviews } from '../../storage/analysis/anchor-review.ts'
import { listDraws } from '../../storage/draw/draw.ts'
import { findRound, listProgress, type Round } from '../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { AnchorFile } from '../../storage/review/anchor-case.ts'
import { listReviewsOfAnchors, type ReviewOfAnchor } from '../../storage/review/anchor-history.ts'
import { listAnchorsInRound, type ListedAnchor } from '../../storage/review/anchor-in-round.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { compareAnchors } from '../analysis/load-anchors.ts'
import { findAnchorFiles, type NamedAnchor } from '../draw/anchor-files.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { driftOf } from './anchor-drift.ts'

type Levels = Immutable<RoundAnchors>['levels']

/** The round's anchors, for those who lead the audit. Every look is on record. */
export async function readAnchors(
  context: Context,
  roundKey: string,
): Promise<Result<Immutable<RoundAnchors>>> {
  const granted = authorise(context, 'anchor.read')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const round = await findRound(tx.reader, roundKey)
    if (round === undefined) return refused('not-found')
    const { programme } = await getProgrammeVersion(tx.reader, round.programmeVersionId)
    const reader = await tx.recordAccess({
      act: 'list-anchors',
      subjectKind: 'round',
      subjectId: round.id,
      detail: { round: roundKey },
    })
    const named = await findAnchorFiles(reader, programme, programme.anchors ?? [])
    if (!named.ok) return named
    const inRound = await listAnchorsInRound(reader, round.id)
    const reviews = await listReviewsOfAnchors(
      reader,
      named.value.map(({ file }) => file.caseStageId),
    )
    return done({
      anchors: named.value.map((anchor) => describe(programme, anchor, inRound, reviews)),
      levels: await readLevels(reader, round, programme, inRound),
    })
  })
}

function describe(
  programme: Programme,
  { anchor, file, seen }: NamedAnchor,
  inRound: readonly ListedAnchor[],
  reviews: readonly ReviewOfAnchor[],
): Immutable<RoundAnchors>['anchors'][number] {
  const named = programme.levels.filter(({ level }) => listAnchorsOfLevel(programme, level).includes(anchor))
  return {
    caseId: file.caseId,
    stage: getStage(programme, file.stage).title,
    unit: seen.content.unit,
    shownAs: anchor.shownAs ?? null,
    frozenAt: file.frozen === null ? null : new Date(file.frozen.frozenAt).toISOString(),
    changed: changesOf(file),
    levels: named.map(({ level }) => ({
      level,
      outcome:
        inRound.find((one) => one.level === level && one.caseStageId === file.caseStageId)?.outcome ??
        'waiting',
    })),
    reviews: reviews
      .filter(({ caseStageId }) => caseStageId === file.caseStageId)
      .map(({ roundKey, titleDa, titleEn, level, asAnchor, state, reviewers, submittedAt }) => ({
        round: { key: roundKey, title: { da: titleDa, en: titleEn } },
        level,
        asAnchor,
        state,
        reviewers,
        submittedAt: submittedAt?.toISOString() ?? null,
      })),
  }
}

/** What an import has changed since the anchor was frozen. */
function changesOf({ current, frozen, participants }: AnchorFile) {
  if (frozen === null) return []
  const [then, now] = [frozen.content, current.content]
  const facts = (['unit', 'caseworker', 'started', 'completed'] as const).filter(
    (fact) => then[fact] !== now[fact],
  )
  return [
    ...facts,
    ...(isSame(then.attributes, now.attributes) ? [] : (['attributes'] as const)),
    ...(isSame(people(frozen.participants), people(participants)) ? [] : (['participants'] as const)),
  ]
}

function people(participants: AnchorFile['participants']): Readonly<Record<string, string>> {
  return Object.fromEntries(participants.map(({ part, caseworker }) => [`${part} ${caseworker}`, '']))
}

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => a[key] === b[key])
}

async function readLevels(
  reader: PersonalReader,
  round: Round,
  programme: Programme,
  inRound: readonly ListedAnchor[],
): Promise<Levels> {
  const draws = await listDraws(reader, round.id)
  const progress = await listProgress(reader, round.id)
  const reviews = await listAnchorReviews(reader, round.id)
  const compared = await compareAnchors(reader, programme, reviews)
  return programme.levels
    .filter(({ level }) => listAnchorsOfLevel(programme, level).length > 0)
    .map(({ level, title }) => {
      const here = reviews.filter((review) => review.level === level)
      const drawn = draws.some((draw) => draw.level === level && draw.drawnAt !== null)
      // Those who lead may review at other levels, so nothing shows before the level is through.
      const through =
        round.state === 'closed' ||
        progress.every((row) => row.level !== level || row.submitted === row.drawn)
      return {
        level,
        title,
        drawn,
        given: here.length,
        submitted: here.filter(({ state }) => state === 'submitted').length,
        left: inRound.filter((one) => one.level === level && one.outcome !== 'given').length,
        drift: drawn && through && here.length > 0 ? driftOf(programme, level, compared) : null,
      }
    })
}
