import { derivedCircle, type DerivedLinks } from './derived-circle.ts'
import { unknownReference, type Mistake } from './mistake.ts'
import type { StageParts } from './programme-parts.ts'
import type { QuestionSource } from './programme-schema.ts'
import type { LocalText } from '../language/language.ts'
import type { KeyPath } from './yaml-lines.ts'

type RuleSource = NonNullable<QuestionSource['derived']>[number]
type ConditionSource = NonNullable<RuleSource['when']>[number]
type Fields = Partial<QuestionSource>

/** Whether each derived grade follows from answers that exist, always, and from none that follows from itself. */
export function checkDerived({ questions }: StageParts): Mistake[] {
  const byKey = new Map(
    questions.flatMap(({ value }) => (value.key === undefined ? [] : [[value.key, value] as const])),
  )
  const links: DerivedLinks = new Map(
    [...byKey].map(([key, { derived = [] }]) => [
      key,
      derived.flatMap(({ when = [] }) => when.flatMap((condition) => namedBy(condition))),
    ]),
  )
  return questions.flatMap(({ value, path }) => {
    const { derived } = value
    if (derived === undefined) return []
    const at: KeyPath = [...path, 'derived']
    if ((value.answerType ?? 'yes-no') !== 'graded') return [mistake('derived-not-graded', at, notGraded)]
    const circle = value.key === undefined ? undefined : derivedCircle(value.key, links)
    return [
      ...derived.flatMap((rule, index) => [
        ...checkRule(rule, [...at, index], value.grades?.length, index === derived.length - 1),
        ...(rule.when ?? []).flatMap((condition, each) =>
          checkCondition(condition, [...at, index, 'when', each], byKey),
        ),
      ]),
      ...(circle === undefined ? [] : [inCircle(at, circle)]),
    ]
  })
}

function checkRule(rule: RuleSource, path: KeyPath, grades: number | undefined, last: boolean): Mistake[] {
  const mistakes: Mistake[] = []
  if (grades !== undefined && rule.grade > grades)
    mistakes.push(mistake('derived-no-such-grade', [...path, 'grade'], noSuchGrade(rule.grade, grades)))
  if (last && rule.when !== undefined) mistakes.push(mistake('derived-without-end', path, withoutEnd))
  if (!last && rule.when === undefined) mistakes.push(mistake('derived-rule-unreached', path, unreached))
  return mistakes
}

function checkCondition(
  condition: ConditionSource,
  path: KeyPath,
  byKey: ReadonlyMap<string, Fields>,
): Mistake[] {
  const { question, questions, answered, grades, atLeast } = condition
  if (
    (question === undefined) === (questions === undefined) ||
    (answered === undefined) === (grades === undefined)
  )
    return [mistake('derived-condition', path, oneOfEach)]
  const named = namedBy(condition)
  const mistakes = named.flatMap((key, index): Mistake[] => {
    const at: KeyPath = question === undefined ? [...path, 'questions', index] : [...path, 'question']
    const found = byKey.get(key)
    if (found === undefined)
      return [unknownReference(at, { da: 'Spørgsmålet', en: 'Question' }, key, [...byKey.keys()])]
    const wanted = grades === undefined ? 'yes-no' : 'graded'
    if ((found.answerType ?? 'yes-no') !== wanted)
      return [mistake('derived-other-type', at, otherType(key, wanted))]
    const most = found.grades?.length
    const unknown = most === undefined ? undefined : grades?.find((grade) => grade > most)
    if (unknown === undefined || most === undefined) return []
    return [mistake('derived-no-such-grade', [...path, 'grades'], noSuchGrade(unknown, most))]
  })
  if (atLeast !== undefined && (questions === undefined || atLeast > named.length))
    mistakes.push(mistake('derived-at-least', [...path, 'atLeast'], tooMany(named.length)))
  return mistakes
}

function namedBy({ question, questions }: ConditionSource): readonly string[] {
  return questions ?? (question === undefined ? [] : [question])
}

function mistake(code: string, path: KeyPath, text: LocalText): Mistake {
  return { code, path, text }
}

function inCircle(path: KeyPath, circle: readonly string[]): Mistake {
  const way = circle.join(' -> ')
  return mistake('derived-circle', path, {
    da: `Vurderingerne følger af hinanden i ring (${way}). Slet en af reglerne.`,
    en: `The ratings follow from each other in a circle (${way}). Delete one of the rules.`,
  })
}

const notGraded: LocalText = {
  da: 'Kun et spørgsmål med answerType: graded kan følge af andre svar.',
  en: 'Only a question with answerType: graded can follow from other answers.',
}
const withoutEnd: LocalText = {
  da: 'Den sidste regel må ikke have when, så der altid følger en vurdering.',
  en: 'The last rule must have no when, so that a rating always follows.',
}
const unreached: LocalText = {
  da: 'En regel uden when passer altid, så de næste bruges aldrig. Flyt den sidst.',
  en: 'A rule without when always fits, so those after it are never used. Move it last.',
}
const oneOfEach: LocalText = {
  da: 'En betingelse har question eller questions, og answered (ja-nej-spørgsmål) eller grades (graduerede).',
  en: 'A condition has question or questions, and answered (yes-no questions) or grades (graded ones).',
}

function noSuchGrade(grade: number, grades: number): LocalText {
  return {
    da: `Grad ${grade} findes ikke; spørgsmålet har ${grades} grader. Den laveste er 1.`,
    en: `There is no grade ${grade}; the question has ${grades} grades. The lowest is 1.`,
  }
}

function otherType(question: string, wanted: 'yes-no' | 'graded'): LocalText {
  return wanted === 'yes-no'
    ? {
        da: `${question} besvares ikke med ja, nej eller ikke relevant, så answered passer ikke.`,
        en: `${question} is not answered with yes, no or not applicable, so answered does not fit.`,
      }
    : {
        da: `${question} besvares ikke med en grad, så grades passer ikke.`,
        en: `${question} is not answered with a grade, so grades do not fit.`,
      }
}

function tooMany(named: number): LocalText {
  return {
    da: `atLeast hører til questions og kan højst være antallet af dem (${named}).`,
    en: `atLeast belongs to questions and is at most their number (${named}).`,
  }
}
