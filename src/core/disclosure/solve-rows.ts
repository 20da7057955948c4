import { leaveOneOut } from './leave-one-out.ts'
import type { Range, RowFacts } from './published-report.ts'

/** One way that a row's answers can be, with every count of not applicable that goes with it. */
export interface RowWorld {
  readonly yes: number
  readonly no: number
  readonly notApplicable: Range
}

export interface RowRanges {
  readonly yes: Range
  readonly no: Range
  readonly notApplicable: Range
}

/** What the reader knows of a stage's rows besides the counts that are told. */
export interface RowKnowledge {
  /** Cases: what a row's counts add up to, or at most that. */
  readonly cases: number
  readonly everyCaseAnswered: boolean
  /** A count in 1..smallCell-1 is why a row is withheld. Null: it may be withheld for anything. */
  readonly smallCell: number | null
}

/** Every world of a row that agrees with what is told of it. */
export function listRowWorlds(row: RowFacts, knowledge: RowKnowledge): readonly RowWorld[] {
  const { cases, everyCaseAnswered, smallCell } = knowledge
  const worlds: RowWorld[] = []
  const isSmall = (count: number) => smallCell === null || (count >= 1 && count < smallCell)
  for (let yes = row.yes ?? 0; yes <= (row.yes ?? cases); yes++)
    for (let no = row.no ?? 0; no <= (row.no ?? cases - yes); no++) {
      const applicable = yes + no
      if (row.applicable !== null && applicable !== row.applicable) continue
      if (!fitsShare(row.share, yes, applicable)) continue
      let low = everyCaseAnswered ? cases - applicable : 0
      let high = cases - applicable
      if (row.notApplicable !== null) {
        low = Math.max(low, row.notApplicable)
        high = Math.min(high, row.notApplicable)
      }
      if (smallCell !== null && !isSmall(yes) && !isSmall(no)) {
        low = Math.max(low, 1)
        high = Math.min(high, smallCell - 1)
      }
      if (low <= high) worlds.push({ yes, no, notApplicable: [low, high] })
    }
  return worlds
}

function fitsShare(share: Range | null, yes: number, applicable: number): boolean {
  if (share === null) return true
  if (applicable === 0) return false
  const [low, high] = share
  return yes >= low * applicable - 1e-9 && yes <= high * applicable + 1e-9
}

/** What the rows' yes and no come to together. */
export interface RowLimits {
  readonly yes: Range
  readonly no: Range
}

/** By sum of yes: the fewest and the most no that go with it; Infinity and -Infinity where no worlds have that sum. */
interface Sums {
  readonly fewest: Float64Array
  readonly most: Float64Array
}

/**
 * The least and the most that each count can be, row by row, given all worlds of the other rows and the limits on their
 * sums; null where no worlds fit together. For each sum of yes the fewest and the most no are kept: exact where the limits
 * are from above only; else a range may be wider than it is, where the number of no between those two has gaps.
 */
export function solveRows(
  rows: readonly (readonly RowWorld[])[],
  limits: RowLimits,
): readonly RowRanges[] | null {
  const [leastYes, mostYes] = [limits.yes[0] - 1e-9, Math.floor(limits.yes[1] + 1e-9)]
  const [leastNo, mostNo] = [limits.no[0] - 1e-9, limits.no[1] + 1e-9]
  if (mostYes < 0) return null
  const others = leaveOneOut(rows.map(noByYes), emptySums(mostYes, 0), (sums, row) =>
    addRow(sums, row, mostYes),
  )
  const ranges = rows.map((worlds, at) => {
    const sums = others[at] ?? emptySums(mostYes, 0)
    return rangesOf(
      worlds.filter(({ yes, no }) => {
        for (let sum = Math.max(0, Math.ceil(leastYes - yes)); sum <= mostYes - yes; sum++)
          if (no + (sums.fewest[sum] ?? Infinity) <= mostNo && no + (sums.most[sum] ?? -Infinity) >= leastNo)
            return true
        return false
      }),
    )
  })
  return ranges.every((range) => range !== null) ? ranges : null
}

type NoByYes = ReadonlyMap<number, Range>

function noByYes(worlds: readonly RowWorld[]): NoByYes {
  const found = new Map<number, Range>()
  for (const { yes, no } of worlds) {
    const [fewest, most] = found.get(yes) ?? [no, no]
    found.set(yes, [Math.min(fewest, no), Math.max(most, no)])
  }
  return found
}

function emptySums(mostYes: number, first?: number): Sums {
  const fewest = new Float64Array(mostYes + 1).fill(Infinity)
  const most = new Float64Array(mostYes + 1).fill(-Infinity)
  if (first !== undefined) {
    fewest[0] = first
    most[0] = first
  }
  return { fewest, most }
}

function addRow(sums: Sums, row: NoByYes, mostYes: number): Sums {
  const next = emptySums(mostYes)
  for (const [sum, fewest] of sums.fewest.entries()) {
    if (fewest === Infinity) continue
    const most = sums.most[sum] ?? fewest
    for (const [yes, [low, high]] of row) {
      const to = sum + yes
      if (to > mostYes) continue
      next.fewest[to] = Math.min(next.fewest[to] ?? Infinity, fewest + low)
      next.most[to] = Math.max(next.most[to] ?? -Infinity, most + high)
    }
  }
  return next
}

function rangesOf(worlds: readonly RowWorld[]): RowRanges | null {
  if (worlds.length === 0) return null
  const range = (list: (world: RowWorld) => Range): Range => {
    let [least, most] = [Infinity, -Infinity]
    for (const world of worlds) {
      const [low, high] = list(world)
      least = Math.min(least, low)
      most = Math.max(most, high)
    }
    return [least, most]
  }
  return {
    yes: range(({ yes }) => [yes, yes]),
    no: range(({ no }) => [no, no]),
    notApplicable: range(({ notApplicable }) => notApplicable),
  }
}
