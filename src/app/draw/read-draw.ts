import type { Draw } from '../../contract/draw/draws.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { drawFileText } from '../../core/draw/draw-file-text.ts'
import { phaseOf } from '../../core/draw/case-key.ts'
import { drawAlgorithm } from '../../core/draw/draw-file.ts'
import { strataWithinReach } from '../../core/draw/strata-within-reach.ts'
import { describeSelection } from '../../core/programme/describe-selection.ts'
import type { LocalText } from '../../core/language/language.ts'
import type { CaseStage } from '../../core/registry/case-stage.ts'
import { listUnits } from '../../storage/analysis/unit.ts'
import { findSeed, listStrata, type DrawHead } from '../../storage/draw/draw.ts'
import { listCasesWithReviews } from '../../storage/draw/drawn-case.ts'
import { listFrozenFrame } from '../../storage/draw/frame.ts'
import { listDrawnByUnit } from '../../storage/draw/replacement.ts'
import type { Reader, Transaction } from '../../storage/transaction.ts'
import { reachIn, authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { isDrawClosed } from './anchor-secrecy.ts'
import { findRoundLevel, openFrame, orderFrame, readDrawFile, type RoundLevel } from './level.ts'
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
  if (!ordered.ok) return ordered
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
  const strata = strataWithinReach(
    await listStrata(tx.reader, draw.id),
    await listReachedUnits(context, tx.reader),
  )
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
    cases,
    onlyOwnUnits: mayRead && !municipality,
  })
}

function head({ round, programme, level }: RoundLevel) {
  const selection: LocalText = {
    da: describeSelection(level.selection, 'da', programme.stages),
    en: describeSelection(level.selection, 'en', programme.stages),
  }
  return {
    level: level.level,
    title: level.title,
    selection,
    phase: phaseOf(round.key, level.level),
    algorithm: drawAlgorithm,
  }
}

export interface TextFile {
  readonly name: string
  readonly type: string
  readonly bytes: string
}

/** DRAW.json, for whoever may see all its cases. */
export async function downloadDraw(
  context: Context,
  roundKey: string,
  number: number,
): Promise<Result<TextFile>> {
  const granted = authorise(context, 'draw.read')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const found = await findRoundLevel(tx.reader, roundKey, number)
    if (!found.ok) return found
    if (await isDrawClosed(context, tx.reader, found.value)) return refused('draw-closed')
    const { draw } = found.value
    if (draw === undefined || draw.drawnAt === null) return refused('not-drawn')
    const reader = await tx.recordAccess({ act: 'download-draw', subjectKind: 'draw', subjectId: draw.id })
    const file = await readDrawFile(reader, found.value, draw)
    return done({
      name: `draw-${roundKey}-${number}.json`,
      type: 'application/json',
      bytes: drawFileText(file),
    })
  })
}

/** The frozen frame as a CSV file that `tilsyn draw verify` reads. */
export async function downloadFrame(
  context: Context,
  roundKey: string,
  number: number,
): Promise<Result<TextFile>> {
  const granted = authorise(context, 'draw.read')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const found = await findRoundLevel(tx.reader, roundKey, number)
    if (!found.ok) return found
    if (await isDrawClosed(context, tx.reader, found.value)) return refused('draw-closed')
    const { draw } = found.value
    if (draw === undefined) return refused('not-frozen')
    const reader = await tx.recordAccess({ act: 'download-frame', subjectKind: 'draw', subjectId: draw.id })
    const rows = await listFrozenFrame(reader, draw.id, false)
    return done({
      name: `frame-${roundKey}-${number}.csv`,
      type: 'text/csv',
      bytes: frameText(rows.map(({ caseStage }) => caseStage)),
    })
  })
}

export async function downloadSeed(
  context: Context,
  roundKey: string,
  number: number,
): Promise<Result<TextFile>> {
  const granted = authorise(context, 'round.read')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const found = await findRoundLevel(tx.reader, roundKey, number)
    if (!found.ok) return found
    const { draw } = found.value
    const seed =
      draw === undefined || draw.seedPublishedAt === null ? undefined : await findSeed(tx.reader, draw.id)
    if (seed === undefined) return refused('seed-not-published')
    return done({
      name: `seed-${roundKey}-${number}.txt`,
      type: 'text/plain',
      bytes: `${seed.toString('utf8')}\n`,
    })
  })
}

function frameText(rows: readonly CaseStage[]): string {
  const names = [...new Set(rows.flatMap(({ attributes }) => Object.keys(attributes)))].toSorted()
  const lines = [['case_id', 'stage', 'unit', 'caseworker', 'started', 'completed', ...names]]
  for (const { caseId, stage, unit, caseworker, started, completed, attributes } of rows)
    lines.push([
      caseId,
      stage,
      unit,
      caseworker,
      started,
      completed,
      ...names.map((name) => attributes[name] ?? ''),
    ])
  return lines.map((cells) => `${cells.map(quoted).join(',')}\n`).join('')
}

function quoted(cell: string): string {
  return /[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
