import type { LevelFigures, LevelScope } from '../../core/analysis/analyse-level.ts'
import type { Analysis } from '../../core/analysis/analysis.ts'
import type { AnalysisInput } from '../../core/analysis/open-rounds.ts'
import type { Checked } from '../../core/language/problem.ts'
import type { Programme } from '../../core/programme/programme.ts'
import type { Round } from '../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { Acting } from '../frame/context.ts'
import type { Calculator } from './calculator.ts'
import { loadAnchors } from './load-anchors.ts'
import { loadApart } from './load-apart.ts'
import { loadAnswers } from './load-answers.ts'

/** A round with what its figures are made by. */
export interface RoundToRead {
  readonly round: Round
  readonly baseline: Round | null
  readonly programme: Programme
}

/** Reads a round's answers and draws, and its baseline's, and has them analysed. Null: no answers yet. */
export async function analyseRound(
  context: Acting,
  calculator: Calculator,
  of: RoundToRead,
): Promise<Analysis | null | 'too-busy'> {
  const input = await loadInput(context, of)
  if (input === null) return null
  const analysed = await calculator.analyse(input)
  return analysed === 'too-busy' ? analysed : getAnalysed(analysed)
}

/** The same, of one level only, and of these questions alone where they are given. */
export async function analyseRoundAtLevel(
  context: Acting,
  calculator: Calculator,
  of: RoundToRead,
  scope: LevelScope,
  questions?: ReadonlySet<string>,
): Promise<LevelFigures | null | 'too-busy'> {
  const input = await loadInput(context, of)
  if (input === null) return null
  const asked = questions === undefined ? input : onlyAsking(input, questions)
  const analysed = await calculator.analyseLevel(asked, scope)
  return analysed === 'too-busy' ? analysed : getAnalysed(analysed)
}

/** Rounds, stages, answers and draws were checked when they were saved. */
function getAnalysed<T>(analysed: Checked<T>): T {
  if (!analysed.ok) throw new Error(`round cannot be analysed: ${analysed.problems[0]?.code}`)
  return analysed.value
}

function onlyAsking(input: AnalysisInput, questions: ReadonlySet<string>): AnalysisInput {
  return {
    ...input,
    programme: {
      ...input.programme,
      stages: input.programme.stages.map((stage) => ({
        ...stage,
        questions: stage.questions.filter(({ key }) => questions.has(key)),
      })),
    },
    answers: input.answers.filter(({ question }) => questions.has(question)),
  }
}

/** What a round's figures are made of; null: no answers yet. */
export async function loadInput(
  context: Acting,
  { round, baseline, programme }: RoundToRead,
): Promise<AnalysisInput | null> {
  const { now, before, earlier, anchors, apart } = await context.database.transaction(
    context.actor,
    async (tx) => {
      const reader = await tx.recordAccess({
        act: 'analyse-round',
        subjectKind: 'round',
        subjectId: round.id,
        detail: { round: round.key, baseline: baseline?.key ?? '' },
      })
      const loaded = await loadAnswers(reader, round, programme)
      const anchorReviews = await loadAnchors(reader, round, programme)
      const apart = await loadApart(reader, round, programme)
      if (baseline === null)
        return { now: loaded, before: null, earlier: null, anchors: anchorReviews, apart }
      const version = await getProgrammeVersion(reader, baseline.programmeVersionId)
      return {
        now: loaded,
        before: await loadAnswers(reader, baseline, version.programme),
        earlier: version.programme,
        anchors: anchorReviews,
        apart,
      }
    },
    { isolation: 'repeatable read', shows: 'sums' },
  )
  if (now.answers.length === 0) return null
  const hasBefore = baseline !== null && before !== null && before.answers.length > 0
  return {
    programme,
    round: round.key,
    ...(hasBefore ? { baseline: baseline.key } : {}),
    // Another version may have asked otherwise; the analysis then compares only what both asked alike.
    ...(hasBefore && earlier !== null && !isSameVersion(earlier, programme)
      ? { baselineProgramme: earlier }
      : {}),
    answers: [...now.answers, ...(hasBefore ? before.answers : [])],
    draws: [...now.draws, ...(hasBefore ? before.draws : [])],
    anchors,
    apart,
    frame: [...now.frame, ...(before?.frame ?? [])],
  }
}

function isSameVersion(a: Programme, b: Programme): boolean {
  return a.key === b.key && a.version === b.version
}
