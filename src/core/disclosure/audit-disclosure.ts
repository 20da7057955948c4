import {
  readPublished,
  type PublishedReport,
  type Range,
  type RoundFacts,
  type RowFacts,
  type StageFacts,
} from './published-report.ts'
import { listRowWorlds, solveRows, type RowLimits, type RowRanges } from './solve-rows.ts'

/** A withheld count that a reader can narrow down to few values, a small one among them. */
export interface NarrowedCell {
  readonly round: string
  readonly stage: string
  /** Null: the stage's number of cases. */
  readonly question: string | null
  /** `yes` and `no`: of a requirement, compliant and not compliant. */
  readonly cell: 'yes' | 'no' | 'not-applicable' | 'cases'
  readonly low: number
  readonly high: number
}

/** A stage whose printed numbers no counts fit, as with weighted shares: its composite was left out of the check. */
export interface UnsolvedStage {
  readonly round: string
  readonly stage: string
}

export interface DisclosureAudit {
  readonly narrowed: readonly NarrowedCell[]
  readonly unsolved: readonly UnsolvedStage[]
}

/**
 * The attacker: what can be told of each withheld count from an edition and from all that were released before it, by
 * solving for its range. A count is narrowed too far when fewer values are left for it than 1..smallCell-1 are and a small
 * one is among them. What the earlier editions gave away by themselves is not told again. It reads printed numbers only
 * and shares no code with what hides them (`core/report/withholding.ts`).
 *
 * `smallCell`: counts in 1..smallCell-1 are small. What it takes into account, and what not: docs/statistics.md.
 */
export function auditDisclosure(
  report: PublishedReport,
  earlier: readonly PublishedReport[],
  smallCell: number,
): DisclosureAudit {
  const now = attack([...earlier, report], smallCell)
  const known = new Map(
    earlier.length === 0 ? [] : attack(earlier, smallCell).narrowed.map((cell) => [nameOf(cell), cell]),
  )
  const isNews = (cell: NarrowedCell) => {
    const before = known.get(nameOf(cell))
    return before === undefined || cell.low > before.low || cell.high < before.high
  }
  return { narrowed: now.narrowed.filter(isNews), unsolved: now.unsolved }
}

function attack(reports: readonly PublishedReport[], smallCell: number): DisclosureAudit {
  const rounds = reports.flatMap(readPublished)
  const told = new Told(rounds)
  const cells = new Map<string, NarrowedCell>()
  const unsolved = new Map<string, UnsolvedStage>()
  for (const facts of rounds) {
    for (const cell of attackCases(facts, smallCell)) intersect(cells, cell)
    for (const stage of facts.stages) {
      const solved = attackStage(stage, boundsFromTotal(facts, stage), told, smallCell)
      for (const cell of solved.cells) intersect(cells, cell)
      if (!solved.fits)
        unsolved.set(`${stage.round}\t${stage.stage}`, { round: stage.round, stage: stage.stage })
    }
  }
  // 1..smallCell-1 are so far apart at their ends; one value is none.
  const width = Math.max(1, smallCell - 2)
  const narrowed = [...cells.values()].filter(
    ({ low, high }) => high - low < width && high >= 1 && low < smallCell,
  )
  return { narrowed, unsolved: [...unsolved.values()] }
}

function nameOf({ round, stage, question, cell }: NarrowedCell): string {
  return [round, stage, question ?? '', cell].join('\t')
}

/** What two editions tell of one count, taken together; where they contradict (it was corrected) the later stands. */
function intersect(cells: Map<string, NarrowedCell>, cell: NarrowedCell): void {
  const name = nameOf(cell)
  const known = cells.get(name)
  const low = Math.max(cell.low, known?.low ?? 0)
  const high = Math.min(cell.high, known?.high ?? Infinity)
  cells.set(name, low > high ? cell : { ...cell, low, high })
}

/** What any of the editions tells, for use with the others. */
class Told {
  readonly #rows = new Map<string, RowFacts>()
  readonly #withheld = new Map<string, number>()
  readonly #cases = new Map<string, number>()

  constructor(rounds: readonly RoundFacts[]) {
    for (const stage of rounds.flatMap(({ stages }) => stages)) {
      if (stage.cases !== null) this.#cases.set(keyOf(stage), stage.cases)
      for (const [question, row] of [...stage.requirements, ...stage.others]) {
        const key = `${keyOf(stage)}\t${question}`
        if (isTold(row)) this.#rows.set(key, row)
        if (row.withheld) {
          const name = `${stage.level}\t${stage.stage}\t${question}`
          this.#withheld.set(name, (this.#withheld.get(name) ?? 0) + 1)
        }
      }
    }
  }

  row(stage: StageFacts, question: string): RowFacts | undefined {
    return this.#rows.get(`${keyOf(stage)}\t${question}`)
  }

  cases(stage: StageFacts): number | null {
    return stage.cases ?? this.#cases.get(keyOf(stage)) ?? null
  }

  /** Whether the row is withheld in one round of one edition only, so that a small count in it must be the reason. */
  isWithheldOnce({ level, stage }: StageFacts, question: string): boolean {
    return this.#withheld.get(`${level}\t${stage}\t${question}`) === 1
  }
}

function keyOf({ round, level, stage }: StageFacts): string {
  return `${round}\t${level}\t${stage}`
}

function isTold({ yes, no, notApplicable }: RowFacts): boolean {
  return yes !== null && no !== null && notApplicable !== null
}

/** A stage's small number of cases from those of the other stages and their total. */
function attackCases({ round, cases, stages }: RoundFacts, smallCell: number): readonly NarrowedCell[] {
  const hidden = stages.filter(({ casesWithheld }) => casesWithheld)
  const rest = cases === null ? null : cases - sum(stages.map((stage) => stage.cases ?? 0))
  return hidden.map(({ stage, composite }): NarrowedCell => {
    const others = hidden.length - 1
    const most = Math.min(smallCell - 1, rest === null ? Infinity : rest - others)
    const least = Math.max(1, composite?.cases ?? 1, rest === null ? 1 : rest - others * (smallCell - 1))
    return { round, stage, question: null, cell: 'cases', low: least, high: most }
  })
}

/** A stage's sum of case shares where its own composite is withheld: all stages' less the others'. */
function boundsFromTotal({ composite, stages }: RoundFacts, stage: StageFacts): Range | null {
  if (stage.composite !== null || composite === null) return null
  let [low, high] = sumOfShares(composite)
  for (const other of stages) {
    if (other === stage) continue
    const cases = other.composite?.cases ?? other.cases
    if (cases === null) return null
    const [least, most] = other.composite === null ? [0, cases] : sumOfShares(other.composite)
    low -= most
    high -= least
  }
  return [low, high]
}

function sumOfShares({ cases, share: [low, high] }: NonNullable<StageFacts['composite']>): Range {
  return [low * cases, high * cases]
}

interface SolvedStage {
  readonly cells: readonly NarrowedCell[]
  readonly fits: boolean
}

function attackStage(facts: StageFacts, fromTotal: Range | null, told: Told, smallCell: number): SolvedStage {
  const requirements = [...facts.requirements].map(([question, row]) => ({
    question,
    row: isTold(row) ? row : (told.row(facts, question) ?? row),
  }))
  const others = [...facts.others].map(([question, row]) => ({ question, row }))
  const hidden = requirements.filter(({ row }) => !isTold(row))
  const hiddenOthers = others.filter(({ row }) => !isTold(row))
  if (hidden.length + hiddenOthers.length === 0) return { cells: [], fits: true }
  const known = requirements.flatMap(({ row }) => (isTold(row) ? [row] : []))
  const sums = [...known, ...others.flatMap(({ row }) => (isTold(row) ? [row] : []))].map(answersIn)
  const cases = told.cases(facts) ?? Math.max(-1, facts.composite?.cases ?? -1, ...sums)
  // Nobody is told how many cases there are.
  if (cases < 0) return { cells: [], fits: true }
  const everyCaseAnswered = sums.every((answers) => answers === cases)
  const shares = facts.composite === null ? fromTotal : sumOfShares(facts.composite)
  const open = {
    yes: [0, hidden.length * cases],
    no: [0, hidden.length * cases],
  } as const satisfies RowLimits
  const limits =
    shares === null || isWeighted(known)
      ? open
      : limitsOf(requirements.length, facts.composite?.cases ?? cases, shares, known)
  // A guess that nothing fits is wrong and tells nothing: then the next, more careful one.
  const guesses = [
    { small: true, limits },
    { small: false, limits },
    { small: false, limits: open },
  ]
  const worldsOf = (row: RowFacts, question: string, small: boolean) =>
    listRowWorlds(row, {
      cases,
      everyCaseAnswered,
      smallCell: small && told.isWithheldOnce(facts, question) ? smallCell : null,
    })
  const cellsOf = (question: string, ranges: RowRanges, row: RowFacts): readonly NarrowedCell[] =>
    row.withheld || !isTold(row)
      ? (
          [
            ['yes', ranges.yes],
            ['no', ranges.no],
            ['not-applicable', ranges.notApplicable],
          ] as const
        ).map(([cell, [low, high]]) => ({
          round: facts.round,
          stage: facts.stage,
          question,
          cell,
          low,
          high,
        }))
      : []
  const plain = hiddenOthers.flatMap(({ question, row }) => {
    const [ranges] = solveRows([worldsOf(row, question, false)], { yes: [0, cases], no: [0, cases] }) ?? []
    return ranges === undefined ? [] : cellsOf(question, ranges, row)
  })
  for (const { small, limits: under } of guesses) {
    const solved = solveRows(
      hidden.map(({ question, row }) => worldsOf(row, question, small)),
      under,
    )
    if (solved === null) continue
    const cells = hidden.flatMap(({ question, row }, at) => {
      const ranges = solved[at]
      return ranges === undefined ? [] : cellsOf(question, ranges, row)
    })
    return { cells: [...plain, ...cells], fits: under !== open || limits === open }
  }
  return { cells: plain, fits: false }
}

/**
 * What the composite leaves for the hidden rows. A case's yes are its share times the requirements that apply in it, which
 * are at most all of the stage's and at least those that are told to apply in every case; its no likewise.
 */
function limitsOf(
  requirements: number,
  cases: number,
  [low, high]: Range,
  known: readonly RowFacts[],
): RowLimits {
  const always = known.filter(({ notApplicable }) => notApplicable === 0).length
  const yes = sum(known.map((row) => row.yes ?? 0))
  const no = sum(known.map((row) => row.no ?? 0))
  return {
    yes: [always * low - yes, requirements * high - yes],
    no: [always * (cases - high) - no, requirements * (cases - low) - no],
  }
}

function answersIn({ yes, no, notApplicable }: RowFacts): number {
  return (yes ?? 0) + (no ?? 0) + (notApplicable ?? 0)
}

/** Shares that are not their counts' are means of cases that count unequally, and no sum of counts. */
function isWeighted(rows: readonly RowFacts[]): boolean {
  return rows.some(({ yes, applicable, share }) => {
    if (yes === null || applicable === null || applicable === 0 || share === null) return false
    const counted = yes / applicable
    return counted < share[0] - 1e-6 || counted > share[1] + 1e-6
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
