import type { LocalText } from '../../language/language.ts'
import type { WeightSource } from '../inference.ts'

/** From this many times the expert's own answers on, the reader is told what so much certainty rests on. */
const farMore = 3

interface Rested {
  readonly reference: number
  readonly weights: WeightSource
  /** Expert answers that the estimate is worth, and those that there are. */
  readonly worth: number
  readonly seen: number
}

/** What an estimate holds on, where nothing at hand shows it. */
export function listCaveats({ reference, weights, worth, seen }: Rested): readonly LocalText[] {
  return [
    ...(weights === 'draw' ? [] : [notShown]),
    ...(worth < farMore * seen
      ? []
      : [
          {
            da: `Så meget sikkerhed kommer af, at niveauerne svarede næsten ens i de ${seen} sager, niveau ${reference} så; i de øvrige kan de have været mere uenige, end så få sager viser.`,
            en: `So much certainty comes from the levels having answered almost alike in the ${seen} cases that level ${reference} saw; in the others they may have differed more than so few cases show.`,
          },
        ]),
  ]
}

const notShown: LocalText = {
  da: 'Skønnet holder kun, hvis hvert niveaus sager er trukket ved lodtrækning blandt niveauets nedenunder. Det viser ingen lodtrækningsfil.',
  en: 'The estimate holds only if each level’s cases were drawn by lot from those of the level below. No draw file shows it.',
}
