import { getQuestion, getStage } from '../core/programme/lookup.ts'
import type { Level } from '../core/programme/programme.ts'
import { askedQuestions } from '../core/review/asked-questions.ts'
import type { AnchorId } from '../storage/ids.ts'
import { addDays } from '../core/calendar/days.ts'
import { reviewAnswer, trueAnswers } from './answers.ts'
import type { DemoCaseStage } from './casework.ts'
import { chance, demoId } from './chance.ts'
import { officeHour } from './days.ts'
import type { DemoReview } from './reviews.ts'
import type { DemoLevel, DemoRound } from './rounds.ts'
import { listTeams, type DemoPerson } from './staff.ts'

/** A case of the first round that a later one reviews again, under the number of its copy. */
export interface DemoAnchor {
  readonly id: AnchorId
  readonly work: DemoCaseStage
  readonly shownAs: string
}

/** Levels that review anchors in the demo. At the others too few could be given one: everybody has seen the cases. */
const anchorLevels = [1, 4] as const
const perUnit = 2

/** Some of the cases of a round that all of its levels have reviewed, the same number of each unit. */
export function pickAnchors(
  first: DemoRound,
  work: ReadonlyMap<string, DemoCaseStage>,
): readonly DemoAnchor[] {
  const drawn = first.levels.at(-1)?.draw.cases.filter(({ status }) => status === 'drawn') ?? []
  const byUnit = Map.groupBy(
    drawn.flatMap(({ caseId }) => work.get(caseId) ?? []),
    ({ unit }) => unit.name,
  )
  return [...byUnit.values()]
    .flatMap((cases) => cases.slice(0, perUnit))
    .map((each, at) => ({
      id: demoId<AnchorId>(`anchor ${each.caseId}`),
      work: each,
      // Like every other number of the demo, so that it does not stand out; no case has it.
      shownAs: `DEMO-${String(work.size + 1 + at).padStart(6, '0')}`,
    }))
}

/** The programme's next version, which names them. */
export function withAnchors(source: string, anchors: readonly DemoAnchor[]): string {
  const lines = anchors.map(
    ({ work: { caseId, stage }, shownAs }) =>
      `  - { caseId: ${caseId}, stage: ${stage}, shownAs: ${shownAs}, levels: [${anchorLevels.join(', ')}] }\n`,
  )
  return `${source.replace(/^version: 1$/m, 'version: 2').trimEnd()}\n\nanchors:\n${lines.join('')}`
}

export interface DemoAnchorReview {
  readonly anchor: DemoAnchor
  readonly level: number
  /** Null: nobody was left who had not seen the case. */
  readonly review: DemoReview | null
}

/** What a finished round's reviewers say of the anchors. `seen`: the reviews that the cases had before. */
export function listAnchorReviews(
  round: DemoRound,
  anchors: readonly DemoAnchor[],
  seen: readonly DemoReview[],
  staff: readonly DemoPerson[],
): readonly DemoAnchorReview[] {
  return round.levels
    .filter(({ level }) => anchorLevels.some((number) => number === level.level))
    .flatMap((of) =>
      anchors.map((anchor, turn) => ({
        anchor,
        level: of.level.level,
        review: review(round, of, anchor, pickUnseen(of.level, anchor.work, seen, staff, turn)),
      })),
    )
}

function review(
  { programme, quarter }: DemoRound,
  { level, reviewedFrom, reviewedTo }: DemoLevel,
  { work }: DemoAnchor,
  [reviewer, second]: readonly DemoPerson[],
): DemoReview | null {
  if (reviewer === undefined) return null
  const stream = chance(`anchor ${quarter.key} ${level.level} ${work.caseId}`)
  const days = (Date.parse(reviewedTo) - Date.parse(reviewedFrom)) / 86_400_000
  const startedAt = officeHour(
    addDays(reviewedFrom, stream.between(0, days)),
    stream.between(7, 13),
    stream.between(0, 59),
  )
  const minutes = Math.round(level.minutes * (0.7 + 0.6 * stream.next()))
  const stage = getStage(programme, work.stage)
  const { questions } = stage
  // The file is the one of the first round, so what it shows is too.
  const truth = trueAnswers(work, stage, 0)
  const given = new Map(
    questions.map((question) => [
      question.key,
      reviewAnswer(question, truth.get(question.key) ?? 'na', eyesOf(level), `again ${work.caseId}`),
    ]),
  )
  const answers = askedQuestions(questions, given).flatMap((question, place) => {
    const answer = given.get(question.key)
    const at = new Date(startedAt.getTime() + ((place + 1) * minutes * 60_000) / (questions.length + 1))
    return answer === undefined
      ? []
      : { question: getQuestion(programme, question.key), answer, at, comment: null }
  })
  return {
    id: demoId(`anchor review ${quarter.key}/${level.level} ${work.caseId}`),
    work,
    level: level.level,
    state: 'submitted',
    reviewer,
    second: second ?? null,
    startedAt,
    submittedAt: new Date(startedAt.getTime() + minutes * 60_000),
    minutes,
    answers,
    own: [],
  }
}

/** Level 1 has learned since the first round and sees what level 2 saw then; the others judge as they did. */
function eyesOf({ level }: Level): number {
  return level === 1 ? 2 : level
}

/** Somebody of the level who has never reviewed the case, nor taken part in it; two where two review together. */
function pickUnseen(
  level: Level,
  { caseId, unit, caseworker, helper }: DemoCaseStage,
  seen: readonly DemoReview[],
  staff: readonly DemoPerson[],
  turn: number,
): readonly DemoPerson[] {
  const teams = listTeams(staff)
  const barred = new Set<DemoPerson | null | undefined>([
    caseworker,
    helper,
    teams.get(caseworker),
    ...(helper === null ? [] : [teams.get(helper)]),
    ...seen
      .filter(({ work }) => work.caseId === caseId)
      .flatMap(({ reviewer, second }) => [reviewer, second]),
  ])
  const able = staff.filter(
    (person) =>
      level.reviewers.includes(person.role) &&
      (person.unit === null || person.unit === unit) &&
      !barred.has(person),
  )
  const first = able[turn % Math.max(1, able.length)]
  if (first === undefined) return []
  if (!level.together) return [first]
  const others = able.filter((person) => person !== first)
  const second = others.find(({ role }) => role !== first.role) ?? others[0]
  return second === undefined ? [] : [first, second]
}
