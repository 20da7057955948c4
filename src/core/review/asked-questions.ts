import type { AskedWhen, DerivedRule } from '../programme/programme.ts'

/** The part of a question that decides whether it is asked, and whether of a person. */
export interface Conditioned {
  readonly key: string
  readonly section: number
  readonly askedWhen?: AskedWhen | undefined
  readonly derived?: readonly DerivedRule[] | undefined
}

/** What was answered to each question: yes, no, na, or the value where it is of another type. */
export type AnswersSoFar = ReadonlyMap<string, string>

/**
 * The questions a review asks, given the answers so far; `questions` in the order of the form. A condition points to an
 * earlier question (checked when the programme is read); what that one's own condition keeps away counts as unanswered.
 */
export function askedQuestions<Q extends Conditioned>(
  questions: readonly Q[],
  answers: AnswersSoFar,
): readonly Q[] {
  const asked = new Set<string>()
  return questions.filter(({ key, askedWhen }) => {
    const answer = askedWhen && asked.has(askedWhen.question) ? answers.get(askedWhen.question) : undefined
    const isAsked = askedWhen === undefined || askedWhen.answered.some((each) => each === answer)
    if (isAsked) asked.add(key)
    return isAsked
  })
}

/**
 * The asked questions still without an answer, in the order of the form; a review is complete when there are none. What
 * follows from other answers is never missing: it is there as soon as they are.
 */
export function missingQuestions<Q extends Conditioned>(
  questions: readonly Q[],
  answers: AnswersSoFar,
): readonly Q[] {
  return askedQuestions(questions, answers).filter(
    (question) => isToFill(question) && !answers.has(question.key),
  )
}

/** Answered by a person; every other question's answer follows by rule. */
export function isToFill({ derived }: Conditioned): boolean {
  return derived === undefined
}

export interface FormProgress {
  readonly answered: number
  readonly asked: number
}

export function formProgress(questions: readonly Conditioned[], answers: AnswersSoFar): FormProgress {
  const asked = askedQuestions(questions, answers).filter(isToFill)
  return { answered: asked.filter(({ key }) => answers.has(key)).length, asked: asked.length }
}
