import { dhyper } from '../statistics/dhyper.ts'
import { lastWhere } from '../statistics/last-where.ts'
import type { ProportionTest } from './proportion-test.ts'

/**
 * The probability that one question's test comes to p <= .05 had nothing changed, given how many answers of both rounds
 * together were compliant: then every way of dealing those over the two rounds is known by the hypergeometric
 * distribution, and no common share has to be guessed. It is mostly well below 5 %, because few answers leave few
 * tables and Barnard's test is cautious. Over many questions the sum is the number that chance alone would give.
 */
export function chanceOfSignal(test: ProportionTest, x1: number, n1: number, x2: number, n2: number): number {
  const compliant = x1 + x2
  const [least, most] = [Math.max(0, compliant - n2), Math.min(n1, compliant)]
  const stands = (x: number) => test.signals(x, n1, compliant - x, n2)
  // At a given total p rises up to the tables with equal shares and falls from there, so each end can be searched. It
  // lies about two standard deviations out, and one test costs more than all the rest.
  const all = n1 + n2
  const equal = (compliant * n1) / all
  const near = 2 * Math.sqrt((equal * (all - compliant) * n2) / all / all)
  const middle = Math.floor(equal)
  const last = lastWhere(least - 1, middle, stands, Math.floor(equal - near))
  const fromTop = lastWhere(
    -1,
    most - middle - 1,
    (back) => stands(most - back),
    Math.floor(most - equal - near),
  )
  let chance = 0
  for (let x = least; x <= last; x++) chance += dhyper(x, n1, n2, compliant)
  for (let x = most - fromTop; x <= most; x++) chance += dhyper(x, n1, n2, compliant)
  return Math.min(1, chance)
}
