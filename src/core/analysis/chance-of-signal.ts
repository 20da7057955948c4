import { dhyper } from '../statistics/dhyper.ts'
import type { ProportionTest } from './proportion-test.ts'
import { highestP } from './classes.ts'

/**
 * The probability that one question's test comes to p <= .05 had nothing changed, given how many answers of both rounds
 * together were compliant: then every way of dealing those over the two rounds is known by the hypergeometric
 * distribution, and no common share has to be guessed. It is mostly well below 5 %, because few answers leave few
 * tables and Barnard's test is cautious. Over many questions the sum is the number that chance alone would give.
 */
export function chanceOfSignal(test: ProportionTest, x1: number, n1: number, x2: number, n2: number): number {
  const compliant = x1 + x2
  const [least, most] = [Math.max(0, compliant - n2), Math.min(n1, compliant)]
  const stands = (x: number) => test(x, n1, compliant - x, n2).p <= highestP
  // At a given total p rises up to the tables with equal shares and falls from there, so each end is found by halving.
  const middle = Math.floor((compliant * n1) / (n1 + n2))
  let chance = 0
  for (let x = least, last = lastWhere(least - 1, middle, stands); x <= last; x++)
    chance += dhyper(x, n1, n2, compliant)
  for (
    let x = most, first = most - lastWhere(-1, most - middle - 1, (back) => stands(most - back));
    x >= first;
    x--
  )
    chance += dhyper(x, n1, n2, compliant)
  return Math.min(1, chance)
}

/** The last whole number in low+1..high up to which a condition holds; `low` when it never does. */
function lastWhere(low: number, high: number, holds: (x: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = Math.ceil((from + to) / 2)
    if (holds(middle)) from = middle
    else to = middle - 1
  }
  return from
}
