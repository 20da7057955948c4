import type { Problem } from '../language/problem.ts'
import { difference } from './draw-difference.ts'
import type { DrawFile, DrawnCase } from './draw-file.ts'
import { listFirst } from './list-first.ts'
import type { OrderedStratum } from './order-strata.ts'
import { stratumWords } from './stratum-in-words.ts'

/**
 * Compares the listed cases with the order that frame and seed give. In each stratum the file must hold the first
 * m cases, m = quota + number replaced, each once: so nobody was skipped and every replacement took the next.
 */
export function compareCases(draw: DrawFile, strata: readonly OrderedStratum[]): readonly Problem[] {
  const differences: Problem[] = []
  const listed = Map.groupBy(
    draw.cases.map((drawn, index) => ({ drawn, path: `cases[${index}]` })),
    ({ drawn }) => drawn.stratum,
  )
  const sequence: string[] = []
  for (const ordered of strata) {
    const { stratum, wanted, cases } = ordered
    const found = listed.get(stratum) ?? []
    listed.delete(stratum)
    const replaced = found.filter(({ drawn }) => drawn.status === 'replaced').length
    const lookedAt = Math.min(wanted, cases.length) + replaced
    const expected = new Map(listFirst(ordered, lookedAt).map((right) => [refOf(right), right]))
    sequence.push(...expected.keys())
    if (lookedAt > cases.length) differences.push(tooManyReplaced(stratum))
    for (const { drawn, path } of found) {
      const right = expected.get(refOf(drawn))
      expected.delete(refOf(drawn))
      differences.push(
        ...(right === undefined ? [notDrawn(drawn, path)] : compareCase(drawn, right, path)),
        ...checkReason(drawn, path),
      )
    }
    for (const right of expected.values()) differences.push(missing(right))
  }
  for (const rest of listed.values())
    for (const { drawn, path } of rest) differences.push(notDrawn(drawn, path))
  return differences.length > 0 ? differences : checkSequence(draw, sequence)
}

function compareCase(drawn: DrawnCase, right: DrawnCase, path: string): Problem[] {
  const differences: Problem[] = []
  if (drawn.key !== right.key)
    differences.push(
      difference(`${path}.key`, {
        da: `Sag ${drawn.caseId}: filen siger nøglen ${drawn.key}, beregningen giver ${right.key}.`,
        en: `Case ${drawn.caseId}: the file says key ${drawn.key}, computing it gives ${right.key}.`,
      }),
    )
  if (drawn.order !== right.order)
    differences.push(
      difference(`${path}.order`, {
        da: `Sag ${drawn.caseId}: filen siger nummer ${drawn.order} i rækkefølgen, beregningen giver ${right.order}.`,
        en: `Case ${drawn.caseId}: the file says number ${drawn.order} in the order, computing it gives ${right.order}.`,
      }),
    )
  if (drawn.chance !== right.chance)
    differences.push(
      difference(`${path}.chance`, {
        da: `Sag ${drawn.caseId}: filen siger sandsynligheden ${drawn.chance ?? '-'}, beregningen giver ${right.chance ?? '-'}.`,
        en: `Case ${drawn.caseId}: the file says chance ${drawn.chance ?? '-'}, computing it gives ${right.chance ?? '-'}.`,
      }),
    )
  return differences
}

function checkReason(drawn: DrawnCase, path: string): Problem[] {
  const hasReason = drawn.reason !== null && drawn.reason.trim() !== ''
  if (drawn.status === 'replaced' && !hasReason)
    return [
      difference(`${path}.reason`, {
        da: `Sag ${drawn.caseId} er udskiftet uden begrundelse.`,
        en: `Case ${drawn.caseId} was replaced without a reason.`,
      }),
    ]
  if (drawn.status === 'drawn' && drawn.reason !== null)
    return [
      difference(`${path}.reason`, {
        da: `Sag ${drawn.caseId} har en begrundelse for udskiftning, men er ikke udskiftet.`,
        en: `Case ${drawn.caseId} has a reason for replacement but is not replaced.`,
      }),
    ]
  return []
}

/** The list runs by stratum and then by order; another sequence changes nothing drawn but was not written by a draw. */
function checkSequence(draw: DrawFile, sequence: readonly string[]): Problem[] {
  const index = draw.cases.findIndex((drawn, position) => refOf(drawn) !== sequence[position])
  if (index === -1) return []
  return [
    difference(`cases[${index}]`, {
      da: 'Sagerne er de rigtige, men står i en anden rækkefølge, end trækningen skriver dem i.',
      en: 'The cases are the right ones but are listed in another order than the draw writes them in.',
    }),
  ]
}

function notDrawn(drawn: DrawnCase, path: string): Problem {
  const stratum = stratumWords(drawn.stratum)
  return difference(path, {
    da: `Sag ${drawn.caseId} (${drawn.stage}) skulle ikke være trukket i ${stratum.da}, eller den står der to gange.`,
    en: `Case ${drawn.caseId} (${drawn.stage}) should not have been drawn in ${stratum.en}, or stands there twice.`,
  })
}

function missing(right: DrawnCase): Problem {
  const stratum = stratumWords(right.stratum)
  return difference('cases', {
    da: `Sag ${right.caseId} (${right.stage}) mangler: den er nummer ${right.order} i ${stratum.da}.`,
    en: `Case ${right.caseId} (${right.stage}) is missing: it is number ${right.order} in ${stratum.en}.`,
  })
}

function tooManyReplaced(label: string): Problem {
  const stratum = stratumWords(label)
  return difference('cases', {
    da: `${stratum.da}: flere sager er udskiftet, end der er sager at sætte ind.`,
    en: `${stratum.en}: more cases were replaced than there are cases to take in.`,
  })
}

function refOf({ caseId, stage }: { readonly caseId: string; readonly stage: string }): string {
  return `${caseId}\t${stage}`
}
