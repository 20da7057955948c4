import type { DifferenceRow, Differences } from '../../contract/review/differences.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { getLevel, getStage } from '../../core/programme/lookup.ts'
import { refusalOfCorrection } from '../../core/review/correction.ts'
import { differenceStanding } from '../../core/review/difference.ts'
import { whatStands } from '../../core/review/given-answer.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { listAnswers, type ReviewAnswer } from '../../storage/review/answers.ts'
import { getCaseFacts } from '../../storage/review/case-facts.ts'
import { listMoves, type StoredMove } from '../../storage/review/difference-move.ts'
import { countMessages } from '../../storage/review/review-message.ts'
import { listReviewsOfCase } from '../../storage/review/review.ts'
import type { PersonalReader, Reader } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'
import { correctableOf } from './correction-situation.ts'
import { isDiscussionOpen, openPair, type LevelPair } from './level-pair.ts'

/** Where two levels saw a case differently, and what they say to it. Open to those the seal lets see both reviews. */
export async function getDifferences(
  context: Context,
  id: ReviewId,
): Promise<Result<Immutable<Differences>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const opened = await openPair(context, tx.reader, id)
    if (!opened.ok) return opened
    const pair = opened.value
    const { programme, own, below, side } = pair
    const reader = await tx.recordAccess({
      act: 'compare-reviews',
      subjectKind: 'review',
      subjectId: id,
      detail: { caseStage: own.caseStageId, below: below?.id ?? null },
    })
    const { caseId, content } = await getCaseFacts(reader, own)
    const stage = getStage(programme, own.stage)
    const level = getLevel(programme, own.level)
    const taking = side !== 'reader' && !(side === 'above' ? own : below)?.tookPart
    return done({
      caseId,
      stage: stage.title,
      unit: content.unit,
      side,
      maySettle: taking && below?.state === 'submitted' && !own.roundClosed,
      mayWrite: taking && !own.roundClosed && (await isDiscussionOpen(reader, pair)),
      own: { level: level.level, title: level.title },
      below:
        level.from === undefined
          ? null
          : {
              level: level.from,
              title: getLevel(programme, level.from).title,
              ...(await belowStanding(context, reader, pair)),
            },
      rows: below?.state === 'submitted' ? await readRows(reader, pair) : [],
    })
  })
}

async function belowStanding(context: Context, reader: Reader, { programme, own, below }: LevelPair) {
  if (below === undefined) return { review: null, submitted: false, mayReturn: false, returned: false }
  const ofCase = await listReviewsOfCase(reader, own.roundId, own.caseStageId)
  const { situation, facts } = await correctableOf(context, reader, below, programme, ofCase)
  const submitted = below.state === 'submitted'
  const returned = below.state === 'in-progress' && facts.kept > 0
  return {
    // Before, it is told as where there is none: an anchor has none.
    review: submitted || returned ? below.id : null,
    submitted,
    mayReturn: refusalOfCorrection('return', situation) === null,
    returned,
  }
}

async function readRows(
  reader: PersonalReader,
  { programme, own, below }: LevelPair,
): Promise<Immutable<DifferenceRow>[]> {
  if (below === undefined) return []
  const pair = { review: own.id, below: below.id }
  const mine = await answersOf(reader, own.id)
  const theirs = await answersOf(reader, below.id)
  const moves = await listMoves(reader, pair)
  const messages = await countMessages(reader, pair)
  return getStage(programme, own.stage)
    .questions.filter(({ key }) => mine.has(key) || theirs.has(key))
    .map(({ key, number, text, answerType, grades = [] }) => {
      const [own, under] = [mine.get(key), theirs.get(key)]
      const standing = differenceStanding(
        answerType,
        moves.filter(({ question }) => question === key),
        { own: whatStands(own), below: whatStands(under) },
      )
      return {
        question: key,
        number,
        text,
        answerType,
        grades,
        own: toSide(own),
        below: toSide(under),
        state: standing.state,
        proposal: standing.proposal && toProposal(standing.proposal),
        reply: standing.reply && toReply(standing.reply),
        messages: messages.get(key) ?? 0,
      }
    })
}

function toProposal({ id, reason, consensus, note, by, at }: StoredMove) {
  if (reason === null || consensus === null) throw new Error('a proposal without reason or answer')
  return { id, reason, consensus, note, by, at: at.toISOString() }
}

function toReply({ kind, note, by, at }: StoredMove) {
  return { agreed: kind === 'agreed', note, by, at: at.toISOString() }
}

async function answersOf(
  reader: PersonalReader,
  review: ReviewId,
): Promise<ReadonlyMap<string, ReviewAnswer>> {
  return new Map((await listAnswers(reader, review)).map((answer) => [answer.question, answer]))
}

function toSide(of: ReviewAnswer | undefined): Immutable<DifferenceRow>['own'] {
  if (of === undefined || whatStands(of) === null) return null
  const { answer, value, derivedValue, overrideReason, comment, evidenceReference, evidenceDate } = of
  return { answer, value, derivedValue, overrideReason, comment, evidenceReference, evidenceDate }
}
