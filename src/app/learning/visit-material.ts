import type { Immutable } from '../../contract/frame/route.ts'
import type { MaterialQuestion, VisitMaterial } from '../../contract/learning/visit-material.ts'
import type { QuestionResult } from '../../core/analysis/analysis.ts'
import { indexQuestions } from '../../core/analysis/question-index.ts'
import { showsCompliance } from '../../core/analysis/compliance.ts'
import { listRecurring, mostRecurring } from '../../core/analysis/recurring-errors.ts'
import { sliceResults } from '../../core/analysis/slice-results.ts'
import { suggestAgenda, type AgendaItem } from '../../core/learning/agenda.ts'
import { listDeclines } from '../../core/learning/agenda-questions.ts'
import { findLevel, getLevel, getStage } from '../../core/programme/lookup.ts'
import type { VisitId } from '../../storage/ids.ts'
import { listPointsBefore } from '../../storage/learning/visit-point.ts'
import { listUnitGoals } from '../../storage/learning/goal.ts'
import { getVisit } from '../../storage/learning/visit.ts'
import { openResults, type AnalysisRoom, type Opened } from '../analysis/open-results.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'
import { findReadableVisit } from './open-visit.ts'
import { listShownStrengths } from './strengths.ts'
import { findingsAreSealed } from './findings-sealed.ts'
import { countUnitFindings } from './unit-findings.ts'

type Material = Immutable<VisitMaterial>
type Ready = Extract<Opened, { readonly state: 'ready' }>
type Figures = Extract<Material['results'], { readonly state: 'ready' }>

/** What a visit can talk about: the unit's figures from the round once its seal is gone, and what is left from before. */
export async function getVisitMaterial(
  context: Context,
  room: AnalysisRoom,
  id: VisitId,
): Promise<Result<Material>> {
  const around = await readAround(context, id)
  if (!around.ok) return around
  const { round, unitName, agenda, ...counts } = around.value
  const results = await readUnitResults(context, room, round, unitName, agenda)
  if (!results.ok) return results
  const figures = results.value.state === 'ready' ? results.value : { failed: [], declines: [] }
  const { failed, declines } = figures
  const suggested = suggestAgenda({ ...counts, points: counts.openPoints, failed, declines })
  return done({
    results: results.value,
    ...counts,
    suggested: suggested.filter(({ kind, question }) =>
      question === null
        ? !agenda.some((item) => item.kind === kind)
        : !agenda.some((item) => item.question === question),
    ),
  })
}

async function readAround(context: Context, id: VisitId) {
  return context.database.transaction(context.actor, async (tx) => {
    const readable = await findReadableVisit(context, tx, id)
    if (!readable.ok) return readable
    const { unit, day } = readable.value
    const reader = await tx.recordAccess({ act: 'read-visit-material', subjectKind: 'visit', subjectId: id })
    const { roundKey, unitName, agenda } = await getVisit(reader, id)
    const findings = await countUnitFindings(context, reader, unit)
    const points = await listPointsBefore(reader, { unit, visit: id, day })
    return done({
      round: roundKey,
      unitName,
      agenda,
      openPoints: points.filter(({ outcome }) => outcome === null).length,
      strengths: (await listShownStrengths(reader, unit)).length,
      findings: findings && { ...findings, sealed: await findingsAreSealed(reader) },
      goals: (await listUnitGoals(reader, unit)).filter(({ withdrawnAt }) => withdrawnAt === null).length,
    })
  })
}

/** A unit's figures in a round, as far as its seal lets them be seen; `agenda` names questions to be among them. */
export async function readUnitResults(
  context: Context,
  room: AnalysisRoom,
  round: string | null,
  unit: string,
  agenda: readonly AgendaItem[],
): Promise<Result<Material['results']>> {
  if (round === null) return done({ state: 'no-round' })
  const opened = await openResults(context, room, round)
  if (!opened.ok) return opened
  const { value } = opened
  switch (value.state) {
    case 'sealed':
      return done({
        state: 'sealed',
        waiting: value.waiting.map(({ level }) => ({
          level,
          title: findLevel(value.programme, level)?.title ?? { da: `Niveau ${level}`, en: `Level ${level}` },
        })),
      })
    case 'empty':
      return done({ state: 'empty' })
    case 'ready':
      return done(figuresOf(value, unit, agenda))
  }
  return value satisfies never
}

function figuresOf(
  { analysis, programme, baseline }: Ready,
  unit: string,
  agenda: readonly AgendaItem[],
): Figures {
  const index = indexQuestions(programme)
  const rows = sliceResults(analysis, unit).questions.filter((row) => {
    const found = index.get(row.question)
    return found !== undefined && showsCompliance(found.question)
  })
  const toView = (row: QuestionResult): Immutable<MaterialQuestion> => {
    const found = index.get(row.question)
    if (found === undefined) throw new Error(`no question ${row.question}`)
    const { number, text } = found.question
    return { ...row, number, text, stage: getStage(programme, found.stage).title }
  }
  const onAgenda = new Set(agenda.flatMap(({ question }) => (question === null ? [] : [question])))
  return {
    state: 'ready',
    level: getLevel(programme, analysis.comparisonLevel).title,
    baseline: baseline === null ? null : { da: baseline.titleDa, en: baseline.titleEn },
    failed: listRecurring(rows).slice(0, mostRecurring).map(toView),
    declines: listDeclines(rows, mostRecurring).map(toView),
    onAgenda: rows.filter(({ question }) => onAgenda.has(question)).map(toView),
  }
}
