import type { FigureSide } from '../../../contract/report/figures.ts'
import type { Immutable } from '../../../contract/frame/route.ts'
import { compositeOf } from '../../../core/analysis/composites.ts'
import { indexQuestions } from '../../../core/analysis/question-index.ts'
import { explainFigure } from '../../../core/report/explain-figure.ts'
import { figurePart } from '../../../core/report/figure-book.ts'
import { listReviewsBehind } from '../../../storage/analysis/reviews-behind.ts'
import { findRound, getRound } from '../../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../../storage/programme/programme-version.ts'
import { isDrawClosed } from '../../draw/anchor-secrecy.ts'
import { authorise } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'

/**
 * The answers and cases that a figure is counted from, as they are today, for whoever may see all the round's cases. Closed
 * as the round's data are: while the round is open, and where its cases would tell anchors.
 */
export async function openFigure(
  context: Context,
  roundKey: string,
  id: string,
): Promise<Result<{ readonly side: Immutable<FigureSide> | null }>> {
  const granted = authorise(context, 'draw.read')
  if (!granted.ok) return granted
  return context.database.transaction(
    context.actor,
    async (tx) => {
      const asked = await findRound(tx.reader, roundKey)
      if (asked === undefined) return refused('not-found')
      const { programme: written } = await getProgrammeVersion(tx.reader, asked.programmeVersionId)
      const { cases: of } = explainFigure(id, written)
      if (of === null || (of.baseline && asked.baselineRoundId === null)) return done({ side: null })
      const round =
        of.baseline && asked.baselineRoundId !== null
          ? await getRound(tx.reader, asked.baselineRoundId)
          : asked
      if (asked.state !== 'closed' || round.state !== 'closed') return refused('round-not-closed')
      const { programme } = await getProgrammeVersion(tx.reader, round.programmeVersionId)
      if (await isDrawClosed(context, tx.reader, { round, programme })) return refused('draw-closed')
      const reader = await tx.recordAccess({
        act: 'open-figure',
        subjectKind: 'round',
        subjectId: round.id,
        detail: { round: round.key, figure: id },
      })
      const index = indexQuestions(programme)
      const stages = new Map(programme.stages.map(({ key, title }) => [key, title]))
      const cases = (await listReviewsBehind(reader, round.id, of))
        .filter(({ unit }) => of.unit === null || figurePart(unit) === of.unit)
        .map(({ caseId, stage, unit, answers }) => {
          const review = {
            caseId,
            stage,
            unit,
            level: of.level,
            weight: 1,
            answers: new Map(Object.entries(answers)),
          }
          const { compliant, applicable, notApplicable } = compositeOf(review, index)
          return {
            caseId,
            stage: stages.get(stage) ?? { da: stage, en: stage },
            unit,
            answer: of.question === null ? null : (answers[of.question] ?? null),
            compliant,
            applicable,
            notApplicable,
          }
        })
      const sum = (part: 'compliant' | 'applicable' | 'notApplicable') =>
        cases.reduce((total, each) => total + each[part], 0)
      const side = {
        round: { key: round.key, title: { da: round.titleDa, en: round.titleEn } },
        numerator: sum('compliant'),
        denominator: sum('applicable'),
        notApplicable: sum('notApplicable'),
        cases,
      }
      return done({ side })
    },
    { isolation: 'repeatable read' },
  )
}
