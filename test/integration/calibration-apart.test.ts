import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../../src/', import.meta.url)

/** Who may know of the tables: their own room, their row types, and the demo. */
const own = [/^storage\/calibration\//u, /^storage\/tables\//u, /^demo\/write-calibrations\.ts$/u]
const table = /\b(?:calibration(?:_case|_form|_answer|_conclusion)?|training_case(?:_version)?)\b/u

test('no statistic, draw, report or export reads what was answered in a calibration', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  expect(files.length).toBeGreaterThan(500)
  const strangers = files.filter((name) => {
    if (!/^(?:storage|demo)\//u.test(name) || own.some((each) => each.test(name))) return false
    // The names of kinds, rooms and ids are no tables.
    const code = readFileSync(new URL(name, folder), 'utf8').replaceAll(/'[a-z]+(?:-[a-z]+)*'/gu, '')
    return table.test(code)
  })
  expect(strangers).toEqual([])
  const importers = files.filter(
    (name) =>
      // A person's own task that a calibration waits says nothing of an answer.
      name !== 'app/notification/my-review-tasks.ts' &&
      !/^(?:app|http|storage|demo)\/(?:calibration\/|write-calibrations)/u.test(name) &&
      /from '[^']*storage\/calibration\//u.test(readFileSync(new URL(name, folder), 'utf8')),
  )
  expect(importers).toEqual([])
})
