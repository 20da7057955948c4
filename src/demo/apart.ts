import { getQuestion, getStage } from '../core/programme/lookup.ts'
import type { AnswerValue, Programme } from '../core/programme/programme.ts'
import { askedQuestions } from '../core/review/asked-questions.ts'
import { reviewAnswer, trueAnswers } from './answers.ts'
import type { DemoAnswer, DemoOwnForm, DemoReview } from './reviews.ts'

/**
 * The reviews of a round as they are where a level's two reviewers answer apart: what is begun lies in own forms, what
 * is submitted is merged from two. One that both have handed in still waits to be merged.
 */
export function fillInApart(
  programme: Programme,
  roundNumber: number,
  reviews: readonly DemoReview[],
): readonly DemoReview[] {
  const apart = new Set(programme.levels.flatMap((level) => (level.apart === true ? [level.level] : [])))
  const filled = reviews.map((review) =>
    apart.has(review.level) ? inOwnForms(programme, roundNumber, review) : review,
  )
  const waiting = filled.findLast(
    (review) => review.work.unit.kind === 'family' && differingQuestions(review).length > 1,
  )
  return filled.map((review) =>
    review === waiting
      ? { ...review, state: 'in-progress', submittedAt: null, minutes: null, answers: [] }
      : review,
  )
}

/** The questions that two own forms answer differently; one of them may not ask what the other does. */
export function differingQuestions({ own: [one, other] }: DemoReview): readonly string[] {
  if (one === undefined || other === undefined) return []
  const [said, answered] = [given(one.answers), given(other.answers)]
  return [...new Set([...said.keys(), ...answered.keys()])].filter(
    (key) => said.get(key) !== answered.get(key),
  )
}

function inOwnForms(programme: Programme, roundNumber: number, review: DemoReview): DemoReview {
  const { reviewer, second, startedAt, submittedAt, minutes, answers, work, level } = review
  if (second === null || startedAt === null) return review
  if (submittedAt === null || minutes === null)
    return { ...review, answers: [], own: [{ person: reviewer, startedAt, answers, handedIn: null }] }
  const { questions } = getStage(programme, work.stage)
  const truth = trueAnswers(work, getStage(programme, work.stage), roundNumber)
  const begun = later(startedAt, 35)
  const seen = new Map(
    questions.map((question) => {
      const really = truth.get(question.key) ?? 'na'
      return [question.key, reviewAnswer(question, really, level, work.caseId, 'second reviewer')]
    }),
  )
  const others = toAnswers(programme, work.stage, seen, [], begun)
  // They follow now the one, now the other.
  const [one, other] = [given(answers), given(others)]
  const both = questions.flatMap(({ key }, place) => {
    const [first, last] = place % 2 === 0 ? [one, other] : [other, one]
    const answer = first.get(key) ?? last.get(key)
    return answer === undefined ? [] : [[key, answer] as const]
  })
  const merged = toAnswers(programme, work.stage, new Map(both), answers, later(submittedAt, 60))
  const own: readonly DemoOwnForm[] = [
    { person: reviewer, startedAt, answers, handedIn: { at: submittedAt, minutes: minutes - 4 } },
    {
      person: second,
      startedAt: begun,
      answers: others,
      handedIn: { at: later(submittedAt, 35), minutes: minutes + 4 },
    },
  ]
  return { ...review, own, answers: merged, submittedAt: later(submittedAt, 60) }
}

/** What is asked of `said`, with the comments of those who said the same. */
function toAnswers(
  programme: Programme,
  stage: string,
  said: ReadonlyMap<string, AnswerValue>,
  commented: readonly DemoAnswer[],
  at: Date,
): readonly DemoAnswer[] {
  return askedQuestions(getStage(programme, stage).questions, said).flatMap(({ key }) => {
    const answer = said.get(key)
    if (answer === undefined) return []
    const like = commented.find((each) => each.question.key === key && each.answer === answer)
    return [{ question: getQuestion(programme, key), answer, at, comment: like?.comment ?? null }]
  })
}

function given(answers: readonly DemoAnswer[]): ReadonlyMap<string, AnswerValue> {
  return new Map(answers.map(({ question, answer }) => [question.key, answer]))
}

function later(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000)
}
