import { getQuestion, getStage } from '../core/programme/lookup.ts'
import { askedQuestions } from '../core/review/asked-questions.ts'
import type { AnswerValue, Programme, Question } from '../core/programme/programme.ts'
import type { ReviewId } from '../storage/ids.ts'
import { reviewAnswer, trueAnswers } from './answers.ts'
import type { DemoCaseStage } from './casework.ts'
import { chance, demoId } from './chance.ts'
import { addDays } from '../core/calendar/days.ts'
import { officeHour } from './days.ts'
import type { DemoLevel, DemoRound } from './rounds.ts'
import { listTeams, type DemoPerson } from './staff.ts'

export interface DemoAnswer {
  readonly question: Question
  readonly answer: AnswerValue
  readonly at: Date
  readonly comment: string | null
}

/** What one of two says who review apart, and when they handed it in. */
export interface DemoOwnForm {
  readonly person: DemoPerson
  readonly startedAt: Date
  readonly answers: readonly DemoAnswer[]
  readonly handedIn: { readonly at: Date; readonly minutes: number } | null
}

export interface DemoReview {
  readonly id: ReviewId
  readonly work: DemoCaseStage
  readonly level: number
  readonly state: 'assigned' | 'in-progress' | 'submitted'
  readonly reviewer: DemoPerson
  readonly second: DemoPerson | null
  readonly startedAt: Date | null
  readonly submittedAt: Date | null
  readonly minutes: number | null
  readonly answers: readonly DemoAnswer[]
  /** Where two review apart: the forms begun. */
  readonly own: readonly DemoOwnForm[]
}

/** The reviews of one level of a round, in the draw's order. */
export function listReviews(
  programme: Programme,
  round: DemoRound,
  { level, draw, reviewedFrom, reviewedTo, submitted }: DemoLevel,
  work: ReadonlyMap<string, DemoCaseStage>,
  staff: readonly DemoPerson[],
): readonly DemoReview[] {
  const teams = listTeams(staff)
  const days = (Date.parse(reviewedTo) - Date.parse(reviewedFrom)) / 86_400_000
  return draw.cases
    .filter(({ status }) => status === 'drawn')
    .map((drawn, index): DemoReview => {
      const each = work.get(drawn.caseId)
      if (each === undefined) throw new Error(`no case stage ${drawn.caseId}`)
      const stream = chance(`review ${draw.phase} ${drawn.caseId}`)
      const [reviewer, second] = pickReviewers(staff, level.reviewers, each, teams, index)
      const base = {
        id: demoId<ReviewId>(`review ${draw.phase} ${drawn.caseId} ${drawn.stage}`),
        work: each,
        level: level.level,
        reviewer,
        second: level.together || level.apart === true ? second : null,
        own: [],
      }
      const start = officeHour(
        addDays(reviewedFrom, stream.between(0, days)),
        stream.between(7, 13),
        stream.between(0, 59),
      )
      const minutes = Math.round(level.minutes * (0.7 + 0.6 * stream.next()))
      const fate = stream.next()
      const done = fate < submitted
      if (!done && fate > submitted + (1 - submitted) * 0.25)
        return { ...base, state: 'assigned', startedAt: null, submittedAt: null, minutes: null, answers: [] }
      const stage = getStage(programme, drawn.stage)
      const truth = trueAnswers(each, stage, round.number)
      const answered = done ? stage.questions.length : Math.ceil(stage.questions.length * stream.next() * 0.9)
      const given = new Map(
        stage.questions
          .slice(0, answered)
          .map((question) => [
            question.key,
            reviewAnswer(question, truth.get(question.key) ?? 'na', level.level, each.caseId),
          ]),
      )
      const answers = askedQuestions(stage.questions, given).flatMap((question, place) => {
        const answer = given.get(question.key)
        if (answer === undefined) return []
        return {
          question: getQuestion(programme, question.key),
          answer,
          at: new Date(start.getTime() + ((place + 1) * minutes * 60_000) / (stage.questions.length + 1)),
          comment: commentOn(question, answer, stream.next()),
        }
      })
      const end = new Date(start.getTime() + minutes * 60_000)
      return done
        ? { ...base, state: 'submitted', startedAt: start, submittedAt: end, minutes, answers }
        : { ...base, state: 'in-progress', startedAt: start, submittedAt: null, minutes: null, answers }
    })
}

function commentOn(question: Question, answer: AnswerValue, at: number): string | null {
  if (answer === 'na' || answer === question.expected || at > 0.25) return null
  return 'Kan ikke genfindes i journalen (opdigtet bemærkning).'
}

/** Reviewers take turns; nobody reviews a case they took part in, or that one of their team did. */
function pickReviewers(
  staff: readonly DemoPerson[],
  roles: readonly string[],
  { unit, caseworker, helper }: DemoCaseStage,
  teams: ReadonlyMap<DemoPerson, DemoPerson>,
  turn: number,
): readonly [DemoPerson, DemoPerson | null] {
  const able = staff.filter(
    (person) =>
      roles.includes(person.role) &&
      (person.unit === null || person.unit === unit) &&
      person !== caseworker &&
      person !== helper &&
      person !== teams.get(caseworker) &&
      (helper === null || person !== teams.get(helper)),
  )
  const first = able[turn % able.length]
  if (first === undefined) throw new Error(`nobody can review in ${unit.name}`)
  return [first, able.find((person) => person.role !== first.role) ?? null]
}
