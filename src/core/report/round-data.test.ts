import { expect, test } from 'vitest'
import { allAnswerTypes } from '../../../test/support/all-answer-types.ts'
import { parseProgramme } from '../programme/parse-programme.ts'
import { readAnswers } from '../review/answers-file.ts'
import { csvText } from '../tabular/csv-text.ts'
import { roundDataTables, type DataAnswer } from './round-data.ts'

const parsed = parseProgramme(allAnswerTypes, 'programme.yaml')
if (!parsed.ok) throw new Error(parsed.problems[0]?.text.en)
const programme = parsed.value

type Given = NonNullable<DataAnswer['now']>
const none: Given = { answer: null, value: null, derivedValue: null }
function said(question: string, given: Partial<Given>, caseId = 'S-1', level = 1): DataAnswer {
  const all = { ...none, ...given }
  return { caseId, stage: 'underretning', unit: 'Nord', level, question, independent: all, now: all }
}

function tablesOf(answers: readonly DataAnswer[]) {
  const tables = roundDataTables({ round: '2023q4', programme, answers, consensus: [] })
  return (key: string) => {
    const table = tables.find((each) => each.key === key)
    return (table?.rows ?? []).map((row) =>
      Object.fromEntries(row.map((cell, at) => [table?.columns[at] ?? '', cell])),
    )
  }
}

test('the yes-no answers are an answers file that the analysis reads, with the answers that count', async () => {
  const corrected: DataAnswer = { ...said('A-1', { answer: 'no' }, 'S-2'), now: { ...none, answer: 'yes' } }
  const later = { ...said('A-1', { answer: 'no' }, 'S-3'), independent: null }
  const answers = [said('A-1', { answer: 'na' }), corrected, later, said('A-2', { value: '2' })]
  const [first] = roundDataTables({ round: '2023q4', programme, answers, consensus: [] })
  if (first === undefined) throw new Error('no tables')
  const bytes = new TextEncoder().encode(csvText([first.columns, ...first.rows]))
  const read = await readAnswers(bytes, 'answers.csv', programme)
  if (!read.ok) throw new Error(read.problems[0]?.text.en)
  expect(read.value.map(({ caseId, level, question, answer }) => [caseId, level, question, answer])).toEqual([
    ['S-1', 1, 'A-1', 'na'],
    ['S-2', 1, 'A-1', 'no'],
  ])
  expect(tablesOf(answers)('answers').map((row) => row['corrected_answer'])).toEqual([null, 'ja'])
})

test('an answer whose question fell away on correction says so, and is not empty as one that stands', () => {
  const away = { ...said('A-1', { answer: 'no' }), now: null }
  const value = { ...said('A-2', { value: '2' }), now: null }
  const tables = tablesOf([away, value, said('A-1', { answer: 'no' }, 'S-2')])
  expect(tables('answers').map((row) => row['corrected_answer'])).toEqual(['bortfaldet', null])
  expect(tables('values').map((row) => row['corrected_value'])).toEqual(['bortfaldet'])
})

test('every other answer is there as it is, a grade with its name, an override with the grade of the rule', () => {
  const values = tablesOf([
    said('A-2', { value: '3' }),
    said('A-3', { value: '2.5' }),
    said('A-4', { value: '2023-11-03' }),
    said('A-5', { value: '=1+1' }),
    said('A-6', { value: '1', derivedValue: '2' }),
    said('A-6', { derivedValue: '2' }, 'S-2'),
  ])('values')
  expect(values.map(({ question, value, meaning }) => [question, value, meaning])).toEqual([
    ['A-2', 3, 'Grundig'],
    ['A-3', 2.5, null],
    ['A-4', '2023-11-03', null],
    ['A-5', '=1+1', null],
    ['A-6', 1, 'Ikke god nok'],
    ['A-6', 2, 'God'],
  ])
  expect(values.slice(4)).toMatchObject([
    { rule_value: 2, overridden: 'ja' },
    { rule_value: 2, overridden: 'nej' },
  ])
})

test('the distribution counts every answer a level could give, also those that nobody gave', () => {
  const answers = ['1', '3', '3'].map((value, at) => said('A-2', { value }, `S-${at}`))
  const rows = tablesOf([...answers, said('A-2', { value: '2' }, 'S-9', 2)])('distribution')
  expect(
    rows.map(({ level, value, meaning, count, answered }) => [level, value, meaning, count, answered]),
  ).toEqual([
    [1, 1, 'Mangelfuld', 1, 3],
    [1, 2, 'Tilstrækkelig', 0, 3],
    [1, 3, 'Grundig', 2, 3],
    [2, 1, 'Mangelfuld', 0, 1],
    [2, 2, 'Tilstrækkelig', 1, 1],
    [2, 3, 'Grundig', 0, 1],
  ])
})
