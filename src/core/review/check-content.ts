import type { LocalText } from '../language/language.ts'
import type { Problem } from '../language/problem.ts'
import type { AnswerType, Question } from '../programme/programme.ts'
import { parseWrittenNumber } from '../tabular/written-number.ts'
import type { AnswerContent } from './answer-content.ts'

/** Characters of an answer in words; as long as a comment may be. */
export const longestText = 4000

const number = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/u
/** Before 1900 and after 2199 a year is a slip of the finger. */
const day = /^(?:19|20|21)\d{2}-\d{2}-\d{2}$/u

/** The written form of a typed number (`12,5` -> `12.5`); undefined when it is none, or longer than is kept. */
export function writeNumber(typed: string): string | undefined {
  const value = parseWrittenNumber(typed)
  // The sum turns -0 into 0.
  const written = value === undefined ? '' : String(value + 0)
  return number.test(written) ? written : undefined
}

/** What is wrong with an answer for the type of its question; empty when it can be kept. */
export function checkContent(
  question: Pick<Question, 'key' | 'answerType' | 'grades' | 'derived'>,
  { answer, value, overrideReason }: AnswerContent,
): readonly Problem[] {
  const { key, answerType, grades, derived } = question
  const problem = (code: string, text: LocalText): Problem => ({ code, text, at: { column: key } })
  if (answerType === 'yes-no')
    return value === null && overrideReason === null ? [] : [problem('not-yes-no-value', wrongKind['yes-no'])]
  if (answer !== null) return [problem('wrong-kind', wrongKind[answerType])]
  if (derived === undefined && overrideReason !== null) return [problem('nothing-to-override', notDerived)]
  if (derived !== undefined && (value === null) !== (overrideReason === null))
    return [problem('override-incomplete', value === null ? reasonWithoutGrade : gradeWithoutReason)]
  if (value === null || fits[answerType](value, grades?.length ?? 0)) return []
  return [problem('wrong-value', wrongKind[answerType])]
}

const fits: Readonly<Record<Exclude<AnswerType, 'yes-no'>, (value: string, grades: number) => boolean>> = {
  graded: (value, grades) => /^[1-9]\d?$/u.test(value) && Number(value) <= grades,
  number: (value) => number.test(value),
  date: isDay,
  text: (value) => value.trim() !== '' && value.length <= longestText,
}

function isDay(value: string): boolean {
  if (!day.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

const wrongKind: Readonly<Record<AnswerType, LocalText>> = {
  'yes-no': {
    da: 'Spørgsmålet besvares med ja, nej eller ikke relevant.',
    en: 'The question is answered with yes, no or not applicable.',
  },
  graded: {
    da: 'Spørgsmålet besvares med en af sine grader.',
    en: 'The question is answered with one of its grades.',
  },
  number: {
    da: 'Spørgsmålet besvares med et tal, f.eks. 12 eller 12,5.',
    en: 'The question is answered with a number, such as 12 or 12.5.',
  },
  date: {
    da: 'Spørgsmålet besvares med en dato, der findes.',
    en: 'The question is answered with a day that exists.',
  },
  text: {
    da: `Spørgsmålet besvares med en tekst på højst ${longestText} tegn.`,
    en: `The question is answered with a text of at most ${longestText} characters.`,
  },
}

const notDerived: LocalText = {
  da: 'Kun en vurdering, der følger af andre svar, kan fraviges.',
  en: 'Only a rating that follows from other answers can be overridden.',
}
const gradeWithoutReason: LocalText = {
  da: 'Skriv, hvorfor vurderingen fraviges.',
  en: 'Write why the rating is overridden.',
}
const reasonWithoutGrade: LocalText = {
  da: 'Vælg den vurdering, der skal gælde i stedet.',
  en: 'Choose the rating that is to stand instead.',
}
