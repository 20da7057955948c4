import type { FormQuestion, Review, SavedAnswer } from '../../contract/review/review.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { legalReference } from '../../core/programme/legal-reference.ts'
import { findLevel, getLevel, getStage } from '../../core/programme/lookup.ts'
import type { Programme, Question } from '../../core/programme/programme.ts'
import { escalatingAnswer } from '../../core/review/escalating-answer.ts'
import { daysBetween } from '../../core/review/days-between.ts'
import { allowedActs, refusalOf } from '../../core/review/review-acts.ts'
import { apartStep, ownState, type OwnForm } from '../../core/review/own-form.ts'
import { isSealed } from '../../core/review/seal.ts'
import { getRound } from '../../storage/draw/round.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { listAnswers, type ReviewAnswer } from '../../storage/review/answers.ts'
import { getCaseFacts, listParticipantsOf, listReviewerNames } from '../../storage/review/case-facts.ts'
import { listSharedColumns } from '../../storage/review/anchor-in-round.ts'
import { getReviewComment } from '../../storage/review/review-comment.ts'
import { findOwnComment, listOwnAnswers } from '../../storage/review/own-form.ts'
import { findReview, listReviewsOfCase, type ReviewHead } from '../../storage/review/review.ts'
import type { PersonalReader, Transaction } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { isBlind, withoutDates } from './anchor-blindness.ts'
import { minutesSoFar } from './minutes-so-far.ts'
import { situationOf, viewerOf } from './situation.ts'

/** The form with what the caller may see of it. Every opening is on record. */
export async function getReview(context: Context, id: ReviewId): Promise<Result<Immutable<Review>>> {
  const read = async (tx: Transaction) => {
    const head = await findReview(tx.reader, id, context.actor.personId)
    if (head === undefined) return refused('not-found')
    const situation = situationOf(context, head)
    const refusal = refusalOf('open', situation)
    if (refusal !== null) return refused(refusal)

    const [{ programme }, round, ofCase] = await Promise.all([
      getProgrammeVersion(tx.reader, head.programmeVersionId),
      getRound(tx.reader, head.roundId),
      listReviewsOfCase(tx.reader, head.roundId, head.caseStageId),
    ])
    const sealed = isSealed(head, viewerOf(context, head, programme), ofCase, head.roundClosed)
    const reader = await tx.recordAccess({
      act: 'open-review',
      subjectKind: 'review',
      subjectId: id,
      detail: { caseStage: head.caseStageId, sealed },
    })
    const { personId: me } = context.actor
    const { isReviewer } = viewerOf(context, head, programme)
    const own = ownFormOf(head)
    // The level's answers are there only once both own forms are merged.
    const inOwnForm = head.apart && isReviewer && (head.state === 'assigned' || head.state === 'in-progress')
    const level = getLevel(programme, head.level)
    const below = level.from === undefined ? undefined : findLevel(programme, level.from)
    const stage = getStage(programme, head.stage)
    const blind = isBlind(context, head)
    const [caseFacts, sharedColumns, reviewers, answers, comment] = await Promise.all([
      readCaseFacts(reader, head),
      blind ? listSharedColumns(reader, levelOf(head)) : new Set<string>(),
      readReviewers(context, reader, head),
      sealed ? [] : inOwnForm ? listOwnAnswers(reader, id, [me]) : listAnswers(reader, id),
      sealed ? null : inOwnForm ? findOwnComment(reader, id, me) : getReviewComment(reader, id),
    ])
    const open = isReviewer && (head.state === 'assigned' || head.state === 'in-progress')
    const myName = reviewers.find((each) => each.me)?.name
    const mine = answers.filter(({ answeredBy }) => answeredBy === myName)
    return done({
      id: head.id,
      state: inOwnForm ? ownState(own) : head.state,
      apart: isReviewer && showsForms(head) ? apartStep(head.state, own, head.colleaguesReady) : null,
      acts: allowedActs(situation),
      declarationNeeded:
        situation.standing === 'reviewer' && refusalOf('answer', situation) === 'declaration-needed',
      sealed,
      round: {
        key: round.key,
        title: { da: round.titleDa, en: round.titleEn },
        closed: head.roundClosed,
      },
      level: { level: level.level, title: level.title, minutes: level.minutes },
      below: below?.title ?? null,
      stage: stage.title,
      caseFacts: blind ? withoutDates(caseFacts, sharedColumns) : caseFacts,
      reviewers,
      startedAt: (inOwnForm ? own : head).startedAt?.toISOString() ?? null,
      submittedAt: head.submittedAt?.toISOString() ?? null,
      minutes: (inOwnForm ? own : head).minutes,
      minutesSoFar: open ? await minutesSoFar(reader, head, mine) : 0,
      programmeStatus: programme.status ?? null,
      sections: stage.sections,
      questions: stage.questions.map((question) => toFormQuestion(question, caseFacts.completed, programme)),
      comment,
      answers: answers.map(toSavedAnswer),
    })
  }
  return context.database.transaction(context.actor, read, { plans: 'once' })
}

async function readCaseFacts(reader: PersonalReader, head: ReviewHead) {
  const [{ caseId, content }, participants] = await Promise.all([
    getCaseFacts(reader, head),
    listParticipantsOf(reader, head),
  ])
  const { unit, caseworker, started, completed, attributes } = content
  return {
    caseId,
    unit,
    caseworker,
    started,
    completed,
    days: daysBetween(started, completed),
    attributes: Object.entries(attributes)
      .map(([name, value]) => ({ name, value }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'da')),
    participants,
  }
}

/** Own forms that are being filled in or merged, or can be looked back at. */
function showsForms({ apart, hasForms, state }: ReviewHead): boolean {
  return apart || (hasForms && state === 'submitted')
}

function ownFormOf({ ownStartedAt, ownSubmittedAt, ownMinutes }: ReviewHead): OwnForm {
  return { startedAt: ownStartedAt, submittedAt: ownSubmittedAt, minutes: ownMinutes }
}

function levelOf({ roundId: round, level, drawId: draw }: ReviewHead) {
  return { round, level, draw }
}

async function readReviewers(context: Context, reader: PersonalReader, head: ReviewHead) {
  const ids = [head.assignedTo, head.assignedWith].filter((id) => id !== null)
  const names = await listReviewerNames(reader, ids)
  return ids.map((id) => ({
    name: names.find((person) => person.id === id)?.name ?? '',
    me: id === context.actor.personId,
  }))
}

/** A question as the form shows it, with the law in force on the day its stage was completed. */
export function toFormQuestion(
  question: Question,
  completed: string,
  programme: Programme,
): Immutable<FormQuestion> {
  const legal = legalReference(question, completed, programme)
  const { key, number, section, text, legalConfidence, guidance, escalates } = question
  const { askedWhen, answerType, grades, derived, deadlineRule } = question
  return {
    key,
    number,
    section,
    text,
    law: legal === null ? null : { title: legal.law.title, reference: legal.reference },
    legalConfidence,
    guidance: guidance ?? null,
    escalates,
    escalatesOn: escalatingAnswer(question),
    answerType,
    grades: grades ?? [],
    deadlineRule: deadlineRule ?? null,
    ...(askedWhen === undefined ? {} : { askedWhen }),
    ...(derived === undefined ? {} : { derived }),
  }
}

export function toSavedAnswer(answer: ReviewAnswer): SavedAnswer {
  const { wording: _, answeredAt, ...rest } = answer
  return { ...rest, answeredAt: answeredAt.toISOString() }
}
