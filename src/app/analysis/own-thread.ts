import { analyseLevel } from '../../core/analysis/analyse-level.ts'
import { analyse } from '../../core/analysis/analyse.ts'
import { compareSides } from '../../core/analysis/compare-sides.ts'
import type { Calculator } from './calculator.ts'

/** Computes where it is asked: for a program that serves nobody meanwhile. */
export const ownThread: Calculator = {
  analyse: async (input) => analyse(input),
  analyseLevel: async (input, scope) => analyseLevel(input, scope),
  compareSides: async (a, b) => compareSides(a, b),
}
