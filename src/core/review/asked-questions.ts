import type { AnswerType, AnswerValue, AskedWhen } from '../programme/programme.ts'

/** The part of a question that decides whether it is asked. */
export interface Conditioned {
  readonly key: string
  readonly section: number
  readonly askedWhen?: AskedWhen | undefined
}

export type AnswersSoFar = ReadonlyMap<string, AnswerValue>

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
    const isAsked = askedWhen === undefined || (answer !== undefined && askedWhen.answered.includes(answer))
    if (isAsked) asked.add(key)
    return isAsked
  })
}

/** The asked questions still without an answer, in the order of the form. A review is complete when there are none. */
export function missingQuestions<Q extends Conditioned>(
  questions: readonly Q[],
  answers: AnswersSoFar,
): readonly Q[] {
  return askedQuestions(questions, answers).filter(({ key }) => !answers.has(key))
}

/** A review's answers are yes, no or not applicable; the programme's other kinds of question are not part of its form. */
export function isInForm({ answerType }: { readonly answerType: AnswerType }): boolean {
  return answerType === 'yes-no'
}

export interface FormProgress {
  readonly answered: number
  readonly asked: number
}

export function formProgress(questions: readonly Conditioned[], answers: AnswersSoFar): FormProgress {
  const asked = askedQuestions(questions, answers)
  return { answered: asked.filter(({ key }) => answers.has(key)).length, asked: asked.length }
}
