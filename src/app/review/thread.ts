import type { Thread } from '../../contract/review/discussion.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { getStage } from '../../core/programme/lookup.ts'
import { listMessages, listUntold, saveMessage } from '../../storage/review/review-message.ts'
import type { ReviewHead } from '../../storage/review/review.ts'
import type { Reader, Writer } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { notify } from '../notification/notify.ts'
import { isDiscussionOpen, openPair, reviewersOf } from './level-pair.ts'
import type { QuestionOfPair } from './settle-difference.ts'

/** What the two levels' reviewers wrote to each other about a question. */
export function getThread(
  context: Context,
  { review, question }: QuestionOfPair,
): Promise<Result<Immutable<Thread>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const opened = await openThread(context, tx.reader, { review, question })
    if (!opened.ok) return opened
    const { below } = opened.value
    const detail = { question }
    const reader = await tx.recordAccess({
      act: 'read-thread',
      subjectKind: 'review',
      subjectId: review,
      detail,
    })
    const messages = await listMessages(reader, { review, below: below.id }, question)
    return done({
      messages: messages.map(({ at, personId, by, text }) => ({
        at: at.toISOString(),
        by,
        me: personId === context.actor.personId,
        text,
      })),
    })
  })
}

/** Writes to the other level's reviewers. They are told that there is a message, never what it says. */
export function writeMessage(
  context: Context,
  { review, question }: QuestionOfPair,
  text: string,
): Promise<Result<undefined>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const opened = await openThread(context, tx.reader, { review, question })
    if (!opened.ok) return opened
    const { own, below } = opened.value
    if (own.roundClosed) return refused('round-closed')
    const detail = { question }
    const writer = await tx.recordChange({
      room: 'review',
      act: 'write-message',
      subjectKind: 'review',
      subjectId: review,
      detail,
    })
    await saveMessage(writer, { review, below: below.id, question, by: personId, text })
    await tell(context, writer, own)
    await tell(context, writer, below)
    return done()
  })
}

/** Once until it is seen, however many messages come meanwhile. */
async function tell(context: Context, writer: Writer, head: ReviewHead): Promise<void> {
  const others = reviewersOf(head).filter((person) => person !== context.actor.personId)
  await notify(writer, {
    to: await listUntold(writer, others, head.id),
    kind: 'thread-message',
    subjectId: head.id,
    once: context.now.toISOString(),
  })
}

interface OpenThread {
  readonly own: ReviewHead
  readonly below: ReviewHead
}

async function openThread(
  context: Context,
  reader: Reader,
  { review, question }: QuestionOfPair,
): Promise<Result<OpenThread>> {
  const opened = await openPair(context, reader, review, { whileCorrecting: true })
  if (!opened.ok) return opened
  const { own, below, side, programme } = opened.value
  if (side === 'reader') return refused('not-your-review')
  if ((side === 'above' ? own : below)?.tookPart === true) return refused('own-case')
  if (below === undefined || !(await isDiscussionOpen(reader, opened.value)))
    return refused('discussion-closed')
  const inForm = getStage(programme, own.stage).questions
  return inForm.some(({ key }) => key === question) ? done({ own, below }) : refused('question-not-in-form')
}
