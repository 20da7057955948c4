import type { LocalText } from '../language/language.ts'
import type { DriftResult } from './inference.ts'

/** What a level's change on the same old files means for the change that is measured: how much of it can be the judging. */
export function anchorMeaning(
  { level, interval }: Pick<DriftResult, 'level' | 'interval'>,
  comparisonLevel: number,
): LocalText {
  const [da, en] =
    level === comparisonLevel
      ? [`den målte ændring på niveau ${level}`, `the measured change of level ${level}`]
      : [
          `det, der er målt efter niveau ${level}s målestok, ikke på niveau ${comparisonLevel}`,
          `what is measured on level ${level}’s scale, not at level ${comparisonLevel}`,
        ]
  if (interval === null || (interval[0] <= 0 && interval[1] >= 0))
    return {
      da: `Intervallet går hen over 0: ankersagerne viser ikke, at bedømmelsen er ændret, men udelukker det heller ikke. Det gælder ${da}.`,
      en: `The interval crosses 0: the anchor cases do not show that the judging has changed, nor do they rule it out. That concerns ${en}.`,
    }
  return interval[1] < 0
    ? {
        da: `Der bedømmes altså strengere end før. Det trækker ned i ${da}: sagsbehandlingen kan være bedre, end ændringen viser.`,
        en: `So the judging is stricter than before. That pulls down ${en}: casework may be better than the change shows.`,
      }
    : {
        da: `Der bedømmes altså mildere end før. Det trækker op i ${da}: sagsbehandlingen kan være dårligere, end ændringen viser.`,
        en: `So the judging is milder than before. That pulls up ${en}: casework may be worse than the change shows.`,
      }
}
