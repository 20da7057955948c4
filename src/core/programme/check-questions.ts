import type { LocalText } from '../language/language.ts'
import { checkAskedWhen } from './check-asked-when.ts'
import { findRepeated, repeated, unknownReference, type Mistake } from './mistake.ts'
import type { Part, ProgrammeParts, StageParts } from './programme-parts.ts'
import type { QuestionSource } from './programme-schema.ts'

/** What laws, themes, stages and questions say about each other. */
export function checkQuestions(parts: ProgrammeParts): Mistake[] {
  const stageKeys = parts.stages.flatMap(({ key, path }) => (key === undefined ? [] : [{ value: key, path }]))
  const allQuestions = parts.stages.flatMap((stage) => stage.questions)
  return [
    ...findRepeated(stageKeys, 'key'),
    ...findRepeated(parts.themes, 'key'),
    ...findRepeated(
      parts.laws.map(({ value, path }) => ({ value: value.key, path })),
      'key',
    ),
    ...findRepeated(
      allQuestions.map(({ value, path }) => ({ value: value.key, path })),
      'key',
    ),
    ...parts.laws.flatMap(checkPeriod),
    ...parts.stages.flatMap((stage) => checkStage(stage, parts)),
  ]
}

function checkPeriod({ value: { from, until }, path }: ProgrammeParts['laws'][number]): Mistake[] {
  if (from === undefined || until === undefined || from <= until) return []
  return [
    {
      code: 'period-reversed',
      path: [...path, 'until'],
      text: {
        da: `Loven slutter (${until}), før den begynder (${from}). Byt om på datoerne.`,
        en: `The law ends (${until}) before it begins (${from}). Swap the dates.`,
      },
    },
  ]
}

function checkStage(stage: StageParts, parts: ProgrammeParts): Mistake[] {
  return [
    ...findRepeated(
      stage.sections.map(({ value, path }) => ({ value: String(value), path })),
      'number',
    ),
    ...findRepeated(
      stage.questions.map(({ value, path }) => ({ value: value.number, path })),
      'number',
    ),
    ...stage.questions.flatMap((part) => [...checkReferences(part, stage, parts), ...checkAnswer(part)]),
    ...checkHeadlines(stage),
    ...checkAskedWhen(stage),
  ]
}

function checkReferences(
  { value, path }: Part<QuestionSource>,
  stage: StageParts,
  parts: ProgrammeParts,
): Mistake[] {
  const sections = stage.sections.map((section) => String(section.value))
  const themes = parts.themes.map((theme) => theme.value)
  const laws = parts.laws.map((law) => law.value.key)
  const mistakes: Mistake[] = []
  if (!sections.includes(String(value.section)))
    mistakes.push(
      unknownReference(
        [...path, 'section'],
        { da: 'Afsnit', en: 'Section' },
        String(value.section),
        sections,
      ),
    )
  if (value.theme !== undefined && !themes.includes(value.theme))
    mistakes.push(unknownReference([...path, 'theme'], { da: 'Temaet', en: 'Theme' }, value.theme, themes))
  for (const law of Object.keys(value.legal ?? {})) {
    if (!laws.includes(law))
      mistakes.push(unknownReference([...path, 'legal', law], { da: 'Loven', en: 'Law' }, law, laws))
  }
  return mistakes
}

/** Whether the answer's type, its grades and what is expected of it fit together. */
function checkAnswer({ value, path }: Part<QuestionSource>): Mistake[] {
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

/** A theme's table has one cell per stage and per whom it concerns. */
function checkHeadlines(stage: StageParts): Mistake[] {
  const cells = stage.questions.flatMap(({ value, path }) =>
    value.headline === true && value.theme !== undefined
      ? [{ value: `${value.theme}, ${value.concerns ?? '-'}`, path: [...path, 'headline'] }]
      : [],
  )
  return repeated(cells).map(({ value, path }) => ({
    code: 'headline-repeated',
    path,
    text: {
      da: `Sagstrinnet har allerede et spørgsmål med headline for ${value}. Kun ét kan vises i temaets tabel.`,
      en: `The stage already has a headline question for ${value}. Only one can be shown in the theme's table.`,
    },
  }))
}
