import { getStage } from '../../core/programme/lookup.ts'
import type { Programme, Question } from '../../core/programme/programme.ts'
import { mergeStandings, type MergeStanding } from '../../core/review/merge.ts'
import { sayTheSame } from '../../core/review/given-answer.ts'
import { askedQuestions } from '../../core/review/asked-questions.ts'
import { valueTypeOf } from '../../core/review/value-type.ts'
import {
  listHandedIn,
  listMergeMoves,
  saveMergedAnswers,
  type MergedAnswer,
  type MergeMove,
  type OwnReview,
} from '../../storage/review/merge.ts'
import { listOwnAnswers, type OwnAnswer } from '../../storage/review/own-form.ts'
import type { ReviewHead } from '../../storage/review/review.ts'
import { saveReviewEvents } from '../../storage/review/review-event.ts'
import { saveSubmission } from '../../storage/review/submission.ts'
import type { PersonalReader, Writer } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { findErrors } from '../finding/find-errors.ts'
import { derivedAnswers } from './derived-answers.ts'
import { givenAnswers } from './given-answers.ts'
import { Overtaken } from './overtaken.ts'

export interface Merge {
  readonly forms: readonly OwnReview[]
  readonly answers: readonly OwnAnswer[]
  readonly moves: readonly MergeMove[]
  readonly standings: readonly MergeStanding<MergeMove>[]
}

/** Both own forms, what was chosen, and where each question stands. Only for who may see them: `mayMerge`. */
export async function readMerge(
  reader: PersonalReader,
  head: ReviewHead,
  programme: Programme,
): Promise<Merge> {
  const forms = await listHandedIn(reader, head.id)
  const people = forms.map(({ person }) => person)
  const found = await listOwnAnswers(reader, head.id, people)
  // The first reviewer's first, as the forms are: what both wrote is joined in this order.
  const answers = found.toSorted((a, b) => people.indexOf(a.person) - people.indexOf(b.person))
  const moves = await listMergeMoves(reader, head.id)
  const handedIn = forms.map(({ person }) => ({
    person,
    answers: givenAnswers(answers.filter((each) => each.person === person)),
  }))
  const { questions } = getStage(programme, head.stage)
  return { forms, answers, moves, standings: mergeStandings(questions, handedIn, moves) }
}

/** Submits the level's review with the merged answers. Throws `Overtaken` when another write came between. */
export async function submitMerged(
  context: Context,
  writer: Writer,
  head: ReviewHead,
  { programme, merge }: { readonly programme: Programme; readonly merge: Merge },
): Promise<void> {
  const { questions } = getStage(programme, head.stage)
  const merged = toMerged(questions, merge, context)
  const answers = givenAnswers(merged)
  const asked = askedQuestions(questions, answers)
  const by = context.actor.personId
  await saveMergedAnswers(
    writer,
    { review: head.id, programmeVersionId: head.programmeVersionId, at: context.now },
    { answers: merged, comment: joined(merge.forms), version: head.version + 1 },
  )
  const submission = {
    minutes: minutesOf(merge.forms),
    at: context.now,
    by,
    asked: asked.map(({ key }) => key),
    derived: derivedAnswers(asked, answers),
  }
  await saveReviewEvents(writer, [{ review: head.id, by, kind: 'merged' }])
  if (!(await saveSubmission(writer, head, submission))) throw new Overtaken()
  await findErrors(writer, head.id, programme, context.now)
}

/** What one of them used, as with a form that two fill in together; forecasts are about one person's time. */
function minutesOf(forms: readonly OwnReview[]): number {
  const minutes = forms.flatMap((form) => form.minutes ?? [])
  return Math.ceil(minutes.reduce((sum, each) => sum + each, 0) / Math.max(1, minutes.length))
}

function toMerged(questions: readonly Question[], merge: Merge, context: Context): readonly MergedAnswer[] {
  const byKey = new Map(questions.map((question) => [question.key, question]))
  return merge.standings.flatMap(({ question: key, given, choice, settle }): MergedAnswer[] => {
    const question = byKey.get(key)
    if (question === undefined || given === null) return []
    // Where they settled on the rule's grade it follows, and overrides nothing.
    if (settle !== null && choice !== null && given === settle.rule) return []
    const own = merge.answers.filter(
      (each) =>
        each.question === key &&
        (each.answer ?? each.value) !== null &&
        sayTheSame(question.answerType, each.answer ?? each.value, given),
    )
    const value = question.answerType === 'yes-no' ? null : given
    // Where they settle on what neither had said, what both had looked at is its evidence.
    const seen = own.length > 0 ? own : merge.answers.filter((each) => each.question === key)
    return [
      {
        question: key,
        answer: given === 'yes' || given === 'no' || given === 'na' ? answerOf(question, given) : null,
        value,
        ...valueTypeOf(question, value),
        overrideReason: joinTexts(own.map(({ overrideReason }) => overrideReason)),
        comment: joinTexts([choice?.note ?? null, ...own.map(({ comment }) => comment)]),
        evidenceReference: joinTexts(
          seen.map(({ evidenceReference }) => evidenceReference),
          '; ',
        ),
        evidenceDate: seen.find(({ evidenceDate }) => evidenceDate !== null)?.evidenceDate ?? null,
        wording: question.text.da,
        by: choice?.person ?? own[0]?.person ?? context.actor.personId,
      },
    ]
  })
}

/** A text answer may read `yes` too. */
function answerOf({ answerType }: Question, given: 'yes' | 'no' | 'na') {
  return answerType === 'yes-no' ? given : null
}

function joined(forms: readonly OwnReview[]): string | null {
  return joinTexts(forms.map(({ comment }) => comment))
}

/** Both texts, one after the other; the same text once. */
function joinTexts(texts: readonly (string | null)[], between = '\n\n'): string | null {
  const said = [...new Set(texts.filter((text) => text !== null))]
  return said.length === 0 ? null : said.join(between)
}
