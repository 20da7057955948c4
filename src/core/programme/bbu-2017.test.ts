import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { legalReference } from './legal-reference.ts'
import { findQuestion, getComparisonLevel, getLevel, getQuestion, getStage, listBaseline } from './lookup.ts'
import { parseProgramme } from './parse-programme.ts'
import type { Programme } from './programme.ts'
import { parse } from 'yaml'

const folder = new URL('../../../programmes/', import.meta.url)

function read(name: string): Programme {
  const checked = parseProgramme(readFileSync(new URL(name, folder), 'utf8'), name)
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems, null, 2))
  return checked.value
}

const bbu = read('bbu-2017.yaml')

test('the programme of 2017 has six stages, 144 questions and 77 in the baseline', () => {
  const perStage = bbu.stages.map(({ key, questions }) => [key, questions.length])
  expect(Object.fromEntries(perStage)).toEqual({
    underretning: 20,
    boernefaglig_undersoegelse: 24,
    handleplan_anbringelse: 28,
    handleplan_forebyggelse: 24,
    opfoelgning_anbringelse: 27,
    opfoelgning_forebyggelse: 21,
  })
  expect(listBaseline(bbu)).toHaveLength(77)
})

test('its level 2 takes 20 cases per family unit over the stages and 5 notifications from the duty unit', () => {
  const { selection } = getComparisonLevel(bbu)
  if (selection.kind !== 'random') throw new Error('not random')
  const take = (unit: string, stage: string) =>
    selection.quotas.find(
      ({ where = {} }) => (where['unit'] ?? unit) === unit && (where['stage'] ?? stage) === stage,
    )?.take
  const stages = bbu.stages.map(({ key }) => key)
  expect(stages.map((stage) => take('Valby', stage))).toEqual([3, 3, 3, 3, 4, 4])
  expect(stages.map((stage) => take('Døgnvagten', stage))).toEqual([5, 0, 0, 0, 0, 0])
})

test('its levels are drawn each from the one below and reviewed by the right people', () => {
  expect(bbu.levels.map(({ level, from, reviewers }) => ({ level, from, reviewers }))).toEqual([
    { level: 1, from: undefined, reviewers: ['department-manager', 'professional-coordinator'] },
    { level: 2, from: 1, reviewers: ['area-manager', 'unit-lawyer'] },
    { level: 3, from: 2, reviewers: ['staff-lawyer'] },
    { level: 4, from: 3, reviewers: ['central-lawyer'] },
  ])
  expect(getComparisonLevel(bbu).level).toBe(2)
  expect(() => getLevel(bbu, 5)).toThrow('no level 5')
})

test('every printed table of a theme finds its question by theme, stage and whom it concerns', () => {
  const headlines = (theme: string) =>
    bbu.stages.flatMap(({ questions }) =>
      questions
        .filter((question) => question.headline && question.theme === theme)
        .map(({ key, concerns }) => `${key} ${concerns ?? ''}`.trim()),
    )
  expect(headlines('inddragelse')).toEqual([
    'U-4.2 child',
    'B-2.5 child',
    'B-2.9 parents',
    'HA-3.1 child',
    'HA-4.1 parents',
    'HF-3.1 child',
    'HF-4.1 parents',
    'OA-2.1 child',
    'OA-3.1 parents',
    'OF-2.1 child',
    'OF-3.1 parents',
  ])
  expect(headlines('bisidder')).toEqual([
    'B-2.2 child',
    'B-2.3 parents',
    'HA-3.3 child',
    'HA-4.2 parents',
    'HF-3.3 child',
    'HF-4.2 parents',
    'OA-2.3 child',
    'OA-3.2 parents',
    'OF-2.3 child',
    'OF-3.2 parents',
  ])
  expect(headlines('samtykke')).toEqual(['B-3.1', 'HA-5.1', 'HF-5.1', 'OA-6.1', 'OF-6.1'])
  expect(headlines('opfoelgning')).toEqual(['OA-5.1', 'OF-5.1'])
})

test('no is expected where the instrument says so, and only the alarm escalates', () => {
  const questions = bbu.stages.flatMap((stage) => stage.questions)
  expect(questions.filter(({ expected }) => expected === 'no').map(({ key }) => key)).toEqual([
    'HA-5.6',
    'HF-5.7',
  ])
  expect(questions.filter(({ escalates }) => escalates).map(({ key }) => key)).toEqual(['HF-5.7'])
})

test('the law in force on the day the stage was completed applies', () => {
  const question = getQuestion(bbu, 'B-1.3')
  expect(legalReference(question, '2023-12-31', bbu)?.reference).toBe('SEL § 50, stk. 7')
  expect(legalReference(question, '2024-01-01', bbu)?.reference).toBe('BL § 20, stk. 3')
  expect(legalReference({ ...question, legal: [] }, '2024-01-01', bbu)).toBeNull()
})

test('no English text is the Danish one', () => {
  const same = bbu.stages.flatMap((stage) =>
    stage.questions.filter(({ text }) => text.da === text.en).map(({ key }) => key),
  )
  expect(same).toEqual([])
  expect(bbu.status?.en).toContain('child-law jurist must confirm')
})

test('a stage or question that does not exist is undefined to find and an error to get', () => {
  expect(findQuestion(bbu, 'U-9.9')).toBeUndefined()
  expect(getStage(bbu, 'underretning').title.en).toBe('Notification of concern')
  expect(() => getStage(bbu, 'underretninger')).toThrow('no stage underretninger')
})

test('every programme file is right, and reads the same after being written out anew', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.startsWith('deadlines-'))
  expect(names.length).toBeGreaterThanOrEqual(5)
  for (const name of names) {
    const text = readFileSync(new URL(name, folder), 'utf8')
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./programme.schema.json')
    const again = parseProgramme(stringify(parse(text)), name)
    expect(again).toEqual({ ok: true, value: read(name) })
  }
})

test('the programmes say every kind of selection', () => {
  const kinds = [
    'bbu-2017',
    'ankestyrelsen-external',
    'safety-plans-census',
    'extra-costs',
    'risk-based',
  ].flatMap((name) => read(`${name}.yaml`).levels.map((level) => level.selection.kind))
  expect(new Set(kinds)).toEqual(new Set(['random', 'newest-first', 'census', 'pass-on', 'risk-weighted']))
})

test('a question that begins with "if" is kept away by the answer that says otherwise', () => {
  const conditions = bbu.stages.flatMap(({ questions }) =>
    questions.flatMap(({ key, askedWhen }) => (askedWhen === undefined ? [] : [[key, askedWhen]])),
  )
  expect(Object.fromEntries(conditions)).toEqual({
    'B-1.4': { question: 'B-1.3', answered: ['no'] },
    'B-2.7': { question: 'B-2.5', answered: ['no'] },
    'HA-1.3': { question: 'HA-1.2', answered: ['no'] },
  })
})
