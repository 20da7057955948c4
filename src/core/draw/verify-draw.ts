import type { Problem } from '../language/problem.ts'
import type { Programme } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import { phaseOf } from './case-key.ts'
import { compareCases } from './compare-cases.ts'
import { decidingAttributes } from './deciding-attributes.ts'
import { compareStrata } from './compare-strata.ts'
import type { DrawFile } from './draw-file.ts'
import { linkTo } from './draw-rule.ts'
import { difference, sameValue } from './draw-difference.ts'
import { levelSelection, passedOn } from './level-selection.ts'
import { orderStrata } from './order-strata.ts'
import { checkDrawFile } from './read-draw-file.ts'
import { seedDigest } from './seed.ts'

export interface VerifyOptions {
  /** The draw of the level below, to check that this one was drawn from its cases. */
  readonly from?: DrawFile
  /** The programme, to check that the draw followed its rule. */
  readonly programme?: Programme
}

/**
 * Computes a draw again and lists everything in the file that differs, with JSON paths. An empty list means: this
 * frame and this seed give exactly this draw, and every replacement took the next case and has a reason.
 */
export function verifyDraw(
  file: unknown,
  frame: readonly CaseStage[],
  seed: Uint8Array,
  options: VerifyOptions = {},
): readonly Problem[] {
  const checked = checkDrawFile(file)
  if (!checked.ok) return checked.problems
  const draw = checked.value
  const differences: Problem[] = [
    ...checkPhase(draw),
    ...checkFrom(draw, options),
    ...checkRule(draw, options),
  ]
  const isSeed = seedDigest(seed) === draw.seedDigest
  if (!isSeed) differences.push(otherSeed(seedDigest(seed)))
  const ordered = orderStrata(frame, draw, seed, { stated: draw.strata })
  if (!ordered.ok) return [...differences, ...ordered.problems]
  const { frameDigest, strata } = ordered.value
  if (frameDigest !== draw.frameDigest) differences.push(otherFrame(draw, frameDigest))
  // With another seed every key differs; saying so for each case would bury the cause.
  if (!isSeed) return differences
  return [...differences, ...compareStrata(draw, strata), ...compareCases(draw, strata)]
}

function checkPhase(draw: DrawFile): Problem[] {
  const expected = phaseOf(draw.round, draw.level)
  if (draw.phase === expected) return []
  return [
    difference('phase', {
      da: `Fasen er "${draw.phase}", men runde og niveau giver "${expected}".`,
      en: `The phase is "${draw.phase}", but round and level give "${expected}".`,
    }),
  ]
}

function checkFrom(draw: DrawFile, { from }: VerifyOptions): Problem[] {
  if (from === undefined) return []
  const share = passedOn(from.selection)
  const otherShare = share !== undefined && !sameValue(share, draw.selection)
  if (sameFrom(draw, from)) return otherShare ? [otherRule('selection')] : []
  return [
    difference('from', {
      da: `Niveauet under (niveau ${from.level}, runde ${from.round}) er ikke det, trækningen bygger på: niveau, rammens kontrolsum eller de trukne sager er anderledes.`,
      en: `The level below (level ${from.level}, round ${from.round}) is not the one the draw builds on: its level, frame digest or drawn cases differ.`,
    }),
  ]
}

function sameFrom(draw: DrawFile, from: DrawFile): boolean {
  return draw.from !== null && draw.round === from.round && sameValue(draw.from, linkTo(from))
}

function checkRule(draw: DrawFile, { programme }: VerifyOptions): Problem[] {
  if (programme === undefined) return []
  const differences: Problem[] = []
  if (programme.key !== draw.programme || programme.version !== draw.programmeVersion)
    differences.push(
      difference('programme', {
        da: `Trækningen er lavet efter ${draw.programme}, version ${draw.programmeVersion}; programfilen er ${programme.key}, version ${programme.version}.`,
        en: `The draw was made by ${draw.programme}, version ${draw.programmeVersion}; the programme file is ${programme.key}, version ${programme.version}.`,
      }),
    )
  const level = programme.levels.find((candidate) => candidate.level === draw.level)
  const below = draw.from === null ? undefined : draw.from.level
  if (level === undefined || level.from !== below)
    differences.push(
      difference('level', {
        da: `Programmet trækker ikke niveau ${draw.level} sådan (niveauet findes ikke, eller det trækkes fra et andet).`,
        en: `The programme does not draw level ${draw.level} like this (there is no such level, or it is drawn from another).`,
      }),
    )
  if (level === undefined) return differences
  if (!sameValue(levelSelection(programme, level), draw.selection)) differences.push(otherRule('selection'))
  if (!sameValue(level.eligibility, draw.eligibility)) differences.push(otherRule('eligibility'))
  return differences
}

function otherRule(part: 'selection' | 'eligibility'): Problem {
  return difference(part, {
    da: 'Reglen i trækningen er en anden end programmets.',
    en: 'The rule in the draw is not the programme’s.',
  })
}

function otherSeed(digest: string): Problem {
  return difference('seedDigest', {
    da: `Lodtrækningsfrøet er et andet: dets kontrolsum er ${digest}.`,
    en: `The seed is another one: its digest is ${digest}.`,
  })
}

function otherFrame({ algorithm, selection, eligibility }: DrawFile, digest: string): Problem {
  const names = decidingAttributes(selection, eligibility).join(', ')
  const more =
    algorithm === 'hmac-sha256-52-stage-attributes'
      ? {
          da: `, eller noget, der afgør udtrækket, er ændret (${names}, eller hvor mange der faldt fra)`,
          en: `, or something that decides the draw was changed (${names}, or how many fell out)`,
        }
      : { da: '', en: '' }
  return difference('frameDigest', {
    da: `De sager, der kan trækkes, er ikke de samme: kontrolsummen er ${digest}. Siden trækningen er sager kommet til, fjernet eller flyttet mellem strata${more.da}.`,
    en: `The eligible cases are not the same: their digest is ${digest}. Since the draw cases were added, removed or moved between strata${more.en}.`,
  })
}
