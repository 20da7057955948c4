import { wilson } from '../statistics/wilson.ts'
import type { AgreementResult, QuestionResult } from './analysis.ts'
import type { HealthSign, QuestionHealth } from './inference.ts'
import type { LocalText } from '../language/language.ts'

/** Answers below which a question is not judged. */
const fewestForAgreement = 10
const fewestForVariation = 20
/** Agreement is low when even the upper limit of its interval is below this. */
const enoughAgreement = 0.8
const oftenNotApplicable = 0.5

/** Questions that tell little: levels read them differently, they seldom apply, or nobody ever fails them. */
export function listQuestionHealth(
  questions: readonly QuestionResult[],
  agreement: readonly AgreementResult[],
  comparisonLevel: number,
): readonly QuestionHealth[] {
  return [
    ...agreement.flatMap((row) => lowAgreement(row)),
    ...questions
      .filter((row) => row.unit === null && row.level === comparisonLevel)
      .flatMap((row) => [...seldomApplies(row), ...neverVaries(row)]),
  ]
}

function lowAgreement({
  question,
  stage,
  n,
  same,
  notApplicable,
  pair,
  reviewers,
}: AgreementResult): readonly QuestionHealth[] {
  // Two reviewers of one level are told of beside the levels, in the agreement itself.
  if (reviewers !== null || question === null || stage === null || n < fewestForAgreement) return []
  if (wilson(same, n)[1] >= enoughAgreement) return []
  const [level, otherLevel] = pair
  return [
    {
      stage,
      question,
      sign: 'low-agreement',
      level,
      otherLevel,
      count: same,
      of: n,
      notApplicable,
      suggestion: suggestions['low-agreement'],
    },
  ]
}

function seldomApplies({ stage, question, level, denominator, notApplicable }: QuestionResult) {
  const of = denominator + notApplicable
  if (of < fewestForAgreement || notApplicable / of < oftenNotApplicable) return []
  return [signOf('often-not-applicable', { stage, question, level, count: notApplicable, of, notApplicable })]
}

/** Over this round and its baseline together, so that one good round is not taken for a dead question. */
function neverVaries({ stage, question, level, baseline, share, ...now }: QuestionResult) {
  if (share === null) return []
  const count = now.numerator + (baseline?.numerator ?? 0)
  const of = now.denominator + (baseline?.denominator ?? 0)
  const notApplicable = now.notApplicable + (baseline?.notApplicable ?? 0)
  if (of < fewestForVariation || (count !== 0 && count !== of)) return []
  return [signOf('no-variation', { stage, question, level, count, of, notApplicable })]
}

function signOf(
  sign: HealthSign,
  row: Pick<QuestionHealth, 'stage' | 'question' | 'level' | 'count' | 'of' | 'notApplicable'>,
): QuestionHealth {
  return { ...row, sign, otherLevel: null, suggestion: suggestions[sign] }
}

const suggestions: Readonly<Record<HealthSign, LocalText>> = {
  'low-agreement': {
    da: 'Niveauerne læser spørgsmålet forskelligt. Aftal på et fælles møde, hvad der skal til for et ja, og skriv det i vejledningen, eller del spørgsmålet i to.',
    en: 'The levels read the question differently. Agree at a joint meeting what it takes to answer yes and write it in the guidance, or split the question in two.',
  },
  'often-not-applicable': {
    da: 'Spørgsmålet er sjældent relevant. Stil det kun, når et tidligere svar gør det relevant (askedWhen), eller se på, om "ikke relevant" bruges, hvor svaret er nej.',
    en: 'The question seldom applies. Ask it only when an earlier answer makes it relevant (askedWhen), or look into whether "not applicable" is used where the answer is no.',
  },
  'no-variation': {
    da: 'Alle sager får samme svar, så spørgsmålet viser ingen forskel. Overvej at stille det sjældnere eller skærpe det; behold det, hvis loven kræver, at det kontrolleres.',
    en: 'Every case gets the same answer, so the question shows no difference. Consider asking it less often or sharpening it; keep it where the law requires the check.',
  },
}
