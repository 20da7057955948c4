import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { anyAnswers, smallProgramme } from '../../../test/support/small-programme.ts'

const schema: object = JSON.parse(
  readFileSync(new URL('analysis.schema.json', import.meta.url), 'utf8'),
) as object // a JSON Schema is an object
const validate = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  formats: { date: /^\d{4}-\d\d-\d\d$/u },
}).compile(schema)

describe('the published schema of ANALYSIS.json', () => {
  it('describes the analysis of any answers, with a baseline and without', () => {
    fc.assert(
      fc.property(anyAnswers(['now', 'before']), fc.boolean(), (answers, compares) => {
        const analysis = analyse({
          programme: smallProgramme,
          round: 'now',
          answers,
          ...(compares ? { baseline: 'before' } : {}),
        })
        fc.pre(analysis.ok)
        // Through JSON: what JSON cannot say (NaN, undefined) must not be there.
        validate(JSON.parse(JSON.stringify(analysis.value)))
        expect(validate.errors ?? []).toStrictEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('refuses an analysis that lacks a part', () => {
    expect(validate({ schema: 'tilsyn-analysis/1' })).toBe(false)
  })
})
