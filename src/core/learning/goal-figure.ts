import type { Proportion } from '../analysis/analysis.ts'

/** A share that is aimed at: of one question, of one stage's composite, or of all stages'. */
export interface Aim {
  readonly programme: string
  /** Null: all stages. */
  readonly stage: string | null
  /** Null: the composite. */
  readonly question: string | null
}

/** A share as a round's results give it. */
export interface AimedFigure extends Proportion {
  /** Applicable answers of a question; cases behind a composite. */
  readonly sample: number
}

/** What can be told apart, and so is compared once. */
export function aimKey({ programme, stage, question }: Aim): string {
  return [programme, stage ?? '', question ?? ''].join('\t')
}
