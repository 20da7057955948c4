import type { PublishedReport } from './published-report.ts'

/** What earlier editions have shown and hidden, round by round, so that the next one hides the same. */
export interface ReleasedMask {
  /** Withheld in some edition and shown in none. `stage` null: all stages; `question` null: the composite. */
  readonly isHidden: (figure: MaskedFigure) => boolean
  /** Shown in some edition: hiding it hides nothing any more. */
  readonly isTold: (figure: MaskedFigure) => boolean
}

export interface MaskedFigure {
  readonly round: string
  readonly level: number
  readonly stage: string | null
  readonly question: string | null
}

export const nothingReleased: ReleasedMask = { isHidden: () => false, isTold: () => false }

/** The mask that a new edition inherits from those that were released before it, of any rounds. */
export function maskOf(released: readonly PublishedReport[]): ReleasedMask {
  const hidden = new Set<string>()
  const told = new Set<string>()
  for (const { round, baselineRound, figures } of released)
    for (const [id, { withheld, value, numerator }] of Object.entries(figures)) {
      const [kind, ...path] = id.split('/')
      const name = path.at(-1)
      const of = name === 'share' || name === 'yes' ? round : name === 'baseline' ? baselineRound : null
      if (of === null || (kind !== 'question' && kind !== 'composite')) continue
      const key = [of, kind, ...path.slice(0, -2)].join('\t')
      if (withheld) hidden.add(key)
      else if (value !== null || numerator !== null) told.add(key)
    }
  const keyOf = ({ round, level, stage, question }: MaskedFigure) =>
    (question === null
      ? [round, 'composite', stage ?? 'all', `level-${level}`]
      : [round, 'question', stage ?? 'all', question, `level-${level}`]
    ).join('\t')
  return {
    isHidden: (figure) => hidden.has(keyOf(figure)) && !told.has(keyOf(figure)),
    isTold: (figure) => told.has(keyOf(figure)),
  }
}
