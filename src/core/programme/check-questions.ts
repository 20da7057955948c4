import { checkAnswer } from './check-answer.ts'
import { checkAskedWhen } from './check-asked-when.ts'
import { checkDerived } from './check-derived.ts'
import { findRepeated, repeated, unknownReference, type Mistake } from './mistake.ts'
import type { ProgrammeParts, StageParts } from './programme-parts.ts'
import type { QuestionSource } from './programme-schema.ts'
import type { Part } from './sound-part.ts'

/** What laws, themes, stages and questions say about each other. */
export function checkQuestions(parts: ProgrammeParts): Mistake[] {
  const { laws, themes, stages } = parts
  const questions = stages.flatMap((stage) => stage.questions)
  return [
    ...findRepeated(
      laws.map(({ value, path }) => ({ value: value.key, path })),
      'key',
    ),
    ...findRepeated(themes, 'key'),
    ...findRepeated(
      stages.map(({ key, path }) => ({ value: key, path })),
      'key',
    ),
    ...findRepeated(
      questions.map(({ value, path }) => ({ value: value.key, path })),
      'key',
    ),
    ...laws.flatMap(checkPeriod),
    ...stages.flatMap((stage) => checkStage(stage, parts)),
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
    ...findRepeated(stage.sections, 'number'),
    ...findRepeated(
      stage.questions.map(({ value, path }) => ({ value: value.number, path })),
      'number',
    ),
    ...stage.questions.flatMap((part) => [...checkReferences(part, stage, parts), ...checkAnswer(part)]),
    ...checkHeadlines(stage),
    ...checkAskedWhen(stage),
    ...checkDerived(stage),
  ]
}

function checkReferences(
  { value, path }: Part<Partial<QuestionSource>>,
  stage: StageParts,
  parts: ProgrammeParts,
): Mistake[] {
  const sections = stage.sections.map((section) => section.value)
  const themes = parts.themes.map((theme) => theme.value)
  const laws = parts.laws.flatMap((law) => law.value.key ?? [])
  const mistakes: Mistake[] = []
  if (value.section !== undefined && !sections.includes(String(value.section)))
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
