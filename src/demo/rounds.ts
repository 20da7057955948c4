import { drawSample } from '../core/draw/draw-sample.ts'
import type { DrawFile } from '../core/draw/draw-file.ts'
import { orderStrata, type OrderedFrame } from '../core/draw/order-strata.ts'
import { replaceCase } from '../core/draw/replace-case.ts'
import type { Checked } from '../core/language/problem.ts'
import type { Level, Programme } from '../core/programme/programme.ts'
import type { CaseStage } from '../core/registry/case-stage.ts'
import type { RoundId } from '../storage/ids.ts'
import type { DemoCaseStage } from './casework.ts'
import { demoId } from './chance.ts'
import { addDays } from '../core/calendar/days.ts'
import { quarterBefore, type Quarter } from './days.ts'

/** One level of a round: its draw with the whole frozen frame, and when the work was done. */
export interface DemoLevel {
  readonly level: Level
  readonly draw: DrawFile
  readonly frame: OrderedFrame
  readonly seed: Buffer
  readonly drawnOn: string
  /** Reviews are submitted between these days. */
  readonly reviewedFrom: string
  readonly reviewedTo: string
  /** Share of the reviews that are submitted; the rest waits. */
  readonly submitted: number
}

export interface DemoRound {
  readonly id: RoundId
  /** From 0, the oldest. */
  readonly number: number
  readonly programme: Programme
  readonly quarter: Quarter
  readonly openedOn: string
  readonly closedOn: string | null
  readonly levels: readonly DemoLevel[]
}

export const finishedRounds = 5

/** Days after the end of the quarter: draw, first and last submission of levels 1-4. */
const calendar = [
  [5, 6, 25],
  [26, 27, 45],
  [46, 47, 58],
  [59, 60, 75],
] as const
/** The same for the round under way, in days before today, with the share submitted; levels 3 and 4 are still to be drawn. */
const underWay = [
  { drawn: 39, from: 38, to: 12, submitted: 0.96 },
  { drawn: 11, from: 10, to: 1, submitted: 0.45 },
] as const

/** Five finished rounds and one under way, which follows `newer` where the others follow `older`; the oldest first. */
export function listRounds(
  { older, newer }: { readonly older: Programme; readonly newer: Programme },
  work: readonly DemoCaseStage[],
  today: string,
): readonly DemoRound[] {
  return Array.from({ length: finishedRounds + 1 }, (_, number) => {
    const back = finishedRounds - number
    const quarter = quarterBefore(today, back)
    const finished = back > 0
    const programme = finished ? older : newer
    const levels: DemoLevel[] = []
    const frame = work.filter((each) => isIn(quarter, each.completed)).map(toFrame)
    for (const level of programme.levels) {
      const dates = finished ? finishedDates(quarter, level.level) : datesUnderWay(today, level.level)
      if (dates === undefined) continue
      levels.push({ ...drawLevel(programme, level, quarter, frame, levels.at(-1)?.draw), ...dates })
    }
    return {
      id: demoId(`round ${quarter.key}`),
      number,
      programme,
      quarter,
      openedOn: finished ? addDays(quarter.to, 4) : addDays(today, -40),
      closedOn: finished ? addDays(quarter.to, 80) : null,
      levels,
    }
  })
}

type Dates = Pick<DemoLevel, 'drawnOn' | 'reviewedFrom' | 'reviewedTo' | 'submitted'>

function finishedDates(quarter: Quarter, level: number): Dates | undefined {
  const row = calendar[level - 1]
  if (row === undefined) return undefined
  const [drawn, from, to] = row.map((days) => addDays(quarter.to, days))
  if (drawn === undefined || from === undefined || to === undefined) return undefined
  return { drawnOn: drawn, reviewedFrom: from, reviewedTo: to, submitted: 1 }
}

function datesUnderWay(today: string, level: number): Dates | undefined {
  const row = underWay[level - 1]
  if (row === undefined) return undefined
  return {
    drawnOn: addDays(today, -row.drawn),
    reviewedFrom: addDays(today, -row.from),
    reviewedTo: addDays(today, -row.to),
    submitted: row.submitted,
  }
}

function drawLevel(
  programme: Programme,
  level: Level,
  quarter: Quarter,
  frame: readonly CaseStage[],
  from: DrawFile | undefined,
): Pick<DemoLevel, 'level' | 'draw' | 'frame' | 'seed'> {
  const seed = Buffer.from(`demo-seed-${quarter.key}-level-${level.level}-not-secret`)
  const below = level.from === undefined || from === undefined ? {} : { from }
  const drawn = orThrow(
    drawSample(frame, { programme, round: quarter.key, level: level.level, ...below }, seed),
  )
  const draw = level.level === 2 ? withReplacement(drawn, frame, seed) : drawn
  return { level, draw, frame: orThrow(orderStrata(frame, draw, seed)), seed }
}

/** One case of level 2 turned out not to belong to the municipality any more, where there is another to take. */
function withReplacement(draw: DrawFile, frame: readonly CaseStage[], seed: Buffer): DrawFile {
  const roomy = draw.strata.find(({ eligible, wanted }) => wanted > 0 && eligible > wanted)
  const target = draw.cases.find(({ stratum }) => stratum === roomy?.stratum)
  if (target === undefined) return draw
  const { caseId, stage } = target
  const reason = 'Sagen er overgået til en anden kommune'
  return orThrow(replaceCase(draw, frame, seed, { caseId, stage, reason }))
}

function toFrame(work: DemoCaseStage): CaseStage {
  return {
    caseId: work.caseId,
    stage: work.stage,
    unit: work.unit.name,
    caseworker: work.caseworker.initials,
    started: work.started,
    completed: work.completed ?? '',
    attributes: work.attributes,
  }
}

function isIn(quarter: Quarter, completed: string | null): boolean {
  return completed !== null && quarter.from <= completed && completed <= quarter.to
}

/** The demo's own input is right, or the demo is broken. */
function orThrow<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value
  throw new Error(checked.problems.map((problem) => problem.text.en).join('\n'))
}
