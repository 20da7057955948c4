import { drawRule, type DrawRule } from '../../core/draw/draw-rule.ts'
import { addChances } from '../../core/draw/add-chances.ts'
import type { DrawFile } from '../../core/draw/draw-file.ts'
import { nothingEligible } from '../../core/draw/frame-cases.ts'
import { orderStrata, type OrderedFrame, type StatedStratum } from '../../core/draw/order-strata.ts'
import { findLevel } from '../../core/programme/lookup.ts'
import type { Level, Programme } from '../../core/programme/programme.ts'
import type { CaseStage } from '../../core/registry/case-stage.ts'
import * as draws from '../../storage/draw/draw.ts'
import { listFinishedStages, listFrozenFrame, type FrameRow } from '../../storage/draw/frame.ts'
import { findRound, holdRound, type Round } from '../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { PersonalReader, Reader } from '../../storage/transaction.ts'
import { done, refused, type Result } from '../frame/result.ts'

export interface RoundLevel {
  readonly round: Round
  readonly programme: Programme
  readonly level: Level
  /** Undefined: nothing is frozen yet. */
  readonly draw: draws.DrawHead | undefined
}

export async function findRoundLevel(
  reader: Reader,
  roundKey: string,
  number: number,
): Promise<Result<RoundLevel, 'not-found'>> {
  return levelOf(reader, await findRound(reader, roundKey), number)
}

/** As `findRoundLevel`, for an act: acts on one round come one after the other. */
export async function holdRoundLevel(
  reader: Reader,
  roundKey: string,
  number: number,
): Promise<Result<RoundLevel, 'not-found'>> {
  return levelOf(reader, await holdRound(reader, roundKey), number)
}

async function levelOf(
  reader: Reader,
  round: Round | undefined,
  number: number,
): Promise<Result<RoundLevel, 'not-found'>> {
  if (round === undefined) return refused('not-found')
  const { programme } = await getProgrammeVersion(reader, round.programmeVersionId)
  const level = findLevel(programme, number)
  if (level === undefined) return refused('not-found')
  return done({ round, programme, level, draw: await draws.findDraw(reader, round.id, number) })
}

export interface OpenFrame {
  readonly rows: readonly FrameRow[]
  readonly rule: DrawRule
  readonly below: draws.DrawHead | undefined
}

/** The frame of a level that is not frozen yet, as it is now. */
export async function openFrame(
  reader: PersonalReader,
  { round, programme, level }: RoundLevel,
): Promise<Result<OpenFrame, 'level-below-not-drawn'>> {
  const below = level.from === undefined ? undefined : await draws.findDraw(reader, round.id, level.from)
  if (level.from !== undefined && (below === undefined || below.drawnAt === null))
    return refused('level-below-not-drawn')
  const from = below && (await readDrawFile(reader, { round, programme }, below))
  const rule = drawRule({
    programme,
    round: round.key,
    level: level.level,
    ...(from === undefined ? {} : { from }),
  })
  // The round's key, the levels and the draw below were checked when they were saved.
  if (!rule.ok) throw new Error(`level ${level.level} of ${round.key} has no rule: ${rule.problems[0]?.code}`)
  const rows =
    below === undefined
      ? await listOwnStages(reader, round, programme)
      : await listFrozenFrame(reader, below.id, true)
  return done({ rows, rule: rule.value, below })
}

/** Only the programme's own stages: a registry may hold the cases of several programmes. */
async function listOwnStages(
  reader: PersonalReader,
  round: Round,
  { stages }: Programme,
): Promise<readonly FrameRow[]> {
  const own = new Set(stages.map(({ key }) => key))
  const rows = await listFinishedStages(reader, round.periodFrom, round.periodTo)
  return rows.filter(({ caseStage }) => own.has(caseStage.stage))
}

/** Orders a frame; `stated` is what fell out of one that is frozen. When its cells cannot be read, core's problems say which, e.g. a risk that is no number. */
export function orderFrame(
  { rows, rule }: Pick<OpenFrame, 'rows' | 'rule'>,
  seed: Uint8Array,
  stated: readonly StatedStratum[] = [],
): Result<OrderedFrame, 'nothing-eligible' | 'frame-not-readable'> {
  const ordered = orderStrata(
    rows.map(({ caseStage }) => caseStage),
    rule,
    seed,
    { stated },
  )
  if (ordered.ok) return done(ordered.value)
  const isEmpty = ordered.problems.every(({ code }) => code === nothingEligible.code)
  return refused(isEmpty ? 'nothing-eligible' : 'frame-not-readable', ordered.problems)
}

/** The rule a draw was frozen with. */
export function frozenRule(
  { round, programme }: Pick<RoundLevel, 'round' | 'programme'>,
  draw: draws.DrawHead,
  below: draws.DrawHead | undefined,
): DrawRule {
  return {
    algorithm: draw.algorithm,
    programme: programme.key,
    programmeVersion: programme.version,
    round: round.key,
    level: draw.level,
    phase: draw.phase,
    selection: draw.selection,
    eligibility: draw.eligibility,
    from:
      below === undefined || draw.fromCases === null
        ? null
        : { level: below.level, frameDigest: below.frameDigest, cases: draw.fromCases },
  }
}

/** DRAW.json of a drawn level. */
export async function readDrawFile(
  reader: PersonalReader,
  of: Pick<RoundLevel, 'round' | 'programme'>,
  draw: draws.DrawHead,
): Promise<DrawFile> {
  const below = await findBelow(reader, of.round, draw)
  const strata = await draws.listStrata(reader, draw.id)
  const cases = await draws.listDrawnCases(reader, draw.id)
  const { selection } = draw
  return {
    ...frozenRule(of, draw, below),
    frameDigest: draw.frameDigest,
    seedDigest: draw.seedDigest,
    strata: strata.map((stratum) => ({ ...stratum, drawn: stratum.drawn ?? 0 })),
    cases:
      selection.kind === 'risk-weighted'
        ? addChances(cases, await listFrozenStages(reader, draw), selection)
        : cases,
  }
}

async function listFrozenStages(reader: PersonalReader, draw: draws.DrawHead): Promise<readonly CaseStage[]> {
  return (await listFrozenFrame(reader, draw.id, false)).map(({ caseStage }) => caseStage)
}

export async function findBelow(
  reader: Reader,
  round: Round,
  draw: draws.DrawHead,
): Promise<draws.DrawHead | undefined> {
  if (draw.fromDrawId === null) return undefined
  return (await draws.listDraws(reader, round.id)).find(({ id }) => id === draw.fromDrawId)
}
