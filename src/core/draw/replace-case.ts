import type { Checked, Problem } from '../language/problem.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import type { DrawFile, DrawnCase } from './draw-file.ts'
import { listFirst } from './list-first.ts'
import { orderStrata, type OrderedFrame } from './order-strata.ts'
import { seedDigest } from './seed.ts'

export interface Replacement {
  readonly caseId: string
  /** Needed only where one case was drawn with several stages. */
  readonly stage?: string
  /** Why the case could not be reviewed. Published with the draw, so it must not describe the child or family. */
  readonly reason: string
}

/**
 * Takes an ineligible case out and the next of its stratum's order in. A case is never replaced for being hard, so
 * the reason is required and stays in the file.
 */
export function replaceCase(
  draw: DrawFile,
  frame: readonly CaseStage[],
  seed: Uint8Array,
  replacement: Replacement,
): Checked<DrawFile> {
  const reason = replacement.reason.trim()
  if (reason === '') return refuse(reasonMissing)
  const target = findTarget(draw, replacement)
  if (!target.ok) return target
  const ordered = orderAgain(draw, frame, seed)
  if (!ordered.ok) return ordered
  const stratum = ordered.value.strata.find((candidate) => candidate.stratum === target.value.stratum)
  const used = usedIn(draw, target.value.stratum)
  if (stratum === undefined || stratum.cases.length === used) return refuse(reserveEmpty(target.value))
  const first = listFirst(stratum, used + 1)
  const last = lastOf(draw, stratum.stratum)
  const cases = draw.cases.flatMap((drawn): readonly DrawnCase[] => {
    if (drawn.stratum !== stratum.stratum) return [drawn]
    // With one more looked at, chances by risk are others for all.
    const chance = first[drawn.order - 1]?.chance
    const now = { ...drawn, ...(chance !== undefined && { chance }) }
    const kept = drawn === target.value ? { ...now, status: 'replaced' as const, reason } : now
    return drawn === last ? [kept, ...first.slice(used)] : [kept]
  })
  return { ok: true, value: { ...draw, cases } }
}

/** The cases that may come in for replaced ones, next first; what was drawn or replaced is left out. */
export function listReserve(
  draw: DrawFile,
  frame: readonly CaseStage[],
  seed: Uint8Array,
  stratum: string,
  limit: number,
): Checked<readonly DrawnCase[]> {
  const ordered = orderAgain(draw, frame, seed)
  if (!ordered.ok) return ordered
  const found = ordered.value.strata.find((candidate) => candidate.stratum === stratum)
  if (found === undefined) return { ok: true, value: [] }
  const used = usedIn(draw, stratum)
  return {
    ok: true,
    value: found.cases
      .slice(used, used + limit)
      .flatMap((_, index) => listFirst(found, used + index + 1).slice(used + index)),
  }
}

function orderAgain(draw: DrawFile, frame: readonly CaseStage[], seed: Uint8Array): Checked<OrderedFrame> {
  if (seedDigest(seed) !== draw.seedDigest) return refuse(otherSeed)
  const ordered = orderStrata(frame, draw, seed, { stated: draw.strata })
  if (ordered.ok && ordered.value.frameDigest !== draw.frameDigest) return refuse(otherFrame)
  return ordered
}

function findTarget(draw: DrawFile, { caseId, stage }: Replacement): Checked<DrawnCase> {
  const listed = draw.cases.filter(
    (drawn) => drawn.caseId === caseId && (stage === undefined || drawn.stage === stage),
  )
  const inForce = listed.filter((drawn) => drawn.status === 'drawn')
  const [first] = inForce
  if (first === undefined) return refuse(listed.length > 0 ? alreadyReplaced(caseId) : notDrawn(caseId))
  return inForce.length === 1 ? { ok: true, value: first } : refuse(stageNeeded(caseId, inForce))
}

/** Orders run without gaps, so the number of listed cases is the last order used. */
function usedIn(draw: DrawFile, stratum: string): number {
  return draw.cases.filter((drawn) => drawn.stratum === stratum).length
}

function lastOf(draw: DrawFile, stratum: string): DrawnCase | undefined {
  return draw.cases.findLast((drawn) => drawn.stratum === stratum)
}

function refuse(problem: Problem): Checked<never> {
  return { ok: false, problems: [problem] }
}

const reasonMissing: Problem = {
  code: 'reason-missing',
  text: {
    da: 'Skriv, hvorfor sagen udskiftes. Begrundelsen står i trækningen og i rapporten.',
    en: 'Write why the case is replaced. The reason stands in the draw and in the report.',
  },
}

const otherSeed: Problem = {
  code: 'other-seed',
  text: {
    da: 'Lodtrækningsfrøet er ikke det, der blev trukket med.',
    en: 'The seed is not the one the draw was made with.',
  },
}

const otherFrame: Problem = {
  code: 'other-frame',
  text: {
    da: 'De afsluttede sagstrin er ikke dem, der blev trukket fra. Brug den fil, som blev frosset ved trækningen.',
    en: 'The finished case stages are not those the draw was made from. Use the file that was frozen at the draw.',
  },
}

function reserveEmpty({ caseId, stratum }: DrawnCase): Problem {
  return {
    code: 'reserve-empty',
    text: {
      da: `Sag ${caseId} kan ikke udskiftes: alle sager i ${stratum} er trukket. Notér afvigelsen i runden i stedet.`,
      en: `Case ${caseId} cannot be replaced: every case in ${stratum} was drawn. Note the irregularity in the round instead.`,
    },
  }
}

function notDrawn(caseId: string): Problem {
  return {
    code: 'case-not-drawn',
    text: { da: `Sag ${caseId} er ikke trukket.`, en: `Case ${caseId} was not drawn.` },
  }
}

function alreadyReplaced(caseId: string): Problem {
  return {
    code: 'already-replaced',
    text: { da: `Sag ${caseId} er allerede udskiftet.`, en: `Case ${caseId} was already replaced.` },
  }
}

function stageNeeded(caseId: string, drawn: readonly DrawnCase[]): Problem {
  const stages = drawn.map(({ stage }) => stage).join(', ')
  return {
    code: 'stage-needed',
    text: {
      da: `Sag ${caseId} er trukket med flere sagstrin (${stages}). Angiv hvilket.`,
      en: `Case ${caseId} was drawn with several stages (${stages}). Say which.`,
    },
  }
}
