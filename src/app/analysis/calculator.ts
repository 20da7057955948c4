import type { LevelFigures, LevelScope } from '../../core/analysis/analyse-level.ts'
import type { Analysis } from '../../core/analysis/analysis.ts'
import type { ComparedSides, Side } from '../../core/analysis/compare-sides.ts'
import type { AnalysisInput } from '../../core/analysis/open-rounds.ts'
import type { Checked } from '../../core/language/problem.ts'

/** Computes beside the server's own thread, so that nobody waits for somebody else's figures. */
export interface Calculator {
  /** `too-busy` when too much is waiting already. */
  analyse(input: AnalysisInput): Promise<Checked<Analysis> | 'too-busy'>
  /** One level's shares and changes alone. */
  analyseLevel(input: AnalysisInput, scope: LevelScope): Promise<Checked<LevelFigures> | 'too-busy'>
  /** Two rounds, levels, units or programmes beside each other. */
  compareSides(a: Side, b: Side): Promise<Checked<ComparedSides> | 'too-busy'>
}
