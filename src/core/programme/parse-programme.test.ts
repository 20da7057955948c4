import { expect, test } from 'vitest'
import { formatProblem } from '../language/problem.ts'
import { parseProgramme } from './parse-programme.ts'
import { right, wrongLine, problemsOf, found } from './programme-fixture.ts'

test('a right programme is read whole, with what the file leaves out filled in', () => {
  const checked = parseProgramme(right, 'p.yaml')
  if (!checked.ok) throw new Error(checked.problems.map((problem) => formatProblem(problem, 'en')).join('\n'))
  const [level1, level2] = checked.value.levels
  expect(level1).toMatchObject({ together: false, comparison: false, eligibility: [] })
  expect(level2).toMatchObject({ from: 1, eligibility: [{ attribute: 'age', atMost: 17 }] })
  const [first, second] = checked.value.stages[0]?.questions ?? []
  expect(first).toMatchObject({
    legal: [
      { law: 'old', reference: '§ 1' },
      { law: 'new', reference: '§ 2' },
    ],
    answerType: 'yes-no',
    expected: 'yes',
    escalates: false,
  })
  expect(second).toMatchObject({ legal: [], legalConfidence: 'memory', expected: null, baseline: false })
})

test('a condition that waits for a later question is told to move', () => {
  const [first, second] = [
    right.slice(0, right.indexOf('      - key: P-1.1')),
    right.slice(right.indexOf('      - key: P-1.2')),
  ]
  const swapped = `${first}${second}${right.slice(first.length, right.length - second.length)}`
  expect(found(swapped)).toEqual(['39 stages[1].questions[1].askedWhen.question asked-when-later'])
})

test('all mistakes of a file are told at once, in line order', () => {
  const text = wrongLine(14, '    minutes: x')
    .replace('from: 1\n', 'from: 9\n')
    .replace('theme: consent', 'theme: x')
  expect(found(text)).toEqual([
    '14 levels[1].minutes wrong-type',
    '23 levels[2].from unknown-reference',
    '41 stages[1].questions[1].theme unknown-reference',
  ])
})

test('one wrong field does not make the references to its part wrong', () => {
  expect(found(wrongLine(31, '    title: Plan'))).toEqual(['31 stages[1].title wrong-type'])
  expect(found(wrongLine(9, '  - { key: consent, title: x }'))).toEqual(['9 themes[1].title wrong-type'])
})

test('a misspelt word is answered with the likely one, in both languages', () => {
  const problem = problemsOf(wrongLine(41, '        theme: konsent'))[0]
  expect(problem && formatProblem(problem, 'en')).toBe(
    'p.yaml:41:stages[1].questions[1].theme: Theme "konsent" does not exist in the programme. Did you mean "consent"?',
  )
  expect(problem && formatProblem(problem, 'da')).toBe(
    'p.yaml:41:stages[1].questions[1].theme: Temaet "konsent" findes ikke i programmet. Mente du "consent"?',
  )
})

test('a byte order mark and Windows line ends change nothing', () => {
  expect(found(`\ufeff${right.replaceAll('\n', '\r\n')}`)).toEqual([])
})

test('thousands of mistakes are counted, not all shown', () => {
  const text = `${right}${Array.from({ length: 3000 }, (_, i) => `k${i}: 1`).join('\n')}\n`
  expect(problemsOf(text)).toHaveLength(51)
  expect(problemsOf(text).at(-1)?.text.en).toContain('2950 more')
})
