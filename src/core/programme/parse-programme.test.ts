import { describe, expect, test } from 'vitest'
import { formatProblem } from '../language/problem.ts'
import { parseProgramme } from './parse-programme.ts'

/** A small right programme; the tests change one line of it. Line numbers below count in this text. */
const right = `key: small
version: 1
title: { da: Lille, en: Small }
settings: { saturdayCounts: true, smallCell: 3 }
laws:
  - { key: old, title: { da: Gammel, en: Old }, until: 2023-12-31 }
  - { key: new, title: { da: Ny, en: New }, from: 2024-01-01 }
themes:
  - { key: consent, title: { da: Samtykke, en: Consent } }
levels:
  - level: 1
    title: { da: Lokalt, en: Local }
    reviewers: [department-manager]
    minutes: 30
    selection:
      kind: random
      strata: [unit, stage]
      quotas:
        - { where: { stage: plan }, take: 2 }
        - { take: 1 }
  - level: 2
    title: { da: Centralt, en: Central }
    from: 1
    reviewers: [central-lawyer]
    minutes: 60
    comparison: true
    eligibility: [{ attribute: age, atMost: 17 }]
    selection: { kind: census }
stages:
  - key: plan
    title: { da: Plan, en: Plan }
    sections:
      - { number: 1, title: { da: Indhold, en: Content } }
    questions:
      - key: P-1.1
        number: "1.1"
        section: 1
        text: { da: "Er der en plan?", en: "Is there a plan?" }
        legal: { old: "§ 1", new: "§ 2" }
        legalConfidence: verified
        theme: consent
        expected: yes
        baseline: true
      - key: P-1.2
        number: "1.2"
        section: 1
        text: { da: "Hvorfor ikke?", en: "Why not?" }
        askedWhen: { question: P-1.1, answered: [no] }
        answerType: text
`

const wrongLine = (line: number, changed: string) =>
  right
    .split('\n')
    .map((text, index) => (index + 1 === line ? changed : text))
    .join('\n')

function problemsOf(text: string) {
  const checked = parseProgramme(text, 'p.yaml')
  return checked.ok ? [] : checked.problems
}

const found = (text: string) =>
  problemsOf(text).map(({ code, at }) => `${at?.line ?? '-'} ${at?.column ?? ''} ${code}`.replace('  ', ' '))

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

describe('every kind of mistake is told with its line and key', () => {
  const mistakes: readonly (readonly [
    what: string,
    line: number,
    changed: string,
    expected: readonly string[],
  ])[] = [
    ['a misspelt key', 2, 'versoin: 1', ['1 version missing', '2 versoin unknown-key']],
    [
      'a wrong type',
      4,
      'settings: { saturdayCounts: ja, smallCell: 3 }',
      ['4 settings.saturdayCounts wrong-type'],
    ],
    ['a text in one language only', 3, 'title: { da: Lille }', ['3 title.en missing']],
    ['an empty text', 3, 'title: { da: Lille, en: " " }', ['3 title.en empty-value']],
    ['an empty value', 14, '    minutes:', ['14 levels[1].minutes empty-value']],
    ['a key with a space', 1, 'key: my audit', ['1 key wrong-key-format']],
    [
      'a date that does not exist',
      6,
      '  - { key: old, title: { da: a, en: b }, until: 2023-02-29 }',
      ['6 laws[1].until no-such-date'],
    ],
    [
      'a date in another format',
      6,
      '  - { key: old, title: { da: a, en: b }, until: 31-12-2023 }',
      ['6 laws[1].until wrong-date-format'],
    ],
    [
      'a law that ends before it begins',
      7,
      '  - { key: new, title: { da: a, en: b }, from: 2024-01-01, until: 2023-01-01 }',
      ['7 laws[2].until period-reversed'],
    ],
    [
      'a law key used twice',
      7,
      '  - { key: old, title: { da: a, en: b } }',
      ['7 laws[2].key not-unique', '39 stages[1].questions[1].legal.new unknown-reference'],
    ],
    [
      'two who review apart, of one role only',
      13,
      '    reviewers: [central-lawyer]\n    apart: true',
      ['14 levels[1].apart apart-needs-two-roles'],
    ],
    [
      'a form filled in both together and apart',
      13,
      '    reviewers: [area-manager, unit-lawyer]\n    together: true\n    apart: true',
      ['15 levels[1].apart together-and-apart'],
    ],
    ['an unknown role', 13, '    reviewers: [lawyer]', ['13 levels[1].reviewers[1] wrong-value']],
    ['too many minutes', 14, '    minutes: 2000', ['14 levels[1].minutes too-big']],
    ['half a minute', 14, '    minutes: 30.5', ['14 levels[1].minutes wrong-type']],
    ['an unknown selection', 16, '      kind: randm', ['16 levels[1].selection.kind wrong-value']],
    [
      'strata named twice',
      17,
      '      strata: [unit, stage, unit]',
      ['17 levels[1].selection.strata[3] not-unique'],
    ],
    [
      'a quota for an unknown stage',
      19,
      '        - { where: { stage: plann }, take: 2 }',
      ['19 levels[1].selection.quotas[1].where.stage unknown-reference'],
    ],
    [
      'a quota for what is no stratum',
      19,
      '        - { where: { caseworker: A }, take: 2 }',
      ['19 levels[1].selection.quotas[1].where.caseworker quota-not-stratum'],
    ],
    [
      'a quota that a wider one above hides',
      19,
      '        - { take: 2 }',
      ['20 levels[1].selection.quotas[2] quota-never-used'],
    ],
    [
      'a quota of less than nothing',
      20,
      '        - { take: -1 }',
      ['20 levels[1].selection.quotas[2].take too-small'],
    ],
    ['a level from itself', 23, '    from: 2', ['23 levels[2].from levels-not-nested']],
    ['a level from one that does not exist', 23, '    from: 7', ['23 levels[2].from unknown-reference']],
    [
      'a level number used twice',
      21,
      '  - level: 1',
      ['21 levels[2].level not-unique', '23 levels[2].from levels-not-nested'],
    ],
    ['no comparison level', 26, '    comparison: false', ['10 levels comparison-level-missing']],
    [
      'two comparison levels',
      14,
      '    minutes: 30\n    comparison: true',
      ['27 levels[2].comparison comparison-level-repeated'],
    ],
    [
      'a criterion of two kinds',
      27,
      '    eligibility: [{ attribute: age, atMost: 17, is: ["1"] }]',
      ['27 levels[2].eligibility[1] criterion-unclear'],
    ],
    [
      'a criterion of no kind',
      27,
      '    eligibility: [{ attribute: age }]',
      ['27 levels[2].eligibility[1] criterion-unclear'],
    ],
    [
      'a criterion no case can meet',
      27,
      '    eligibility: [{ attribute: age, atLeast: 18, atMost: 17 }]',
      ['27 levels[2].eligibility[1] criterion-impossible'],
    ],
    [
      'a criterion for an unknown stage',
      27,
      '    eligibility: [{ attribute: stage, is: [plans] }]',
      ['27 levels[2].eligibility[1].is[1] unknown-reference'],
    ],
    [
      'a question number without quotation marks',
      36,
      '        number: 1.1',
      ['36 stages[1].questions[1].number wrong-type'],
    ],
    [
      'a question number used twice',
      45,
      '        number: "1.1"',
      ['45 stages[1].questions[2].number not-unique'],
    ],
    [
      'a question key used twice',
      44,
      '      - key: P-1.1',
      [
        '44 stages[1].questions[2].key not-unique',
        '48 stages[1].questions[2].askedWhen.question asked-when-circle',
      ],
    ],
    ['an unknown section', 46, '        section: 2', ['46 stages[1].questions[2].section unknown-reference']],
    ['an unknown theme', 41, '        theme: konsent', ['41 stages[1].questions[1].theme unknown-reference']],
    [
      'an unknown law',
      39,
      '        legal: { olld: "§ 1" }',
      ['39 stages[1].questions[1].legal.olld unknown-reference'],
    ],
    [
      'an unknown confidence',
      40,
      '        legalConfidence: sure',
      ['40 stages[1].questions[1].legalConfidence wrong-value'],
    ],
    [
      'an expected answer that is none',
      42,
      '        expected: true',
      ['42 stages[1].questions[1].expected wrong-value'],
    ],
    [
      'a condition on an unknown question',
      48,
      '        askedWhen: { question: P-9, answered: [no] }',
      ['48 stages[1].questions[2].askedWhen.question unknown-reference'],
    ],
    [
      'a condition on a later question',
      42,
      '        askedWhen: { question: P-1.2, answered: [no] }',
      [
        '42 stages[1].questions[1].askedWhen.question asked-when-circle',
        '48 stages[1].questions[2].askedWhen.question asked-when-circle',
      ],
    ],
    [
      'an expected answer of a text',
      49,
      '        answerType: text\n        expected: no',
      ['50 stages[1].questions[2].expected expected-unused'],
    ],
    [
      'grades missing',
      49,
      '        answerType: graded',
      ['49 stages[1].questions[2].answerType grades-missing'],
    ],
    [
      'a text in the baseline',
      49,
      '        answerType: text\n        baseline: true',
      ['50 stages[1].questions[2].baseline baseline-without-compliance'],
    ],
    [
      'an escalation without expected answer',
      49,
      '        answerType: text\n        escalates: true',
      ['50 stages[1].questions[2].escalates escalates-without-expected'],
    ],
  ]
  test.each(mistakes)('%s (line %i)', (_, line, changed, expected) => {
    expect(found(wrongLine(line, changed))).toEqual(expected)
  })
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

describe('selections beyond the plain draw are checked too', () => {
  const withSelection = (selection: string) => wrongLine(28, `    selection: ${selection}`)
  const quotas = 'strata: [unit], quotas: [{ take: 4 }]'
  test.each([
    ['pass-on of more than are taken', `{ kind: pass-on, ${quotas}, passOn: 5 }`, ['pass-on-too-many']],
    [
      'an empty period',
      `{ kind: newest-first, before: 2017-10-01, onOrAfter: 2017-10-01, ${quotas} }`,
      ['period-reversed'],
    ],
    [
      'older cases that overlap',
      `{ kind: newest-first, before: 2017-10-01, ${quotas}, older: { before: 2018-01-01, quotas: [{ take: 1 }] } }`,
      ['periods-overlap'],
    ],
    [
      'a key of another selection',
      `{ kind: risk-weighted, risk: score, passOn: 1, ${quotas} }`,
      ['unknown-key'],
    ],
    ['nothing wrong', `{ kind: risk-weighted, risk: score, ${quotas} }`, []],
  ])('%s', (_, selection, codes) => {
    expect(problemsOf(withSelection(selection)).map(({ code }) => code)).toEqual(codes)
  })

  test('what a level passed on is not drawn from again', () => {
    const text = right.replace('kind: random', 'kind: pass-on\n      passOn: 1')
    expect(found(text)).toEqual([])
    const drawn = text.replace('{ kind: census }', `{ kind: random, ${quotas} }`)
    expect(problemsOf(drawn).map(({ code }) => code)).toEqual(['pass-on-drawn-again'])
  })
})

test('a byte order mark and Windows line ends change nothing', () => {
  expect(found(`\ufeff${right.replaceAll('\n', '\r\n')}`)).toEqual([])
})

test('thousands of mistakes are counted, not all shown', () => {
  const text = `${right}${Array.from({ length: 3000 }, (_, i) => `k${i}: 1`).join('\n')}\n`
  expect(problemsOf(text)).toHaveLength(51)
  expect(problemsOf(text).at(-1)?.text.en).toContain('2950 more')
})

describe('anchors and comparable questions', () => {
  const withAnchors = (...anchors: readonly string[]) =>
    `${right}anchors:\n${anchors.map((anchor) => `  - ${anchor}\n`).join('')}`

  test('are read as they stand', () => {
    const text = withAnchors('{ caseId: BV-1, stage: plan }').replace('version: 1', 'version: 3')
    const checked = parseProgramme(
      text.replace('expected: yes', 'expected: yes\n        comparable: [1, 2]'),
      'p.yaml',
    )
    if (!checked.ok) throw new Error('refused')
    expect(checked.value.anchors).toEqual([{ caseId: 'BV-1', stage: 'plan' }])
    expect(checked.value.stages[0]?.questions[0]?.comparable).toEqual([1, 2])
  })

  test('an anchor at a stage that does not exist, and one that stands twice, are found', () => {
    const text = withAnchors(
      '{ caseId: A, stage: plam }',
      '{ caseId: B, stage: plan }',
      '{ caseId: B, stage: plan }',
    )
    expect(found(text)).toEqual(['51 anchors[1].stage unknown-reference', '53 anchors[3] not-unique'])
  })

  test('an anchor names levels of the programme, and its file has a number of its own', () => {
    const sound = '{ caseId: A, stage: plan, shownAs: A-2, levels: [1] }'
    expect(found(withAnchors(sound))).toEqual([])
    const text = withAnchors(sound, '{ caseId: B, stage: plan, shownAs: A-2, levels: [1, 9] }')
    expect(found(text)).toEqual([
      '52 anchors[2].levels unknown-reference',
      '52 anchors[2].shownAs not-unique',
    ])
  })

  test('a question can only be comparable with earlier versions', () => {
    const text = right.replace('expected: yes', 'comparable: [1]')
    expect(found(text)).toEqual(['42 stages[1].questions[1].comparable[1] comparable-not-earlier'])
  })
})
