import { getLevel, getStage } from '../../core/programme/lookup.ts'
import {
  differenceStanding,
  refusalOfMove,
  type DifferenceMoveKind,
  type DifferenceReason,
} from '../../core/review/difference.ts'
import { checkCommonAnswer, whatStands } from '../../core/review/given-answer.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { findAnswer } from '../../storage/review/answers.ts'
import { holdPair, listMoves, saveMove } from '../../storage/review/difference-move.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { notify } from '../notification/notify.ts'
import { openPair, reviewersOf } from './level-pair.ts'

interface Move {
  readonly kind: DifferenceMoveKind
  readonly reason: DifferenceReason | null
  readonly consensus: string | null
  readonly note: string | null
  /** The newest proposal that the caller saw; 0: none. */
  readonly seen: number
}

/** The higher level says why the two differ and which answer should be common. */
export function proposeConsensus(
  context: Context,
  at: QuestionOfPair,
  proposal: {
    readonly reason: DifferenceReason
    readonly consensus: string
    readonly note: string | null
    readonly seen: number
  },
): Promise<Result<undefined>> {
  return move(context, at, { kind: 'proposed', ...proposal })
}

/** The lower level agrees, or keeps its view; both stay visible either way. */
export function replyToProposal(
  context: Context,
  at: QuestionOfPair,
  reply: { readonly agreed: boolean; readonly note: string | null; readonly proposal: number },
): Promise<Result<undefined>> {
  const kind = reply.agreed ? 'agreed' : 'kept'
  return move(context, at, { kind, reason: null, consensus: null, note: reply.note, seen: reply.proposal })
}

export interface QuestionOfPair {
  /** The higher level's. */
  readonly review: ReviewId
  readonly question: string
}

function move(
  context: Context,
  { review, question }: QuestionOfPair,
  { kind, reason, consensus, note, seen }: Move,
): Promise<Result<undefined>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const first = await openPair(context, tx.reader, review)
    if (!first.ok) return first
    // An anchor has no review below, and is answered as one whose level below has not submitted.
    if (first.value.below === undefined)
      return refused(
        getLevel(first.value.programme, first.value.own.level).from === undefined
          ? 'no-difference'
          : 'sealed',
      )
    const pair = { review, below: first.value.below.id }
    const entry = { subjectKind: 'review', subjectId: review, detail: { question } } as const
    const reader = await tx.recordAccess({ act: 'settle-difference', ...entry })
    await holdPair(reader, pair)
    // Read again now that nobody else can change it.
    const opened = await openPair(context, reader, review)
    if (!opened.ok) return opened
    const { own, below, side, programme } = opened.value
    if (below === undefined || below.state !== 'submitted') return refused('sealed')
    if (side === 'reader') return refused('not-your-review')
    if ((side === 'above' ? own : below).tookPart) return refused('own-case')
    if (own.roundClosed) return refused('round-closed')
    const asked = getStage(programme, own.stage).questions.find(({ key }) => key === question)
    if (asked === undefined) return refused('question-not-in-form')
    const answers = {
      own: whatStands(await findAnswer(reader, own.id, question)),
      below: whatStands(await findAnswer(reader, below.id, question)),
    }
    const moves = (await listMoves(reader, pair)).filter((each) => each.question === question)
    const refusal = refusalOfMove(kind, side, differenceStanding(asked.answerType, moves, answers), seen)
    if (refusal !== null) return refused(refusal)
    const wrong = consensus === null ? [] : checkCommonAnswer(asked, consensus)
    if (wrong.length > 0) return refused('unfit-answer', wrong)
    const writer = await tx.recordChange({ room: 'review', act: `consensus-${kind}`, ...entry })
    await saveMove(writer, {
      ...pair,
      question,
      kind,
      reason,
      consensus,
      ownAnswer: answers.own,
      belowAnswer: answers.below,
      note,
      by: personId,
    })
    const above = side === 'above'
    await notify(writer, {
      to: reviewersOf(above ? below : own),
      kind: above ? 'consensus-proposed' : 'consensus-answered',
      subjectId: above ? below.id : own.id,
      once: context.today,
    })
    return done()
  })
}
