import type { LocalText } from '../language/language.ts'
import type { Selection } from '../programme/programme.ts'

/** What is known of a case's chance to be taken, and so whom the results speak about, for readers of the draw. */
export function chanceWords(selection: Selection): LocalText {
  switch (selection.kind) {
    case 'census':
      return {
        da: 'Alle sager er med, så tilfældet spiller ingen rolle.',
        en: 'All cases are in, so chance plays no part.',
      }
    case 'random':
    case 'pass-on':
      return {
        da: 'I hver gruppe har alle sager samme, kendte sandsynlighed. Derfor kan resultatet gælde for dem alle.',
        en: 'Within each group all cases have the same, known chance. So the result can speak for them all.',
      }
    case 'newest-first':
      return {
        da: 'Datoen afgør, ikke lodtrækning, så ingen sag har en kendt sandsynlighed. Resultatet gælder kun de sager, der er udvalgt.',
        en: 'The date decides and not a lot, so no case has a known chance. The result speaks for the selected cases only.',
      }
    case 'risk-weighted':
      return {
        da: `En sags sandsynlighed er gruppens antal gange sagens "${selection.risk}" delt med gruppens sum, dog højst 1. Den er kendt, så resultatet kan gælde alle sager over 0, når svarene vægtes; en sag med 0 kan ikke trækkes.`,
        en: `A case’s chance is the group’s number times the case’s "${selection.risk}" divided by the group’s sum, but at most 1. It is known, so with weighted answers the result can speak for all cases above 0; a case of 0 cannot be drawn.`,
      }
    default:
      return selection satisfies never
  }
}
