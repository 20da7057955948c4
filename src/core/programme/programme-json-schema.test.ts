import { readFileSync, readdirSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { programmeJsonSchema } from './programme-json-schema.ts'

const folder = new URL('../../../programmes/', import.meta.url)
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(programmeJsonSchema())

test('the published JSON Schema is the one the validator makes (npx tilsyn programme schema)', () => {
  const published: unknown = JSON.parse(readFileSync(new URL('programme.schema.json', folder), 'utf8'))
  expect(published).toEqual(programmeJsonSchema())
})

test('an editor finds nothing wrong in the programmes', () => {
  const wrong = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('deadlines-'))
    .filter((name) => !validate(parse(readFileSync(new URL(name, folder), 'utf8'))))
  expect(wrong).toEqual([])
})

test('an editor marks an unknown key and a date that does not exist', () => {
  const text = readFileSync(new URL('bbu-2017.yaml', folder), 'utf8')
  expect(validate(parse(text.replace('\nversion: 1', '\nversoin: 1')))).toBe(false)
  expect(validate(parse(text.replace('until: 2023-12-31', 'until: 2023-02-29')))).toBe(false)
})
