import type { Question } from '../../core/programme/programme.ts'
import type { AnswersSoFar } from '../../core/review/asked-questions.ts'
import { derivedGrades } from '../../core/review/derived-grade.ts'

/** Of a complete review: every question that follows from others has its grade. */
export function derivedAnswers(asked: readonly Question[], answers: AnswersSoFar) {
  const grades = derivedGrades(asked, answers)
  return asked
    .filter(({ derived }) => derived !== undefined)
    .map(({ key, text, grades: names = [] }) => {
      const grade = grades.get(key)
      const name = grade === undefined ? undefined : names[grade - 1]
      if (grade === undefined || name === undefined) throw new Error(`no grade follows for ${key}`)
      return { question: key, wording: text.da, grade, gradeWording: name.da }
    })
}
