import { getStage } from '../../core/programme/lookup.ts'
import { refusalOf } from '../../core/review/review-acts.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { listNotes, saveNote, type Note } from '../../storage/review/note.ts'
import { findReview } from '../../storage/review/review.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { situationOf } from './situation.ts'

/** The caller's own notes on a review; of other people's not even whether there are any. */
export async function listMyNotes(
  context: Context,
  id: ReviewId,
): Promise<Result<{ readonly notes: readonly Note[] }>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const head = await findReview(tx.reader, id, personId)
    if (head === undefined) return refused('not-found')
    const refusal = refusalOf('open', situationOf(context, head))
    if (refusal !== null) return refused(refusal)
    const reader = await tx.recordAccess({ act: 'read-own-notes', subjectKind: 'review', subjectId: id })
    return done({ notes: await listNotes(reader, id, personId) })
  })
}

interface NoteSave {
  readonly review: ReviewId
  readonly question: string
  readonly text: string | null
  /** The note as the caller saw it. */
  readonly before: string | null
}

export async function saveMyNote(
  context: Context,
  { review, question, text, before }: NoteSave,
): Promise<Result<undefined>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const head = await findReview(tx.reader, review, personId)
    if (head === undefined) return refused('not-found')
    const refusal = refusalOf('answer', situationOf(context, head))
    if (refusal !== null) return refused(refusal)
    const { programme } = await getProgrammeVersion(tx.reader, head.programmeVersionId)
    if (!getStage(programme, head.stage).questions.some(({ key }) => key === question))
      return refused('question-not-in-form')
    const entry = { subjectKind: 'review', subjectId: review, detail: { question } } as const
    const reader = await tx.recordAccess({ act: 'read-own-notes', ...entry })
    const stored = (await listNotes(reader, review, personId)).find((note) => note.question === question)
    const now = stored?.text ?? null
    if (now === text) return done()
    const outdated = { ...refused('outdated-version'), current: { text: now } }
    if (now !== before) return outdated
    const writer = await tx.recordChange({ room: 'review', act: 'save-note', ...entry })
    if (await saveNote(writer, { review, question, writtenBy: personId, text, before })) return done()
    // Another window of the same person came between; the client loads and tries again.
    return refused('outdated-version')
  })
}
