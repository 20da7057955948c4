import type { Problem } from '../language/problem.ts'
import { difference } from './draw-difference.ts'
import type { DrawFile } from './draw-file.ts'
import type { OrderedStratum } from './order-strata.ts'

const counts = ['eligible', 'wanted', 'drawn'] as const

const countNames = {
  eligible: { da: 'sager at trække fra', en: 'eligible cases' },
  wanted: { da: 'ønskede sager', en: 'cases wanted' },
  drawn: { da: 'trukne sager', en: 'cases drawn' },
}

/** Compares the table of strata with the one that frame and rule give. */
export function compareStrata(draw: DrawFile, strata: readonly OrderedStratum[]): readonly Problem[] {
  const differences: Problem[] = []
  const expected = new Map(
    strata.map(({ stratum, wanted, cases }) => [
      stratum,
      { eligible: cases.length, wanted, drawn: Math.min(wanted, cases.length) },
    ]),
  )
  draw.strata.forEach((listed, index) => {
    const right = expected.get(listed.stratum)
    if (right === undefined) return differences.push(invented(listed.stratum, index))
    expected.delete(listed.stratum)
    for (const count of counts) {
      if (listed[count] === right[count]) continue
      const name = countNames[count]
      differences.push(
        difference(`strata[${index}].${count}`, {
          da: `${listed.stratum}: filen siger ${listed[count]} ${name.da}, beregningen giver ${right[count]}.`,
          en: `${listed.stratum}: the file says ${listed[count]} ${name.en}, computing it gives ${right[count]}.`,
        }),
      )
    }
    return undefined
  })
  return [...differences, ...[...expected.keys()].map(missing)]
}

function invented(stratum: string, index: number): Problem {
  return difference(`strata[${index}]`, {
    da: `${stratum} står to gange eller findes ikke blandt de sager, der kan trækkes.`,
    en: `${stratum} stands twice or is not among the eligible cases.`,
  })
}

function missing(stratum: string): Problem {
  return difference('strata', {
    da: `${stratum} mangler i filen.`,
    en: `${stratum} is missing from the file.`,
  })
}
