import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyAnswers, smallProgramme } from '../../../test/support/small-programme.ts'
import { analyseLevel } from './analyse-level.ts'
import { analyse } from './analyse.ts'
import type { Change } from './analysis.ts'

/** q and class are read within a family of comparisons, and a level's family is not the whole analysis'. */
const withoutFamily = <Row extends { readonly change: Change | null }>(rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, change: row.change && { ...row.change, q: null, class: null } }))

test('one level alone has the very figures that the whole analysis has of it', () => {
  fc.assert(
    fc.property(
      anyAnswers(['now', 'before']),
      fc.constantFrom(1, 2, 3),
      fc.boolean(),
      fc.boolean(),
      (answers, level, units, compared) => {
        const input = {
          programme: smallProgramme,
          round: 'now',
          answers,
          ...(compared ? { baseline: 'before' } : {}),
        }
        const whole = analyse(input)
        const part = analyseLevel(input, { level, units })
        fc.pre(whole.ok && part.ok)
        const isOf = (row: { readonly level: number; readonly unit: string | null }) =>
          row.level === level && (units || row.unit === null)
        const questions = whole.value.questions.filter(isOf).map((row) => ({ ...row, annex: null }))
        expect(withoutFamily(part.value.questions)).toEqual(withoutFamily(questions))
        expect(withoutFamily(part.value.composites)).toEqual(
          withoutFamily(whole.value.composites.filter(isOf)),
        )
      },
    ),
  )
})

test('refuses what the whole analysis refuses', () => {
  const input = { programme: smallProgramme, round: 'now', answers: [] }
  expect(analyseLevel(input, { level: 2, units: true })).toEqual(analyse(input))
})
