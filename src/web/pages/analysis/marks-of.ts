import type { Results } from '../../../contract/analysis/results.ts'

/** The rounds that the plots of this page can show, in the order in which they are drawn. */
export function marksOf({ baseline, last }: Pick<Results, 'baseline' | 'last'>) {
  return [
    ...(baseline === null ? [] : (['baseline'] as const)),
    ...(last === null ? [] : (['last'] as const)),
    'now' as const,
  ]
}
