import type { Problem } from '../language/problem.ts'
import { difference, sameValue } from './draw-difference.ts'
import type { DrawFile, DrawnStratum } from './draw-file.ts'
import type { OrderedStratum } from './order-strata.ts'
import { stratumWords } from './stratum-in-words.ts'

const counts = ['eligible', 'wanted', 'drawn'] as const

const countNames = {
  eligible: { da: 'sager at trække fra', en: 'eligible cases' },
  wanted: { da: 'ønskede sager', en: 'cases wanted' },
  drawn: { da: 'trukne sager', en: 'cases drawn' },
}

/**
 * Compares the table of strata with the one that frame and rule give. A frame of the eligible cases alone, as a server
 * freezes it, says nothing of those that fell out; then these counts, and strata where all fell out, stand unchecked.
 */
export function compareStrata(draw: DrawFile, strata: readonly OrderedStratum[]): readonly Problem[] {
  const differences: Problem[] = []
  const full = strata.some(({ excluded = [] }) => excluded.length > 0)
  const expected = new Map(strata.map((stratum) => [stratum.stratum, stratum]))
  draw.strata.forEach((listed, index) => {
    const path = `strata[${index}]`
    const right = expected.get(listed.stratum)
    expected.delete(listed.stratum)
    if (right !== undefined) differences.push(...compareStratum(listed, right, path, full))
    else if (full || !allFellOut(listed)) differences.push(invented(listed.stratum, path))
  })
  return [...differences, ...[...expected.keys()].map(missing)]
}

function compareStratum(
  listed: DrawnStratum,
  { wanted, cases, excluded }: OrderedStratum,
  path: string,
  full: boolean,
): Problem[] {
  const right = { eligible: cases.length, wanted, drawn: Math.min(wanted, cases.length) }
  const stratum = stratumWords(listed.stratum)
  const differences = counts
    .filter((count) => listed[count] !== right[count])
    .map((count) =>
      difference(`${path}.${count}`, {
        da: `${stratum.da}: filen siger ${listed[count]} ${countNames[count].da}, beregningen giver ${right[count]}.`,
        en: `${stratum.en}: the file says ${listed[count]} ${countNames[count].en}, computing it gives ${right[count]}.`,
      }),
    )
  if ((full || excluded === undefined) && !sameValue(listed.excluded, excluded))
    differences.push(
      difference(`${path}.excluded`, {
        da: `${stratum.da}: filen siger noget andet om, hvor mange sager der faldt fra og hvorfor, end beregningen giver.`,
        en: `${stratum.en}: the file says something else of how many cases fell out, and why, than computing it gives.`,
      }),
    )
  return differences
}

function allFellOut({ eligible, drawn, excluded = [] }: DrawnStratum): boolean {
  return eligible === 0 && drawn === 0 && excluded.length > 0
}

function invented(label: string, path: string): Problem {
  const stratum = stratumWords(label)
  return difference(path, {
    da: `${stratum.da} står to gange eller findes ikke blandt de sager, der kan trækkes.`,
    en: `${stratum.en} stands twice or is not among the eligible cases.`,
  })
}

function missing(label: string): Problem {
  const stratum = stratumWords(label)
  return difference('strata', {
    da: `${stratum.da} mangler i filen.`,
    en: `${stratum.en} is missing from the file.`,
  })
}
