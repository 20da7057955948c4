import type { AllLevels } from '../../contract/review/all-levels.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { getLevel, getStage } from '../../core/programme/lookup.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { whatStands, type GivenAnswer } from '../../core/review/given-answer.ts'
import { isSealed } from '../../core/review/seal.ts'
import type { ReviewId } from '../../storage/ids.ts'
import { listAnswers } from '../../storage/review/answers.ts'
import { findReview, listReviewsOfCase } from '../../storage/review/review.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'
import { isBlind } from './anchor-blindness.ts'
import { openPair } from './level-pair.ts'
import { viewerOf } from './situation.ts'

type Answers = ReadonlyMap<string, GivenAnswer>

/** Every level's answers to a case side by side, for whoever may compare this review; each level's under its own seal. */
export async function getAllLevels(context: Context, id: ReviewId): Promise<Result<Immutable<AllLevels>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const opened = await openPair(context, tx.reader, id)
    if (!opened.ok) return opened
    const { programme, own } = opened.value
    const ofCase = await listReviewsOfCase(tx.reader, own.roundId, own.caseStageId)
    const reader = await tx.recordAccess({
      act: 'compare-levels',
      subjectKind: 'review',
      subjectId: id,
      detail: { caseStage: own.caseStageId },
    })
    // The levels below never get an anchor, but may be taken to be at work on it.
    const awaited =
      own.anchorId !== null && isBlind(context, own) ? levelsBelow(programme, own.level) : new Set()
    const levels: (Immutable<AllLevels>['levels'][number] & { readonly answers: Answers })[] = []
    for (const { level, title } of programme.levels.toSorted((a, b) => a.level - b.level)) {
      const found = ofCase.find((review) => review.level === level)
      const head = found && (await findReview(reader, found.id, context.actor.personId))
      const at = { level, title }
      if (head === undefined && awaited.has(level))
        levels.push({ ...at, standing: 'open', answers: new Map() })
      else if (head === undefined || head.state === 'written-off')
        levels.push({ ...at, standing: 'none', answers: new Map() })
      else if (head.state !== 'submitted') levels.push({ ...at, standing: 'open', answers: new Map() })
      else if (isSealed(head, viewerOf(context, head, programme), ofCase, head.roundClosed))
        levels.push({ ...at, standing: 'closed', answers: new Map() })
      else {
        const answers = new Map<string, GivenAnswer>()
        for (const given of await listAnswers(reader, head.id)) {
          const { question, answer, value, derivedValue, overrideReason } = given
          if (whatStands(given) !== null)
            answers.set(question, { answer, value, derivedValue, overrideReason })
        }
        levels.push({ ...at, standing: 'shown', answers })
      }
    }
    return done({
      levels: levels.map(({ level, title, standing }) => ({ level, title, standing })),
      rows: getStage(programme, own.stage)
        .questions.map(({ key, number, text, answerType, grades = [] }) => ({
          question: key,
          number,
          text,
          answerType,
          grades,
          answers: levels.map(({ answers }) => answers.get(key) ?? null),
        }))
        .filter(({ answers }) => answers.some((answer) => answer !== null)),
    })
  })
}

/** The levels that a level's cases have come through. */
function levelsBelow(programme: Programme, level: number): ReadonlySet<number> {
  const below = new Set<number>()
  for (let from = getLevel(programme, level).from; from !== undefined; from = getLevel(programme, from).from)
    below.add(from)
  return below
}
