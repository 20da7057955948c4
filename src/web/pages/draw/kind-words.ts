import type { Draw } from '../../../contract/draw/draws.ts'
import { drawKinds as da } from '../../texts/da/draw-kinds.ts'
import { drawKinds as en } from '../../texts/en/draw-kinds.ts'
import { useTexts } from '../../texts/language.tsx'

export type KindWords = (typeof da)[Draw['kind']]

/** The words that are true of a level whose cases are chosen like this: lots are not drawn everywhere. */
export function useKindWords(kind: Draw['kind']): KindWords {
  return useTexts({ da, en })[kind]
}
