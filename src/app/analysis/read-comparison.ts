import type { Comparison, ReadyComparison, WantedSides } from '../../contract/analysis/comparison.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import type { ComparedSides } from '../../core/analysis/compare-sides.ts'
import { comparisonWords } from '../../core/analysis/comparison-words.ts'
import { generalises } from '../../core/analysis/generalises.ts'
import { getComparisonLevel, indexQuestions } from '../../core/analysis/question-index.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { listUnits, type Unit } from '../../storage/analysis/unit.ts'
import { listProgress, listRounds, type Round } from '../../storage/draw/round.ts'
import { findId, type UnitId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Refused, type Result } from '../frame/result.ts'
import { loadInput } from './analyse-round.ts'
import type { Calculator } from './calculator.ts'

/** Older rounds are left out of the choice. */
const mostRounds = 60

interface ClosedRound {
  readonly round: Round
  readonly programme: Programme
  /** With reviews that were submitted. */
  readonly levels: readonly number[]
}

interface ChosenSide {
  readonly round: Round
  readonly programme: Programme
  readonly level: number
  readonly unit: Unit | null
}

/**
 * Two closed rounds, levels, units or programmes side by side. Closed: nothing of them is sealed any more, and nothing moves
 * while people talk about it.
 */
export async function readComparison(
  context: Context,
  calculator: Calculator,
  wanted: WantedSides,
): Promise<Result<Immutable<Comparison>>> {
  const { municipality, units: own } = reachIn(context, 'results.read')
  const wantedUnits = [wanted.aUnit, wanted.bUnit].map((id) => (id === undefined ? null : findId<UnitId>(id)))
  // Units outside the reach are refused alike, whether they exist or not.
  if (wantedUnits.some((id) => id != null && !municipality && !own.includes(id)))
    return refused('not-permitted')
  const { closed, units } = await context.database.transaction(context.actor, async ({ reader }) => {
    const rounds: ClosedRound[] = []
    for (const round of await listRounds(reader)) {
      if (round.state !== 'closed' || rounds.length >= mostRounds) continue
      const { programme } = await getProgrammeVersion(reader, round.programmeVersionId)
      const progress = await listProgress(reader, round.id)
      const reviewed = new Set(progress.flatMap(({ level, submitted }) => (submitted > 0 ? [level] : [])))
      const levels = programme.levels.map(({ level }) => level).filter((level) => reviewed.has(level))
      if (levels.length > 0) rounds.push({ round, programme, levels })
    }
    return { closed: rounds, units: await listUnits(reader) }
  })
  const sideOf = (
    key: string | undefined,
    level: number | undefined,
    unit: UnitId | null | undefined,
  ): ChosenSide | 'none' | 'unknown' => {
    const inUnit = unit === null ? null : units.find(({ id }) => id === unit)
    if (inUnit === undefined) return 'unknown'
    if (key === undefined) return 'none'
    const found = closed.find(({ round }) => round.key === key)
    if (found === undefined) return 'unknown'
    const usual = getComparisonLevel(found.programme)
    const at = level ?? (found.levels.includes(usual) ? usual : found.levels[0])
    if (at === undefined || !found.levels.includes(at)) return 'unknown'
    return { round: found.round, programme: found.programme, level: at, unit: inUnit }
  }
  const a = sideOf(wanted.a, wanted.aLevel, wantedUnits[0])
  const b = sideOf(wanted.b, wanted.bLevel, wantedUnits[1])
  if (a === 'unknown' || b === 'unknown') return refused('not-found')
  const answer = a === 'none' || b === 'none' ? nothing('choose') : await compare(context, calculator, a, b)
  if ('refusal' in answer) return answer
  return done({
    rounds: closed.map(({ round, programme, levels }) => ({
      ...shownRound(round),
      programme: shownProgramme(programme),
      levels: levels.map((level) => shownLevel(programme, level)),
    })),
    units: units.filter(({ id }) => municipality || own.includes(id)),
    answer,
  })
}

type Answer = Immutable<Comparison['answer']>

function nothing(why: Extract<Answer, { readonly state: 'nothing' }>['why']): Answer {
  return { state: 'nothing', why }
}

async function compare(
  context: Context,
  calculator: Calculator,
  a: ChosenSide,
  b: ChosenSide,
): Promise<Answer | Refused> {
  if (a.round.id === b.round.id && a.level === b.level && a.unit?.id === b.unit?.id) return nothing('alike')
  await context.database.transaction(context.actor, async (tx) => {
    await tx.recordAccess({
      act: 'compare-results',
      subjectKind: 'round',
      subjectId: a.round.id,
      detail: {
        a: a.round.key,
        aLevel: a.level,
        aUnit: a.unit?.id ?? null,
        b: b.round.key,
        bLevel: b.level,
        bUnit: b.unit?.id ?? null,
      },
    })
  })
  const [inputA, inputB] = [
    await loadInput(context, { ...a, baseline: null }),
    await loadInput(context, { ...b, baseline: null }),
  ]
  if (inputA === null || inputB === null) return nothing('no-answers')
  const compared = await calculator.compareSides(
    { input: inputA, level: a.level, unit: a.unit?.name ?? null },
    { input: inputB, level: b.level, unit: b.unit?.name ?? null },
  )
  if (compared === 'too-busy') return { ...refused('too-busy'), retryAfterSeconds: 10 }
  // Rounds, answers and draws were checked when they were saved.
  if (!compared.ok) throw new Error(`rounds cannot be compared: ${compared.problems[0]?.code}`)
  const { value } = compared
  if (value.cases.includes(0)) return nothing('no-answers')
  if (value.questions.length === 0) return nothing('nothing-shared')
  return ready(value, a, b)
}

function ready(compared: ComparedSides, a: ChosenSide, b: ChosenSide): Immutable<ReadyComparison> {
  const { questions, composites, cases, weights, inBoth, leftOut } = compared
  const index = indexQuestions(a.programme)
  const leftOutFor = (cause: (typeof leftOut)[number]['cause']) =>
    leftOut.filter((one) => one.cause === cause).length
  const stages = new Set(questions.map(({ stage }) => stage))
  return {
    state: 'ready',
    a: shownSide(a, cases[0], weights[0]),
    b: shownSide(b, cases[1], weights[1]),
    sentence: comparisonWords(compared),
    inBoth,
    leftOut: { new: leftOutFor('new'), wording: leftOutFor('wording'), answer: leftOutFor('answer') },
    stages: a.programme.stages.filter(({ key }) => stages.has(key)).map(({ key, title }) => ({ key, title })),
    questions: questions.map(({ stage, question, baseline, change, ...now }) => {
      const asked = index.get(question)?.question
      if (asked === undefined) throw new Error(`a comparison has a question that its programme lacks`)
      return { stage, question, number: asked.number, text: asked.text, a: now, b: baseline, change }
    }),
    composites: composites.map(({ stage, cases: ofA, baseline, change, ...now }) => ({
      stage,
      a: now,
      b: baseline,
      change,
      cases: [ofA, baseline?.cases ?? null] as const,
    })),
  }
}

function shownSide(
  { round, programme, level, unit }: ChosenSide,
  cases: number,
  weights: ComparedSides['weights'][number],
) {
  return {
    round: shownRound(round),
    programme: shownProgramme(programme),
    level: shownLevel(programme, level),
    unit: unit && { id: unit.id, name: unit.name },
    cases,
    weights,
    generalises: generalises(programme, level),
  }
}

function shownRound({ key, titleDa, titleEn, periodFrom, periodTo }: Round) {
  return { key, title: { da: titleDa, en: titleEn }, periodFrom, periodTo }
}

function shownProgramme({ title, version }: Programme) {
  return { title, version }
}

function shownLevel(programme: Programme, level: number) {
  return { level, title: programme.levels.find((one) => one.level === level)?.title ?? { da: '', en: '' } }
}
