import type { Problem } from '../../core/language/problem.ts'
import { getStage } from '../../core/programme/lookup.ts'
import type { Question, Stage } from '../../core/programme/programme.ts'
import { askedQuestions, missingQuestions } from '../../core/review/asked-questions.ts'
import { undeclared } from '../../core/review/independence.ts'
import { refusalOf } from '../../core/review/review-acts.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { listAnswers } from '../../storage/review/answers.ts'
import { listOwnAnswers } from '../../storage/review/own-form.ts'
import { listDeclarations } from '../../storage/review/independence.ts'
import { findReview, type ReviewHead } from '../../storage/review/review.ts'
import { hasBarredAnswers, setAsideAnswers } from '../../storage/review/set-aside.ts'
import { saveSubmission } from '../../storage/review/submission.ts'
import type { PersonalReader, Transaction } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { notify } from '../notification/notify.ts'
import { findErrors } from '../finding/find-errors.ts'
import { derivedAnswers } from './derived-answers.ts'
import { givenAnswers } from './given-answers.ts'
import { handIn } from './hand-in.ts'
import { againWhenOvertaken, Overtaken } from './overtaken.ts'
import { situationOf } from './situation.ts'

interface Submitted {
  readonly submittedAt: string
}

/** Ends a complete review. */
export function submitReview(context: Context, id: ReviewId, minutes: number): Promise<Result<Submitted>> {
  return againWhenOvertaken(() => submitOnce(context, id, minutes))
}

async function submitOnce(context: Context, id: ReviewId, minutes: number): Promise<Result<Submitted>> {
  return context.database.transaction(context.actor, async (tx) => {
    const head = await findReview(tx.reader, id, context.actor.personId)
    if (head === undefined) return refused('not-found')
    const refusal = refusalOf('submit', situationOf(context, head))
    if (refusal !== null) return refused(refusal)
    const { programme } = await getProgrammeVersion(tx.reader, head.programmeVersionId)
    const stage = getStage(programme, head.stage)
    const entry = { subjectKind: 'review', subjectId: id } as const
    const reader = await tx.recordAccess({ act: 'check-completeness', ...entry })
    const { personId: by } = context.actor
    const waiting = await listWaiting(reader, head)
    if (waiting.length > 0) return refused('colleague-undeclared', waiting)
    await setAside(tx, head)
    const answers = givenAnswers(
      await (head.apart ? listOwnAnswers(reader, id, [by]) : listAnswers(reader, id)),
    )
    const missing = missingQuestions(stage.questions, answers)
    if (missing.length > 0)
      return {
        ...refused(
          'incomplete',
          missing.map((question) => unanswered(question, stage)),
        ),
        // The answers that were set aside are what is missing.
        keepsChanges: true,
      }

    const asked = askedQuestions(stage.questions, answers)
    const writer = await tx.recordChange({ room: 'review', act: 'submit', ...entry, detail: { minutes } })
    const submission = { minutes, at: context.now, by, asked: asked.map(({ key }) => key) }
    const derived = derivedAnswers(asked, answers)
    if (head.apart) await handIn(context, { reader, writer }, head, { programme, ...submission })
    else {
      if (!(await saveSubmission(writer, head, { ...submission, derived }))) throw new Overtaken()
      await findErrors(writer, id, programme, context.now)
    }
    // Sent back after a merge, either corrects it in the level's form: the other did not see what is submitted.
    if (!head.apart && head.hasForms)
      await notify(writer, {
        to: [head.assignedTo, head.assignedWith].flatMap((to) => (to === null || to === by ? [] : [to])),
        kind: 'review-resubmitted',
        subjectId: id,
        once: String(head.version),
      })
    return done({ submittedAt: context.now.toISOString() })
  })
}

/** Who of those who answer together has not opened the case and said that they can judge it. */
async function listWaiting(reader: PersonalReader, { id, apart }: ReviewHead): Promise<readonly Problem[]> {
  const reviewers = await listDeclarations(reader, id)
  const missing = undeclared(apart, reviewers)
  return reviewers.flatMap(({ person, name }) => (missing.includes(person) ? [notDeclared(name)] : []))
}

function notDeclared(name: string): Problem {
  return {
    code: 'undeclared',
    text: {
      da: `${name} har ikke åbnet sagen og erklæret sig uafhængig.`,
      en: `${name} has not opened the case and declared independence.`,
    },
  }
}

/** Answers of somebody who turned out not to be independent after the case had left them for another reason. */
async function setAside(tx: Transaction, { id, apart }: ReviewHead): Promise<void> {
  if (apart || !(await hasBarredAnswers(tx.reader, id))) return
  const subject = { subjectKind: 'review', subjectId: id } as const
  await setAsideAnswers(await tx.recordChange({ room: 'review', act: 'set-aside-answers', ...subject }), id)
}

/** That a question lacks its answer, with where it stands. */
export function unanswered({ number, section }: Question, { sections }: Stage): Problem {
  const title = sections.find((each) => each.number === section)?.title
  const where = (language: 'da' | 'en') => (title === undefined ? '' : ` (${title[language]})`)
  return {
    code: 'unanswered',
    text: {
      da: `Spørgsmål ${number}${where('da')} mangler svar.`,
      en: `Question ${number}${where('en')} has no answer yet.`,
    },
  }
}
