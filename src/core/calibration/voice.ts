import type { Programme, Question, Stage } from '../programme/programme.ts'
import { askedQuestions, isToFill, type AnswersSoFar } from '../review/asked-questions.ts'
import { derivedGrades } from '../review/derived-grade.ts'

/** What one person said to one question. Who it was is not said: agreement is about questions. */
export interface Voice {
  readonly level: number
  readonly given: string
}

/** One person's handed-in answers to one training case. */
export interface HandedIn {
  readonly level: number
  readonly answers: AnswersSoFar
}

/**
 * What each said to each question, by question key: only what their own form asked, with the grades that followed from
 * their answers. Everybody keeps their place over all questions and cases; null there: not asked of them, or not handed in.
 */
export function voicesOf(
  stage: Stage,
  forms: readonly (HandedIn | null)[],
): ReadonlyMap<string, readonly (Voice | null)[]> {
  const given = forms.map((form) => {
    if (form === null) return undefined
    const { level, answers } = form
    const asked = askedQuestions(stage.questions, answers)
    const grades = derivedGrades(asked, answers)
    return new Map(
      asked.flatMap((question): [string, Voice][] => {
        const followed = isToFill(question) ? undefined : grades.get(question.key)
        const said = answers.get(question.key) ?? (followed === undefined ? undefined : String(followed))
        return said === undefined ? [] : [[question.key, { level, given: said }]]
      }),
    )
  })
  return new Map(stage.questions.map(({ key }) => [key, given.map((each) => each?.get(key) ?? null)]))
}

/** Answers in people's own words differ without disagreeing, so they are read and not counted. */
export function isCounted({ answerType }: Pick<Question, 'answerType'>): boolean {
  return answerType !== 'text'
}

/** The level that somebody answers as: the highest that their roles review at; undefined: they review at none. */
export function levelInCalibration(
  levels: Programme['levels'],
  roles: readonly string[],
): number | undefined {
  const own = levels.filter(({ reviewers }) => reviewers.some((role) => roles.includes(role)))
  return own.length === 0 ? undefined : Math.max(...own.map(({ level }) => level))
}
