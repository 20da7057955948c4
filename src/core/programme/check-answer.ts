import type { LocalText } from '../language/language.ts'
import type { Mistake } from './mistake.ts'
import type { QuestionSource } from './programme-schema.ts'
import type { Part } from './sound-part.ts'

/** Whether the answer's type, its grades and what is expected of it fit together. */
export function checkAnswer({ value, path }: Part<Partial<QuestionSource>>): Mistake[] {
  const type = value.answerType ?? 'yes-no'
  const complies = type === 'yes-no' && value.expected !== null
  const rules: readonly (readonly [broken: boolean, key: string, code: string, text: LocalText])[] = [
    [
      type === 'graded' && value.grades === undefined,
      'answerType',
      'grades-missing',
      {
        da: 'Et gradueret svar kræver grades: en liste med graderne i stigende orden.',
        en: 'A graded answer needs grades: a list of the grades in ascending order.',
      },
    ],
    [
      type !== 'graded' && value.grades !== undefined,
      'grades',
      'grades-unused',
      { da: 'grades hører kun til answerType: graded.', en: 'grades belong to answerType: graded only.' },
    ],
    [
      type !== 'yes-no' && typeof value.expected === 'string',
      'expected',
      'expected-unused',
      {
        da: `Et svar af typen ${type} kan ikke forventes at være yes eller no. Slet expected.`,
        en: `An answer of type ${type} cannot be expected to be yes or no. Delete expected.`,
      },
    ],
    [
      value.escalates === true && !complies,
      'escalates',
      'escalates-without-expected',
      {
        da: 'Et spørgsmål, der starter den kritiske procedure, skal være yes-no og have expected.',
        en: 'A question that starts the critical-case procedure must be yes-no and have expected.',
      },
    ],
    [
      value.baseline === true && (!complies || value.escalates === true),
      'baseline',
      'baseline-without-compliance',
      {
        da: 'Et spørgsmål uden lovmedholdelighed (intet forventet svar, eller escalates) kan ikke stå i baseline.',
        en: 'A question that no compliance is read from (no expected answer, or escalates) cannot be in the baseline.',
      },
    ],
    [
      value.headline === true && value.theme === undefined,
      'headline',
      'headline-without-theme',
      {
        da: 'headline kræver, at spørgsmålet har et theme.',
        en: 'headline requires that the question has a theme.',
      },
    ],
  ]
  return rules.flatMap(([broken, key, code, text]) => (broken ? [{ code, path: [...path, key], text }] : []))
}
