import { strToU8, zipSync, type Zippable } from 'fflate'
import { drawFileText } from '../../core/draw/draw-file-text.ts'
import { handOverFiles } from '../../core/draw/hand-over.ts'
import type { Language } from '../../core/language/language.ts'
import type { CaseStage } from '../../core/registry/case-stage.ts'
import { findStaffMember } from '../../storage/access/staff-member.ts'
import { findSeed } from '../../storage/draw/draw.ts'
import { listFrozenFrame } from '../../storage/draw/frame.ts'
import { listShownCases } from '../../storage/shown-cases.ts'
import type { Transaction } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { isDrawClosed } from './anchor-secrecy.ts'
import { findRoundLevel, readDrawFile, type RoundLevel } from './level.ts'

export interface TextFile {
  readonly name: string
  readonly type: string
  readonly bytes: string
}

export interface Archive {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** DRAW.json, for whoever may see all its cases. */
export function downloadDraw(context: Context, round: string, level: number): Promise<Result<TextFile>> {
  return download(context, { round, level, permission: 'draw.read' }, async (tx, found) => {
    const { draw } = found
    if (await isDrawClosed(context, tx.reader, found)) return refused('draw-closed')
    if (draw === undefined || draw.drawnAt === null) return refused('not-drawn')
    const reader = await tx.recordAccess({ act: 'download-draw', subjectKind: 'draw', subjectId: draw.id })
    const file = await readDrawFile(reader, found, draw)
    tx.shows(listShownCases(file))
    return done({
      name: `draw-${round}-${level}.json`,
      type: 'application/json',
      bytes: drawFileText(file),
    })
  })
}

/** The frozen frame as a CSV file that `tilsyn draw verify` reads. */
export function downloadFrame(context: Context, round: string, level: number): Promise<Result<TextFile>> {
  return download(context, { round, level, permission: 'draw.read' }, async (tx, found) => {
    const { draw } = found
    if (await isDrawClosed(context, tx.reader, found)) return refused('draw-closed')
    if (draw === undefined) return refused('not-frozen')
    const reader = await tx.recordAccess({ act: 'download-frame', subjectKind: 'draw', subjectId: draw.id })
    const rows = await listFrozenFrame(reader, draw.id, false)
    tx.shows(rows.map(({ caseStage }) => caseStage.caseId))
    return done({
      name: `frame-${round}-${level}.csv`,
      type: 'text/csv; charset=utf-8',
      bytes: frameText(rows.map(({ caseStage }) => caseStage)),
    })
  })
}

export function downloadSeed(context: Context, round: string, level: number): Promise<Result<TextFile>> {
  return download(context, { round, level, permission: 'round.read' }, async (tx, { draw }) => {
    const seed =
      draw === undefined || draw.seedPublishedAt === null ? undefined : await findSeed(tx.reader, draw.id)
    if (seed === undefined) return refused('seed-not-published')
    return done({
      name: `seed-${round}-${level}.txt`,
      type: 'text/plain; charset=utf-8',
      bytes: `${seed.toString('utf8')}\n`,
    })
  })
}

/** The drawn cases for somebody outside who is to look at them. The list is the same each time, until a case is replaced. */
export function downloadHandOver(
  context: Context,
  round: string,
  level: number,
  language: Language,
): Promise<Result<Archive>> {
  return download(context, { round, level, permission: 'draw.read' }, async (tx, found) => {
    const { draw, programme } = found
    if (await isDrawClosed(context, tx.reader, found)) return refused('draw-closed')
    if (draw === undefined || draw.drawnAt === null) return refused('not-drawn')
    const member = await findStaffMember(tx.reader, context.actor.personId)
    const reader = await tx.recordAccess({
      act: 'hand-over-cases',
      subjectKind: 'draw',
      subjectId: draw.id,
    })
    const file = await readDrawFile(reader, found, draw)
    const rows = await listFrozenFrame(reader, draw.id, true)
    const files = handOverFiles(
      {
        municipality: member?.municipality.name ?? '',
        programme: programme.title,
        round: { da: found.round.titleDa, en: found.round.titleEn },
        stages: programme.stages,
        draw: file,
        cases: rows.map(({ caseStage }) => caseStage),
        drawnAt: draw.drawnAt,
      },
      language,
    )
    tx.shows(rows.map(({ caseStage }) => caseStage.caseId))
    const archive: Zippable = {}
    for (const { name, text } of files) archive[name] = [strToU8(text), { mtime: context.now }]
    return done({
      name: `${{ da: 'overdragelse', en: 'hand-over' }[language]}-${round}-${level}.zip`,
      type: 'application/zip',
      bytes: zipSync(archive),
    })
  })
}

interface Wanted {
  readonly round: string
  readonly level: number
  readonly permission: 'draw.read' | 'round.read'
}

/** One file of a level, for whoever has the permission. */
async function download<F>(
  context: Context,
  { round, level, permission }: Wanted,
  make: (tx: Transaction, found: RoundLevel) => Promise<Result<F>>,
): Promise<Result<F>> {
  const granted = authorise(context, permission)
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const found = await findRoundLevel(tx.reader, round, level)
    return found.ok ? make(tx, found.value) : found
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
