import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseProgramme } from './parse-programme.ts'

/** The example with derived grades; the tests change its rules. */
const text = readFileSync(new URL('../../../programmes/extra-costs.yaml', import.meta.url), 'utf8')
const start = text.indexOf('derived:')
const at = text.slice(0, start).split('\n').length

const rule = (body: string) => `          - ${body}\n`
const withRules = (...bodies: readonly string[]) =>
  `${text.slice(0, start)}derived:\n${bodies.map(rule).join('')}`
const found = (source: string) => {
  const checked = parseProgramme(source, 'p.yaml')
  return checked.ok ? [] : checked.problems.map(({ code, at: place }) => `${(place?.line ?? 0) - at} ${code}`)
}

test('the example is read with its rules filled in', () => {
  const checked = parseProgramme(text, 'p.yaml')
  if (!checked.ok) throw new Error('the example is wrong')
  const rules = checked.value.stages[0]?.questions.find(({ key }) => key === 'M-2.4')?.derived ?? []
  expect(rules[0]).toEqual({ grade: 1, when: [{ questions: ['M-2.1'], atLeast: 1, answered: ['no'] }] })
  expect(rules.at(-1)).toEqual({ grade: 3, when: [] })
})

test.each([
  ['an unknown question', '{ grade: 1, when: [{ question: M-9.9, answered: [no] }] }', 'unknown-reference'],
  [
    'an answer that a graded question cannot have',
    '{ grade: 1, when: [{ question: M-2.2, answered: [no] }] }',
    'derived-other-type',
  ],
  [
    'a grade of a yes-no question',
    '{ grade: 1, when: [{ question: M-2.1, grades: [1] }] }',
    'derived-other-type',
  ],
  [
    'a grade that the question has not',
    '{ grade: 4, when: [{ question: M-2.1, answered: [no] }] }',
    'derived-no-such-grade',
  ],
  [
    'a grade that the other question has not',
    '{ grade: 1, when: [{ question: M-2.2, grades: [7] }] }',
    'derived-no-such-grade',
  ],
  ['neither answered nor grades', '{ grade: 1, when: [{ question: M-2.1 }] }', 'derived-condition'],
  [
    'both question and questions',
    '{ grade: 1, when: [{ question: M-2.1, questions: [M-1.1], answered: [no] }] }',
    'derived-condition',
  ],
  [
    'more wanted than are named',
    '{ grade: 1, when: [{ questions: [M-1.1, M-1.3], atLeast: 3, answered: [no] }] }',
    'derived-at-least',
  ],
  ['a rule behind one that always fits', '{ grade: 1 }', 'derived-rule-unreached'],
  ['a misspelt key', '{ grade: 1, whne: [] }', 'unknown-key'],
])('a rule with %s is refused with its line', (_, body, code) => {
  expect(found(withRules(body, '{ grade: 3 }'))).toEqual([`1 ${code}`])
})

test('the last rule must always fit', () => {
  expect(found(withRules('{ grade: 1, when: [{ question: M-2.1, answered: [no] }] }'))).toEqual([
    '1 derived-without-end',
  ])
})

test('a grade that follows from itself is refused, directly or by a detour, with the way', () => {
  const itself = '{ grade: 1, when: [{ question: M-2.4, grades: [1] }] }'
  expect(found(withRules(itself, '{ grade: 3 }'))).toEqual(['0 derived-circle'])
  const detour = withRules('{ grade: 1, when: [{ question: M-2.2, grades: [1] }] }', '{ grade: 3 }').replace(
    'answerType: graded\n',
    'answerType: graded\n        derived: [{ grade: 1, when: [{ question: M-2.4, grades: [1] }] }, { grade: 2 }]\n',
  )
  const checked = parseProgramme(detour, 'p.yaml')
  expect(checked.ok ? [] : checked.problems.map(({ code }) => code)).toEqual([
    'derived-circle',
    'derived-circle',
  ])
  expect(checked.ok ? '' : checked.problems[0]?.text.en).toContain('M-2.2 -> M-2.4 -> M-2.2')
})

test('only a graded question can be derived', () => {
  const wrong = text.replace('answerType: number', 'answerType: number\n        derived: [{ grade: 1 }]')
  const checked = parseProgramme(wrong, 'p.yaml')
  expect(checked.ok ? [] : checked.problems.map(({ code }) => code)).toEqual(['derived-not-graded'])
})
