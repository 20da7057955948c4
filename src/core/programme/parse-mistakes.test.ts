import { describe, expect, test } from 'vitest'
import { wrongLine, found } from './programme-fixture.ts'

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
