import type { Problem } from '../../language/problem.ts'
import type { PrintedCount, PrintedPart } from './printed-figures.ts'

/** One thing counted differently in different places. */
export function checkCounts(counts: readonly PrintedCount[], file: string): readonly Problem[] {
  return counts.flatMap(({ what, counts: printed, line }) => {
    const different = [...new Set(printed)]
    if (different.length < 2) return []
    return [
      {
        code: 'counts-differ',
        text: {
          da: `${what} er ${different.join(' ét sted og ')} et andet sted.`,
          en: `${what} is ${different.join(' in one place and ')} in another.`,
        },
        at: { file, line },
      },
    ]
  })
}

/** A part larger than its whole. */
export function checkParts(parts: readonly PrintedPart[], file: string): readonly Problem[] {
  return parts.flatMap(({ what, part, whole, line }) =>
    part <= whole
      ? []
      : [
          {
            code: 'part-above-whole',
            text: {
              da: `${what}: ${part} kan ikke være en del af ${whole}.`,
              en: `${what}: ${part} cannot be part of ${whole}.`,
            },
            at: { file, line },
          },
        ],
  )
}
