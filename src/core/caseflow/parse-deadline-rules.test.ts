import { expect, test } from 'vitest'
import { smallRules } from './judge-fixture.ts'
import { parseDeadlineRules } from './parse-deadline-rules.ts'

const right = smallRules(`  - id: X
    kind: within
    text: { da: x, en: x }
    legal: '§ 1'
    confidence: memory
    start: [a]
    end: [b]
    limit: { hours: 24 }
    when:
      - followedBy: [c]
  - id: Y
    kind: recurring
    text: { da: y, en: y }
    legal: '§ 2'
    confidence: verified
    event: [d]
    limit: { months: 6 }
`)

const problemsOf = (text: string) => {
  const checked = parseDeadlineRules(text, 'rules.yaml')
  return checked.ok ? [] : checked.problems
}
const found = (text: string) =>
  problemsOf(text).map(({ code, at }) => `${at?.line ?? '-'} ${at?.column ?? ''} ${code}`)

const changed = (from: string, to: string) => {
  expect(right).toContain(from)
  return right.replace(from, to)
}

test('what a file may leave out is filled in', () => {
  const checked = parseDeadlineRules(right, 'rules.yaml')
  expect(checked).toMatchObject({
    ok: true,
    value: {
      key: 'small',
      status: null,
      inForce: { from: null, to: null },
      settings: { saturdayCounts: false, alsoClosed: [] },
      deadlines: [
        {
          id: 'X',
          limit: { kind: 'fixed', count: 24, unit: 'hours' },
          starts: 'each',
          closes: 'oldest',
          stop: [],
          note: null,
          when: [{ kind: 'followed-by', events: ['c'] }],
          pausable: false,
          exceptions: false,
        },
        { id: 'Y', start: [], fromStart: true, count: 1, limit: { kind: 'fixed', count: 6, unit: 'months' } },
      ],
    },
  })
})

test.each([
  ['a misspelt key', 'confidence: memory', 'confidense: memory', ['15 deadlines[1].confidence missing', '19 deadlines[1].confidense unknown-key']],
  ['an unknown kind of rule', 'kind: within', 'kind: withn', ['16 deadlines[1].kind wrong-value']],
  ['no kind of rule', '    kind: within\n', '', ['15 deadlines[1].kind missing']],
  ['an unknown confidence', 'confidence: memory', 'confidence: sure', ['19 deadlines[1].confidence wrong-value']],
  ['an event that is not listed', 'start: [a]', 'start: [aa]', ['20 deadlines[1].start[1] unknown-kind']],
  ['an event of a condition that is not listed', 'followedBy: [c]', 'followedBy: [c, x]', ['24 deadlines[1].when[1].followedBy[2] unknown-kind']],
  ['an event of the settings that is not listed', 'pause: [pause]', 'pause: [stop]', ['5 settings.pause[1] unknown-kind']],
  ['what starts a clock ends it too', 'end: [b]', 'end: [b, a]', ['21 deadlines[1].end[2] start-is-end']],
  ['two limits', '{ hours: 24 }', '{ hours: 24, days: 1 }', ['22 deadlines[1].limit limit-unclear']],
  ['no limit', '{ hours: 24 }', '{}', ['22 deadlines[1].limit limit-unclear']],
  ['half a month', '{ months: 6 }', '{ months: 0.5 }', ['31 deadlines[2].limit.months wrong-type']],
  ['two conditions in one', 'followedBy: [c]', 'followedBy: [c]\n        attribute: { name: n, is: [x] }', ['24 deadlines[1].when[1] condition-unclear']],
  ['a condition that says nothing', 'followedBy: [c]', 'attribute: { name: n }', ['24 deadlines[1].when[1].attribute condition-unclear']],
  ['an id used twice', 'id: Y', 'id: X', ['25 deadlines[2].id not-unique']],
  ['an id in small letters', 'id: Y', 'id: y1', ['25 deadlines[2].id wrong-rule-id']],
  ['a kind used twice', 'key: c,', 'key: b,', ['9 kinds[3].key not-unique', '24 deadlines[1].when[1].followedBy[1] unknown-kind']],
  ['a word for two kinds', 'name: { da: c,', 'name: { da: B,', ['9 kinds[3].name.da alias-twice']],
  ['hours without a time of day', 'name: { da: b, en: b }, needsTime: true', 'name: { da: b, en: b }', ['8 kinds[2] needs-time']],
  ['a period the wrong way round', 'inForce: {}', 'inForce: { from: 2024-01-01, to: 2023-12-31 }', ['4 inForce.to period-reversed']],
  ['a day that does not exist', 'inForce: {}', 'inForce: { from: 2023-02-29 }', ['4 inForce.from no-such-date']],
  ['a pause that nothing ends', ', resume: [resume]', '', ['5 settings.pause pause-half']],
  ['a pause where no event is one', ', pause: [pause], resume: [resume]', '', []],
  ['a rule paused where no event is a pause', ', pause: [pause], resume: [resume]', ', alsoClosed: [christmas-evening]', ['5 settings.alsoClosed[1] wrong-value']],
  ['a first window from a start there is none of', 'event: [d]', 'fromStart: false\n    event: [d]', ['30 deadlines[2].fromStart start-missing']],
  ['a tab', '    start: [a]', '\tstart: [a]', ['20  yaml-syntax']],
])('%s is told with its line and key', (_, from, to, expected) => {
  expect(found(changed(from, to))).toEqual(expected)
}) // prettier-ignore

test('a rule is paused or lifted only by events that the settings name', () => {
  const bare = changed(', pause: [pause], resume: [resume], exception: [exception]', '')
  expect(found(bare.replace('start: [a]', 'start: [a]\n    pausable: true\n    exceptions: true'))).toEqual([
    '21 deadlines[1].pausable pause-missing',
    '22 deadlines[1].exceptions exception-missing',
  ])
})

test('a rule that waits for an outcome says what the outcome is', () => {
  const presence = smallRules(
    "  - { id: X, kind: presence, text: { da: x, en: x }, legal: '§ 1', confidence: memory, start: [a], end: [b], afterOutcome: true }\n",
  )
  expect(found(presence)).toEqual(['15 deadlines[1].afterOutcome outcome-missing'])
})

test('a misspelt event is told with the likely one, in both languages', () => {
  const text = changed('followedBy: [c]', 'followedBy: [exeption]')
  expect(problemsOf(text).map((problem) => problem.text)).toEqual([
    {
      da: 'Hændelsen "exeption" står ikke under kinds. Mente du "exception"?',
      en: 'The event "exeption" does not stand under kinds. Did you mean "exception"?',
    },
  ])
})

test('an empty file, one that is no text and one that is far too large are refused', () => {
  expect(found('# nothing\n')).toEqual(['-  empty-file'])
  expect(found('key: \u0000')).toEqual(['-  not-text'])
  expect(found('x'.repeat(2_000_001))).toEqual(['-  file-too-large'])
})

test('all mistakes are told at once, in the order of lines', () => {
  const text = changed('version: 1', 'version: one').replace('end: [b]', 'end: [bb]').replace('months: 6', 'years: 6')
  expect(found(text)).toEqual([
    '2 version wrong-type',
    '21 deadlines[1].end[1] unknown-kind',
    '31 deadlines[2].limit.years unknown-key',
  ])
}) // prettier-ignore
