import type { LocalText } from '../../language/language.ts'
import type { CascadeRefusal } from '../inference.ts'

/** Answers of the last level below which a question is given as counts only (statistics note 3). */
export const fewestExpertAnswers = 10

/** `cases` are those that the reference level answered about, all of them "not applicable". */
export function refusalText(
  refusal: CascadeRefusal,
  reference: number,
  { cases, isQuestion }: { readonly cases: number; readonly isQuestion: boolean } = {
    cases: 0,
    isQuestion: false,
  },
): LocalText {
  switch (refusal) {
    case 'one-level':
      return {
        da: 'Kun ét niveau har gennemgået sager, så der er ikke noget at regne fra det ene til det andet.',
        en: 'Only one level reviewed cases, so there is nothing to carry from one level to another.',
      }
    case 'not-drawn-from-below':
      return {
        da: `Niveau ${reference} er ikke udtrukket af et lavere niveaus sager, eller har ikke gennemgået alle dem, det skulle. Så kan de lavere niveauers svar ikke bruges til at sige, hvad niveau ${reference} ville have fundet.`,
        en: `Level ${reference} was not drawn from a lower level's cases, or did not review all that it should have. So the lower levels' answers cannot be used to say what level ${reference} would have found.`,
      }
    case 'no-chance-known':
      return {
        da: 'Sagerne er valgt efter dato og ikke ved lodtrækning. Så siger de noget om de valgte sager, men ikke om andre.',
        en: 'Cases were chosen by date and not by lot. So they tell about the chosen cases, but not about others.',
      }
    case 'not-nested':
      return {
        da: 'Et niveau har gennemgået sager, som niveauet under ikke har. Så er de ikke udtrukket af dem, og de to kan ikke regnes sammen.',
        en: 'A level reviewed cases that the level below did not. So they were not drawn from those, and the two cannot be combined.',
      }
    case 'too-few-expert-reviews':
      return {
        da: `Niveau ${reference} har for få sager her til at sige mere end antallene.`,
        en: `Level ${reference} has too few cases here to say more than the counts.`,
      }
    case 'nothing-applicable':
      return nothingApplicable(reference, cases, isQuestion)
    default:
      return refusal satisfies never
  }
}

function nothingApplicable(reference: number, cases: number, isQuestion: boolean): LocalText {
  const one = cases === 1
  return isQuestion
    ? {
        da: `Ikke relevant i ${one ? 'den ene sag' : `alle ${cases} sager`}, som niveau ${reference} har gennemgået.`,
        en: `Not applicable in ${one ? 'the one case' : `all ${cases} cases`} that level ${reference} reviewed.`,
      }
    : {
        da: `Intet krav var relevant i ${one ? 'den ene sag' : `nogen af de ${cases} sager`}, som niveau ${reference} har gennemgået.`,
        en: `No requirement was applicable in ${one ? 'the one case' : `any of the ${cases} cases`} that level ${reference} reviewed.`,
      }
}
