import type { Draw } from '../../contract/draw/draws.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { chanceWords } from '../../core/draw/chance-in-words.ts'
import { phaseOf } from '../../core/draw/case-key.ts'
import { drawAlgorithmOf } from '../../core/draw/draw-file.ts'
import type { Exclusion } from '../../core/draw/exclusion.ts'
import { exclusionWords, sumExclusions } from '../../core/draw/exclusion-in-words.ts'
import { levelSelection } from '../../core/draw/level-selection.ts'
import { strataWithinReach } from '../../core/draw/strata-within-reach.ts'
import { describeSelection } from '../../core/programme/describe-selection.ts'
import { listUnits } from '../../storage/analysis/unit.ts'
import { findSeed, listStrata, type DrawHead } from '../../storage/draw/draw.ts'
import { listCasesWithReviews } from '../../storage/draw/drawn-case.ts'
import { listDrawnByUnit } from '../../storage/draw/replacement.ts'
import type { Reader, Transaction } from '../../storage/transaction.ts'
import { reachIn, authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { isDrawClosed } from './anchor-secrecy.ts'
import { findRoundLevel, openFrame, orderFrame, type RoundLevel } from './level.ts'
import { drawState } from './read-rounds.ts'

/** A level's draw, or what could be drawn from now when nothing is frozen yet. */
export async function getDraw(
  context: Context,
  roundKey: string,
  number: number,
): Promise<Result<Immutable<Draw>>> {
  const granted = authorise(context, 'round.read')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const found = await findRoundLevel(tx.reader, roundKey, number)
    if (!found.ok) return found
    const { draw } = found.value
    const closed = await isDrawClosed(context, tx.reader, found.value)
    const opened =
      draw === undefined
        ? await openDraw(context, tx, found.value)
        : await frozenDraw(context, tx, found.value, draw, closed)
    if (!opened.ok) return opened
    return done({ ...opened.value, ...(closed ? { strata: [], units: [] } : {}), closed })
  })
}

type Inside = Omit<Immutable<Draw>, 'closed'>

async function openDraw(context: Context, tx: Transaction, of: RoundLevel): Promise<Result<Inside>> {
  // The strata only count cases, but counting reads them.
  const detail = { round: of.round.key, level: of.level.level }
  const reader = await tx.recordAccess({ act: 'count-frame', subjectKind: 'frame', detail })
  const frame = await openFrame(reader, of)
  if (!frame.ok) return frame
  // The order is of no interest here, so any seed will do; only sizes are shown.
  const ordered = orderFrame(frame.value, Buffer.from('sizes'))
  // The problems name cases.
  if (!ordered.ok) return authorise(context, 'round.draw').ok ? ordered : refused(ordered.refusal)
  const units = new Map<string, number>()
  for (const { cases } of ordered.value.strata)
    for (const { caseStage } of cases) units.set(caseStage.unit, (units.get(caseStage.unit) ?? 0) + 1)
  return done({
    ...head(of),
    state: 'to-freeze',
    frameDigest: null,
    seedDigest: null,
    seed: null,
    frozenAt: null,
    drawnAt: null,
    seedPublishedAt: null,
    strata: strataWithinReach(
      ordered.value.strata.map(({ stratum, wanted, cases }) => ({
        stratum,
        eligible: cases.length,
        wanted,
        drawn: null,
      })),
      await listReachedUnits(context, reader),
    ),
    units: [...units]
      .map(([unit, eligible]) => ({ unit, eligible, drawn: 0 }))
      .toSorted((a, b) => a.unit.localeCompare(b.unit, 'da')),
    fellOut: fellOut(of, ordered.value.strata),
    cases: null,
    onlyOwnUnits: false,
  })
}

/** Names of the units whose cases this person may see; null: all. */
async function listReachedUnits(context: Context, reader: Reader): Promise<readonly string[] | null> {
  const { municipality, units } = reachIn(context, 'draw.read')
  if (municipality) return null
  return (await listUnits(reader)).filter(({ id }) => units.includes(id)).map(({ name }) => name)
}

async function frozenDraw(
  context: Context,
  tx: Transaction,
  of: RoundLevel,
  draw: DrawHead,
  closed: boolean,
): Promise<Result<Inside>> {
  const stored = await listStrata(tx.reader, draw.id)
  const strata = strataWithinReach(stored, await listReachedUnits(context, tx.reader))
  const units = await listDrawnByUnit(tx.reader, draw.id)
  const published = draw.seedPublishedAt !== null
  const { municipality, units: ownUnits } = reachIn(context, 'draw.read')
  const mayRead = !closed && (municipality || ownUnits.length > 0)
  const cases =
    draw.drawnAt !== null && mayRead
      ? await listCasesWithReviews(
          await tx.recordAccess({ act: 'list-drawn-cases', subjectKind: 'draw', subjectId: draw.id }),
          draw.id,
          municipality ? null : ownUnits,
        )
      : null
  return done({
    ...head(of),
    state: drawState(draw),
    frameDigest: draw.frameDigest,
    seedDigest: draw.seedDigest,
    seed: published ? ((await findSeed(tx.reader, draw.id))?.toString('utf8') ?? null) : null,
    frozenAt: draw.committedAt.toISOString(),
    drawnAt: draw.drawnAt?.toISOString() ?? null,
    seedPublishedAt: draw.seedPublishedAt?.toISOString() ?? null,
    strata,
    units,
    fellOut: fellOut(of, stored),
    cases,
    onlyOwnUnits: mayRead && !municipality,
  })
}

/** Sums over all strata, so nothing about a single caseworker's. */
function fellOut(
  { programme, level }: RoundLevel,
  strata: readonly { readonly excluded?: readonly Exclusion[] }[],
): Draw['fellOut'] {
  return sumExclusions(strata).map(({ why, count }) => ({
    why: exclusionWords(why, levelSelection(programme, level), level.eligibility),
    count,
  }))
}

function head({ round, programme, level, draw }: RoundLevel) {
  const selection = levelSelection(programme, level)
  return {
    level: level.level,
    title: level.title,
    kind: selection.kind,
    selection: {
      da: describeSelection(selection, 'da', programme.stages),
      en: describeSelection(selection, 'en', programme.stages),
    },
    chance: chanceWords(selection),
    phase: phaseOf(round.key, level.level),
    algorithm: draw?.algorithm ?? drawAlgorithmOf(selection),
  }
}
