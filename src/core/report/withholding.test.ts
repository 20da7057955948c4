import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../analysis/analyse.ts'
import type { Analysis } from '../analysis/analysis.ts'
import type { AnswerValue, Programme } from '../programme/programme.ts'
import type { Answer } from '../review/answer.ts'
import { programmeOf } from '../../../test/support/disclosure-editions.ts'
import { composeReport } from './compose-report.ts'
import { staysHidden } from './hidden-parts.ts'

/** A stage's cases: each a list of answers, one per question. */
type Cases = readonly (readonly AnswerValue[])[]

function answersOf(stages: readonly Cases[]): readonly Answer[] {
  return stages.flatMap((cases, stage) =>
    cases.flatMap((answers, turn) =>
      answers.map((answer, at) => ({
        round: 'now',
        unit: 'A',
        level: 2,
        weight: 1,
        caseId: `${stage}-${turn}`,
        stage: `s${stage}`,
        question: `s${stage}-${at}`,
        answer,
      })),
    ),
  )
}

/** All that a reader of the public edition is given: every figure, in whatever format, and every text. */
function publicEdition(
  programme: Programme,
  stages: readonly Cases[],
): { readonly analysis: Analysis; readonly seen: string } {
  const analysis = analyse({ programme, round: 'now', answers: answersOf(stages) })
  if (!analysis.ok) throw new Error('refused')
  const { figures, sections } = composeReport({ analysis: analysis.value, programme, audience: 'public' })
  return { analysis: analysis.value, seen: JSON.stringify([figures, sections]) }
}

/** Lists of `size` cases over some patterns, whatever their order. */
function multisets<T>(patterns: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]]
  return patterns.flatMap((pattern, at) =>
    multisets(patterns.slice(at), size - 1).map((rest) => [pattern, ...rest]),
  )
}

function patterns(questions: number, values: readonly AnswerValue[]): Cases {
  return questions === 0
    ? [[]]
    : patterns(questions - 1, values).flatMap((rest) => values.map((value) => [...rest, value]))
}

function product<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (all, list) => all.flatMap((head) => list.map((item) => [...head, item])),
    [[]],
  )
}

/**
 * The attacker: of all worlds that there can be, those whose public edition is this one. A small count that is the same, or
 * nearly so, in all of them is known. Returns what is narrowed down below the 1..smallCell-1 that the mask tells anyway.
 */
function narrowedDown(programme: Programme, worlds: readonly (readonly Cases[])[]): readonly string[] {
  const { smallCell } = programme.settings
  const width = Math.max(1, smallCell - 2)
  const small = (count: number) => count >= 1 && count < smallCell
  const alike = Map.groupBy(
    worlds.map((world) => publicEdition(programme, world)),
    ({ seen }) => seen,
  )
  const found = new Set<string>()
  for (const group of alike.values()) {
    const cells = new Map<string, number[]>()
    for (const { analysis } of group)
      for (const [name, count] of [
        ...analysis.questions
          .filter(({ unit, level }) => unit === null && level === 2)
          .flatMap((row): [string, number][] => [
            [`${row.question} met`, row.numerator],
            [`${row.question} not met`, row.denominator - row.numerator],
          ]),
        ...analysis.stages
          .filter(({ unit, stage }) => unit === null && stage !== null)
          .map(({ stage, n }): [string, number] => [`${stage} cases`, n]),
      ]) {
        const known = cells.get(name) ?? []
        known.push(count)
        cells.set(name, known)
      }
    for (const [name, counts] of cells)
      if (counts.some(small) && Math.max(...counts) - Math.min(...counts) < width)
        found.add(`${name}: ${[...new Set(counts)].join()}`)
  }
  return [...found]
}

const yesNo = ['yes', 'no'] as const
const all = ['yes', 'no', 'na'] as const

describe('an attacker who knows every small programme that there can be', () => {
  it.each([
    ['one question', [1], [6], yesNo, 3],
    ['two questions', [2], [7], yesNo, 3],
    ['two questions, counts below five hidden', [2], [9], yesNo, 5],
    ['three questions', [3], [4], yesNo, 3],
    ['two questions that need not apply', [2], [4], all, 3],
    ['two stages', [1, 2], [5, 5], yesNo, 3],
    ['two stages of one question', [1, 1], [8, 8], yesNo, 5],
    ['three stages of one question', [1, 1, 1], [4, 4, 4], yesNo, 3],
  ] as const)(
    'narrows down no hidden count: %s',
    (_name, questions, sizes, values, smallCell) => {
      const programme = programmeOf(questions, smallCell)
      const worlds = product(questions.map((count, at) => multisets(patterns(count, values), sizes[at] ?? 0)))
      expect(narrowedDown(programme, worlds)).toStrictEqual([])
    },
    60_000,
  )

  it('narrows down no small number of cases either', () => {
    const programme = programmeOf([1, 1, 1], 3)
    const sizes = [1, 2, 3, 4]
    const worlds = product([sizes, sizes, sizes]).map((counts) =>
      counts.map((count) => Array.from({ length: count }, (): AnswerValue[] => ['yes'])),
    )
    expect(narrowedDown(programme, worlds)).toStrictEqual([])
  })

  it('is given the composite where too many rows are hidden to be solved from it', () => {
    const programme = programmeOf([6], 3)
    const cases = Array.from({ length: 12 }, (_, at) =>
      Array.from({ length: 6 }, (_unused, question): AnswerValue => (at < 1 + (question % 2) ? 'no' : 'yes')),
    )
    const analysis = analyse({ programme, round: 'now', answers: answersOf([cases]) })
    if (!analysis.ok) throw new Error('refused')
    const { figures } = composeReport({ analysis: analysis.value, programme, audience: 'public' })
    expect(figures['question/s0/s0-0/level-2/all/share']).toMatchObject({ withheld: true })
    expect(figures['composite/all/level-2/all/share']).toMatchObject({ withheld: false, value: 0.88 })
  })
})

describe('parts of a known total', () => {
  it('stay hidden exactly when trying every combination leaves each secret part wide enough', () => {
    const part = fc
      .record({
        possible: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 5 }),
        pick: fc.nat(),
        secret: fc.boolean(),
      })
      .map(({ possible, pick, secret }) => {
        const sorted = possible.toSorted((a, b) => a - b)
        return { possible: sorted, secret, value: sorted[pick % sorted.length] ?? 0 }
      })
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 4 }),
        (parts, width) => {
          const total = parts.reduce((sum, { value }) => sum + value, 0)
          const fitting = product(parts.map(({ possible }) => possible)).filter(
            (values) => values.reduce((sum, value) => sum + value, 0) === total,
          )
          const wide = parts.every(({ secret }, at) => {
            const values = fitting.map((world) => world[at] ?? 0)
            return !secret || Math.max(...values) - Math.min(...values) >= width
          })
          expect(staysHidden(parts, width)).toBe(wide)
        },
      ),
    )
  })
})
