import type { Programme } from '../../core/programme/programme.ts'
import { isMerged } from '../../core/review/merge.ts'
import type { PersonId } from '../../storage/ids.ts'
import { saveHandIn } from '../../storage/review/own-form.ts'
import { findReview, type ReviewHead } from '../../storage/review/review.ts'
import type { PersonalReader, Writer } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { notify } from '../notification/notify.ts'
import { readMerge, submitMerged } from './merge-data.ts'
import { Overtaken } from './overtaken.ts'

interface OwnSubmission {
  readonly programme: Programme
  readonly minutes: number
  readonly at: Date
  readonly by: PersonId
  readonly asked: readonly string[]
}

/**
 * Hands in the form of one of two who review apart. The last to do so opens both forms to both: where they say the same
 * throughout the level's review is submitted at once, else the two are told to merge.
 */
export async function handIn(
  context: Context,
  { reader, writer }: { readonly reader: PersonalReader; readonly writer: Writer },
  head: ReviewHead,
  { programme, ...submission }: OwnSubmission,
): Promise<void> {
  if (!(await saveHandIn(writer, head.id, submission))) throw new Overtaken()
  // Read again now that the review is held: the colleague may have handed in meanwhile.
  const now = await findReview(reader, head.id, submission.by)
  if (now === undefined) throw new Error('a held review is gone')
  if (!now.colleaguesReady) return
  const merge = await readMerge(reader, now, programme)
  if (isMerged(merge.standings)) {
    await submitMerged(context, writer, now, { programme, merge })
    return
  }
  await notify(writer, {
    to: merge.forms.map(({ person }) => person).filter((person) => person !== submission.by),
    kind: 'merge-ready',
    subjectId: head.id,
    once: String(now.version),
  })
}
