import { reconciliationsPerPage, type getReconciliation } from '../../../contract/caseflow/reconciliation.ts'
import type { Immutable, RouteInput, RouteOutput } from '../../../contract/frame/route.ts'
import { agreementWords, correctedWords } from '../../../core/caseflow/reconcile/reconciliation-words.ts'
import { indexQuestions } from '../../../core/analysis/question-index.ts'
import type { SealedLevel } from '../../../core/analysis/results-seal.ts'
import { findLevel } from '../../../core/programme/lookup.ts'
import type { Programme } from '../../../core/programme/programme.ts'
import { listUnits, type Unit } from '../../../storage/analysis/unit.ts'
import { listCommentsTo } from '../../../storage/caseflow/reconciliation/reviewed-case.ts'
import type { Round } from '../../../storage/draw/round.ts'
import type { PersonalReader } from '../../../storage/transaction.ts'
import { reachIn } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, type Result } from '../../frame/result.ts'
import { listCandidates, withEvents, type Ready } from './list-candidates.ts'
import {
  openReconciliation,
  type OpenedReconciliation,
  type ReconciliationRoom,
} from './open-reconciliation.ts'
import { toEntry, type Candidate } from './reconciliation-entry.ts'

type Asked = RouteInput<typeof getReconciliation>['query']
type Answer = Immutable<RouteOutput<typeof getReconciliation>>
type ReadyAnswer = Extract<Answer['answer'], { readonly state: 'ready' }>

/** A round's answers beside the registry's dates: the municipality's totals, and the units and cases within the person's reach. */
export async function readReconciliation(
  context: Context,
  room: ReconciliationRoom,
  asked: Asked,
): Promise<Result<Answer>> {
  const found = await openReconciliation(context, room, asked)
  if (!found.ok) return found
  const { rounds, opened } = found.value
  return done({
    rounds: rounds.map((round) => ({ ...named(round), state: round.state })),
    answer: await answerOf(context, opened, asked),
  })
}

async function answerOf(
  context: Context,
  opened: OpenedReconciliation,
  asked: Asked,
): Promise<Answer['answer']> {
  switch (opened.state) {
    case 'no-rounds':
      return { state: 'empty', why: 'no-rounds', round: null }
    case 'no-pairs':
    case 'no-answers':
      return { state: 'empty', why: opened.state, round: named(opened.round) }
    case 'sealed':
      return { state: 'sealed', round: named(opened.round), waiting: waitingOf(opened) }
    case 'ready':
      return readyAnswer(context, opened, asked)
  }
  return opened satisfies never
}

async function readyAnswer(
  context: Context,
  ready: Ready,
  { page = 1, ...filter }: Asked,
): Promise<ReadyAnswer> {
  const { units, rows, total } = await context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: 'read-reconciliation',
      subjectKind: 'round',
      subjectId: ready.round.id,
      detail: {
        ...Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, String(value)])),
        round: ready.round.key,
        level: ready.level,
        page,
      },
    })
    const all = await listCandidates(reader, context, ready, filter)
    const from = (page - 1) * reconciliationsPerPage
    const shown = await withEvents(reader, ready.rules, all.slice(from, from + reconciliationsPerPage))
    const known = await listUnits(reader)
    return { units: known, rows: await entriesOf(reader, context, ready, shown, known), total: all.length }
  })
  return {
    ...figuresOf(context, ready, units),
    state: 'ready',
    entries: rows,
    page,
    perPage: reconciliationsPerPage,
    total,
  }
}

async function entriesOf(
  reader: PersonalReader,
  context: Context,
  ready: Ready,
  rows: readonly Candidate[],
  units: readonly Unit[],
): Promise<ReadyAnswer['entries']> {
  const reads = reachIn(context, 'review.read')
  const concludes = reachIn(context, 'reconciliation.conclude')
  const { personId } = context.actor
  const readable = rows.filter(
    ({ review }) =>
      reads.municipality ||
      reads.units.includes(review.unitId) ||
      (reads.own && review.reviewers.includes(personId)),
  )
  const comments = await listCommentsTo(
    reader,
    readable.map(({ review }) => review.id),
    [...new Set(readable.map(({ answer }) => answer.question))],
  )
  return rows.map((row) => {
    const { review, answer } = row
    return toEntry(row, {
      programme: ready.programme,
      rules: ready.rules,
      unitName: (id) => units.find((unit) => unit.id === id)?.name ?? '',
      comment: readable.includes(row) ? (comments.get(`${review.id} ${answer.question}`) ?? null) : null,
      mayConclude:
        (concludes.municipality || concludes.units.includes(review.unitId)) &&
        !review.reviewers.includes(personId),
    })
  })
}

function figuresOf(context: Context, ready: Ready, units: readonly Unit[]) {
  const { found, programme, level, pairs, rules } = ready
  const reach = reachIn(context, 'reconciliation.read')
  const index = indexQuestions(programme)
  const titleOfRule = (id: string) =>
    rules.flatMap(({ deadlines }) => deadlines).find((rule) => rule.id === id)?.text ?? { da: id, en: id }
  return {
    round: named(ready.round),
    level: titledLevel(programme, level),
    levels: programme.levels.map((one) => ({ level: one.level, title: one.title })),
    weights: found.weights,
    generalises: found.generalises,
    sentence: agreementWords(found),
    stages: programme.stages
      .filter(({ key }) => found.questions.some(({ stage }) => stage === key))
      .map(({ key, title }) => ({ key, title })),
    questions: found.questions.map((row) => {
      const question = index.get(row.question)?.question
      if (question === undefined) throw new Error(`no question ${row.question}`)
      return {
        ...row,
        number: question.number,
        text: question.text,
        rules: row.rules.map((key) => ({ key, title: titleOfRule(key) })),
        note: pairs.pairs.find((pair) => pair.question === row.question)?.note ?? null,
        corrected: { ...row.corrected, sentence: correctedWords(row) },
      }
    }),
    units: found.units.flatMap((row): ReadyAnswer['units'][number][] => {
      if (row.unit === null) return [{ ...row, unit: null }]
      const unit = units.find(({ name }) => name === row.unit)
      const within = unit !== undefined && (reach.municipality || reach.units.includes(unit.id))
      return within ? [{ ...row, unit }] : []
    }),
    notMatched: found.notMatched,
    leftOut: pairs.leftOut,
    problems: pairs.problems,
  }
}

function waitingOf({
  waiting,
  programme,
}: {
  readonly waiting: readonly SealedLevel[]
  readonly programme: Programme
}) {
  return waiting.map((one) => ({ ...one, title: titledLevel(programme, one.level).title }))
}

function titledLevel(programme: Programme, level: number) {
  return { level, title: findLevel(programme, level)?.title ?? { da: '', en: '' } }
}

function named({ key, titleDa, titleEn }: Round) {
  return { key, title: { da: titleDa, en: titleEn } }
}
