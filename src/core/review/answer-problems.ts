import type { Place, Problem } from '../language/problem.ts'

export function blankCell(at: Place): Problem {
  return {
    code: 'blank-cell',
    text: {
      da: 'Cellen er tom, men skal være udfyldt. Et spørgsmål, der ikke er besvaret, udelades helt fra filen.',
      en: 'The cell is blank but must be filled in. A question without an answer is left out of the file altogether.',
    },
    at,
  }
}

export function notAStage(found: string, known: readonly string[], at: Place): Problem {
  return {
    code: 'unknown-stage',
    text: {
      da: `Programmet har intet sagstrin "${found}". Det har: ${known.join(', ')}.`,
      en: `The programme has no stage "${found}". It has: ${known.join(', ')}.`,
    },
    at,
  }
}

export function notALevel(found: string, known: readonly string[], at: Place): Problem {
  return {
    code: 'unknown-level',
    text: {
      da: `Programmet har intet niveau "${found}". Det har: ${known.join(', ')}.`,
      en: `The programme has no level "${found}". It has: ${known.join(', ')}.`,
    },
    at,
  }
}

export function notAQuestion(found: string, stage: string, at: Place): Problem {
  return {
    code: 'unknown-question',
    text: {
      da: `Programmet har intet spørgsmål "${found}" på sagstrinnet ${stage}. Skriv spørgsmålets nøgle (f.eks. U-1.1) eller dets nummer på sagstrinnet (f.eks. 1.1).`,
      en: `The programme has no question "${found}" at stage ${stage}. Write the question's key (e.g. U-1.1) or its number within the stage (e.g. 1.1).`,
    },
    at,
  }
}

export function questionOfOtherStage(found: string, stage: string, other: string, at: Place): Problem {
  return {
    code: 'question-of-other-stage',
    text: {
      da: `Spørgsmålet ${found} hører til sagstrinnet ${other}, men rækken gælder ${stage}.`,
      en: `Question ${found} belongs to stage ${other}, but the row is about ${stage}.`,
    },
    at,
  }
}

export function notAnAnswer(found: string, at: Place): Problem {
  return {
    code: 'unknown-answer',
    text: {
      da: `"${found}" er ikke et svar. Skriv ja, nej eller ikke_relevant.`,
      en: `"${found}" is no answer. Write yes, no or na.`,
    },
    at,
  }
}

export function notAWeight(found: string, at: Place): Problem {
  return {
    code: 'bad-weight',
    text: {
      da: `Vægten "${found}" er ikke et tal over nul. Vægten er 1 divideret med sandsynligheden for, at sagen blev udtrukket.`,
      en: `The weight "${found}" is not a number above zero. The weight is 1 divided by the probability that the case was drawn.`,
    },
    at,
  }
}

export function weightOutOfRange(found: string, most: number, at: Place): Problem {
  return {
    code: 'bad-weight',
    text: {
      da: `Vægten "${found}" kan ikke være rigtig: én sag kan ikke stå for mere end ${most.toLocaleString('da')} sager eller for mindre end en så lille del af én. Vægten er 1 divideret med sandsynligheden for, at sagen blev udtrukket.`,
      en: `The weight "${found}" cannot be right: one case cannot stand for more than ${most.toLocaleString('en')} cases, nor for less than so small a part of one. The weight is 1 divided by the probability that the case was drawn.`,
    },
    at,
  }
}

/** Two rows that cannot both be right; both places are named. */
export interface Clash {
  readonly at: Place
  readonly earlier: string
}

export function answeredTwice(question: string, caseId: string, level: number, clash: Clash): Problem {
  return {
    code: 'answered-twice',
    text: {
      da: `Spørgsmål ${question} er besvaret to gange for sag ${caseId} på niveau ${level}: her og i ${clash.earlier}. Slet den ene række.`,
      en: `Question ${question} is answered twice for case ${caseId} at level ${level}: here and in ${clash.earlier}. Delete one of the rows.`,
    },
    at: clash.at,
  }
}

export function caseInTwoUnits(caseId: string, unit: string, earlierUnit: string, clash: Clash): Problem {
  return {
    code: 'case-in-two-units',
    text: {
      da: `Sag ${caseId} står under enheden ${unit}, men under ${earlierUnit} i ${clash.earlier}. En sag hører til én enhed i runden.`,
      en: `Case ${caseId} stands under unit ${unit}, but under ${earlierUnit} in ${clash.earlier}. A case belongs to one unit in a round.`,
    },
    at: clash.at,
  }
}

export function reviewWithTwoWeights(caseId: string, level: number, clash: Clash): Problem {
  return {
    code: 'review-with-two-weights',
    text: {
      da: `Sag ${caseId} på niveau ${level} har en anden vægt her end i ${clash.earlier}. Alle svar i én gennemgang har samme vægt.`,
      en: `Case ${caseId} at level ${level} has another weight here than in ${clash.earlier}. All answers of one review have the same weight.`,
    },
    at: clash.at,
  }
}
