import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  casesWith,
  editionsOf,
  programmeOf,
  roundOf,
  type Editions,
  type Round,
} from '../../../test/support/disclosure-editions.ts'
import type { AnswerValue } from '../programme/programme.ts'
import type { Figure } from '../report/report.ts'
import { auditDisclosure } from './audit-disclosure.ts'
import { leaveOneOut } from './leave-one-out.ts'
import type { PublishedFigure, PublishedReport, Range } from './published-report.ts'
import { solveRows, type RowLimits, type RowRanges, type RowWorld } from './solve-rows.ts'

/** The edition as it were with some of its withheld figures left open. */
function leaky(
  { open, published }: Editions,
  isOpen: (id: string, figure: Figure) => boolean,
): PublishedReport {
  return {
    ...published,
    figures: Object.fromEntries(
      Object.entries(published.figures).map(([id, figure]): [string, PublishedFigure] => {
        const whole = open.figures[id]
        if (!figure.withheld || whole === undefined || !isOpen(id, whole)) return [id, figure]
        const value =
          id.startsWith('composite/') && whole.format === 'percent'
            ? Math.round((whole.value ?? 0) * 100) / 100
            : whole.value
        return [id, { ...whole, value }]
      }),
    ),
  }
}

const answer = fc.constantFrom<AnswerValue>('yes', 'yes', 'yes', 'no', 'na')
const yesNo = fc.constantFrom<AnswerValue>('yes', 'yes', 'yes', 'no')

/** What of a round's counts is small, by the answers themselves. */
function smallCounts(stages: Round, smallCell: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [stage, cases] of stages.entries())
    for (const at of (cases[0] ?? []).keys())
      for (const [value, cell] of [
        ['yes', 'yes'],
        ['no', 'no'],
        ['na', 'not-applicable'],
      ] as const) {
        const count = cases.filter((answers) => answers[at] === value).length
        if (count >= 1 && count < smallCell) found.set(`s${stage}/s${stage}-${at}/${cell}`, count)
      }
  return found
}

describe('the attacker’s check', () => {
  it('finds every small count that is the only one hidden of its row', () => {
    fc.assert(
      fc.property(fc.constantFrom(3, 5), roundOf([3, 2], answer), (smallCell, stages) => {
        const small = smallCounts(stages, smallCell)
        // Complementary suppression switched off: every other number of the row stands.
        const isOpen = (id: string, { value, format }: Figure) =>
          format === 'integer' &&
          id.startsWith('question/') &&
          !(value !== null && value >= 1 && value < smallCell)
        const edition = leaky(editionsOf(programmeOf([3, 2], smallCell), { now: stages }), isOpen)
        const found = new Map(
          auditDisclosure(edition, [], smallCell).narrowed.map((cell) => [
            `${cell.stage}/${cell.question}/${cell.cell}`,
            cell,
          ]),
        )
        // Two small counts of one row hide each other where there are more than three to choose between.
        const alone = [...small].filter(
          ([name]) => [...small.keys()].filter((other) => sameRow(name, other)).length === 1,
        )
        for (const [name, count] of alone) expect(found.get(name)).toMatchObject({ low: count, high: count })
      }),
      { numRuns: 60 },
    )
  })

  it('finds a hidden count that a composite gives away in whole per cent', () => {
    // Of 240 answers 2 are not in order, all to one question: 99 %, so 2 or 3.
    const none = Array.from({ length: 11 }, () => 0)
    const editions = editionsOf(programmeOf([12], 5), { now: [casesWith(20, [2, ...none])] })
    expect(auditDisclosure(editions.published, [], 5).narrowed).toStrictEqual([])
    const open = leaky(editions, (id) => id.startsWith('composite/s0/'))
    expect(auditDisclosure(open, [], 5).narrowed).toContainEqual({
      round: 'now',
      stage: 's0',
      question: 's0-0',
      cell: 'no',
      low: 2,
      high: 3,
    })
  })

  it('finds it by all stages’ composite less the others', () => {
    const none = Array.from({ length: 11 }, () => 0)
    const editions = editionsOf(programmeOf([12, 1], 5), {
      now: [casesWith(20, [2, ...none]), casesWith(5, [0])],
    })
    const open = leaky(editions, (id) => id.startsWith('composite/all/') || id === 'stage/all/level-2/cases')
    expect(auditDisclosure(editions.published, [], 5).narrowed).toStrictEqual([])
    expect(auditDisclosure(open, [], 5).narrowed.map(({ question }) => question)).toContain('s0-0')
  })

  it('finds a small number of cases by the total', () => {
    const editions = editionsOf(programmeOf([1, 1], 5), { now: [casesWith(3, [0]), casesWith(20, [10])] })
    const open = leaky(editions, (id) => id === 'stage/all/level-2/cases')
    expect(auditDisclosure(editions.published, [], 5).narrowed).toStrictEqual([])
    expect(auditDisclosure(open, [], 5).narrowed).toContainEqual({
      round: 'now',
      stage: 's0',
      question: null,
      cell: 'cases',
      low: 3,
      high: 3,
    })
  })

  it('finds what the next round’s baseline gives away, and says nothing of it when it was given away before', () => {
    const programme = programmeOf([1], 5)
    const first = editionsOf(programme, { a: [casesWith(20, [2])] })
    const next = editionsOf(programme, { a: [casesWith(20, [2])], b: [casesWith(20, [8])] })
    expect(auditDisclosure(next.published, [first.published], 5).narrowed).toStrictEqual([])
    const open = leaky(next, (id) => id.endsWith('/change') || id.endsWith('/share'))
    const found = auditDisclosure(open, [first.published], 5).narrowed
    expect(found).toContainEqual({ round: 'a', stage: 's0', question: 's0-0', cell: 'no', low: 1, high: 2 })
    expect(auditDisclosure(open, [first.published, open], 5).narrowed).toStrictEqual([])
  })

  it('finds nothing in the public edition of any small round', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(3, 5),
        fc.oneof(roundOf([3, 2], yesNo), roundOf([3, 2], answer)),
        (smallCell, stages) => {
          const { published } = editionsOf(programmeOf([3, 2], smallCell), { now: stages })
          expect(auditDisclosure(published, [], smallCell).narrowed).toStrictEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })
})

function sameRow(one: string, other: string): boolean {
  return one.slice(0, one.lastIndexOf('/')) === other.slice(0, other.lastIndexOf('/'))
}

/** The same by brute force. */
function tryAll(rows: readonly (readonly RowWorld[])[], limits: RowLimits): readonly RowRanges[] | null {
  const within = (total: number, [low, high]: Range) => total >= low && total <= high
  const all = rows
    .reduce<RowWorld[][]>((lists, row) => lists.flatMap((list) => row.map((one) => [...list, one])), [[]])
    .filter(
      (list) =>
        within(
          list.reduce((total, { yes }) => total + yes, 0),
          limits.yes,
        ) &&
        within(
          list.reduce((total, { no }) => total + no, 0),
          limits.no,
        ),
    )
  const ends = (at: number, count: (one: RowWorld) => number): Range => {
    const values = all.flatMap((list) => list.slice(at, at + 1).map(count))
    return [Math.min(...values), Math.max(...values)]
  }
  return all.length === 0
    ? null
    : rows.map((_, at) => ({
        yes: ends(at, ({ yes }) => yes),
        no: ends(at, ({ no }) => no),
        notApplicable: ends(at, ({ notApplicable: [na] }) => na),
      }))
}

describe('ranges of hidden rows', () => {
  const world = fc
    .record({ yes: fc.nat(4), no: fc.nat(4), na: fc.nat(3) })
    .map(({ yes, no, na }): RowWorld => ({ yes, no, notApplicable: [na, na] }))

  it('are those of trying every combination of worlds under limits from above, and never narrower', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(world, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        fc.record({ yes: fc.nat(12), no: fc.nat(12), leastYes: fc.nat(6), leastNo: fc.nat(6) }),
        (rows, { yes, no, leastYes, leastNo }) => {
          expect(solveRows(rows, { yes: [0, yes], no: [0, no] })).toStrictEqual(
            tryAll(rows, { yes: [0, yes], no: [0, no] }),
          )
          const limits: RowLimits = { yes: [leastYes, yes], no: [leastNo, no] }
          const exact = tryAll(rows, limits)
          const solved = solveRows(rows, limits)
          for (const [at, ranges] of (exact ?? []).entries())
            for (const cell of ['yes', 'no', 'notApplicable'] as const) {
              const [low, high] = solved?.[at]?.[cell] ?? [Infinity, -Infinity]
              expect(low).toBeLessThanOrEqual(ranges[cell][0])
              expect(high).toBeGreaterThanOrEqual(ranges[cell][1])
            }
        },
      ),
    )
  })

  it('take everything but the element itself', () => {
    const sums = leaveOneOut([1, 2, 4, 8, 16], 0, (sum, element) => sum + element)
    expect(sums).toStrictEqual([30, 29, 27, 23, 15])
  })
})
