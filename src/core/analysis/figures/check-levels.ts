import type { Problem } from '../../language/problem.ts'
import type { PrintedLevels } from './printed-figures.ts'

/**
 * Levels are drawn from one another, so none can have reviewed more than the level below; and the table of cases shows
 * one of them, so its total must be the number of somebody's reviews.
 */
export function checkLevels(rounds: readonly PrintedLevels[], file: string): readonly Problem[] {
  return rounds.flatMap((round) => [...risingLevels(round, file), ...unknownTotal(round, file)])
}

function risingLevels({ round, reviews, line }: PrintedLevels, file: string): readonly Problem[] {
  const levels = reviews.toSorted((a, b) => a.level - b.level)
  return levels.flatMap((upper, at) => {
    const lower = levels[at - 1]
    if (lower === undefined || upper.count <= lower.count) return []
    return [
      {
        code: 'level-above-lower',
        text: {
          da: `${round}: niveau ${upper.level} har gennemgået ${upper.count} sager, men niveau ${lower.level}, som de er trukket af, kun ${lower.count}.`,
          en: `${round}: level ${upper.level} reviewed ${upper.count} cases, but level ${lower.level}, which they were drawn from, only ${lower.count}.`,
        },
        at: { file, line: upper.line ?? line },
      },
    ]
  })
}

function unknownTotal({ round, reviews, tableTotal, line }: PrintedLevels, file: string): readonly Problem[] {
  if (tableTotal === null || reviews.some(({ count }) => count === tableTotal)) return []
  const counts = reviews.map(({ level, count }) => `${level}: ${count}`).join(', ')
  return [
    {
      code: 'level-sum-differs',
      text: {
        da: `${round}: oversigten over sagstrin tæller ${tableTotal} sager, men intet niveau har gennemgået så mange (niveau ${counts}).`,
        en: `${round}: the table of stages counts ${tableTotal} cases, but no level reviewed that many (level ${counts}).`,
      },
      at: { file, line },
    },
  ]
}
