import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { getStage } from '../programme/lookup.ts'
import { parseProgramme } from '../programme/parse-programme.ts'
import { readTrainingFile } from './training-file.ts'

const folder = new URL('../../../programmes/training/', import.meta.url)
const names = readdirSync(folder)

test('every training case that comes with the program can be read, and names a stage of the programme', () => {
  const file = new URL('../../../programmes/bbu-2017.yaml', import.meta.url)
  const programme = parseProgramme(readFileSync(file, 'utf8'), 'bbu-2017.yaml')
  if (!programme.ok) throw new Error('the programme cannot be read')
  expect(names.length).toBeGreaterThanOrEqual(3)
  const keys = names.map((name) => {
    const { key, training } = readTrainingFile(readFileSync(new URL(name, folder), 'utf8'), name)
    expect(getStage(programme.value, training.stage).questions.length).toBeGreaterThan(10)
    expect(name).toBe(`${key}.yaml`)
    return key
  })
  expect(new Set(keys).size).toBe(keys.length)
})

const right = {
  key: 'prove',
  synthetic: true,
  title: 'Opdigtet sag',
  stage: 'underretning',
  started: '2024-01-08',
  completed: '2024-01-15',
  documents: [{ title: 'Underretning', date: '2024-01-08', text: 'En lærer skriver.' }],
}

test('a file that is not marked as invented, or may hold a CPR number, is refused', () => {
  expect(readTrainingFile(stringify(right), 'prove.yaml').training.title).toBe('Opdigtet sag')
  expect(() => readTrainingFile(stringify({ ...right, synthetic: undefined }), 'x')).toThrow('synthetic')
  const documents = [{ title: 'Brev', date: '2024-01-08', text: 'Barnet, 010117-4000, er set.' }]
  expect(() => readTrainingFile(stringify({ ...right, documents }), 'x')).toThrow('CPR')
  expect(() => readTrainingFile(stringify({ ...right, completed: '2024-01-01' }), 'x')).toThrow('ends before')
})
