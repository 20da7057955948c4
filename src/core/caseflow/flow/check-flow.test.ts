import { describe, expect, test } from 'vitest'
import { smallRules } from '../judge-fixture.ts'
import { parseDeadlineRules } from '../parse-deadline-rules.ts'

const rules = smallRules(`  - id: X
    kind: within
    text: { da: x, en: x }
    legal: '§ 1'
    confidence: memory
    start: [a]
    end: [b]
    limit: { months: 4 }
`)
const flow = `flow:
  received: [a]
  opened: [b]
  prompt: [X]
  times:
    - { key: all, name: { da: x, en: x }, of: received }
    - { key: part, name: { da: x, en: x }, start: [b], end: [c] }
  measures: { start: [c], type: measure }
  visits: { held: [d], rules: [X] }
`

function parse(text: string) {
  return parseDeadlineRules(`${rules.trimEnd()}\n${text}`, 'rules.yaml')
}

function found(from: string, to: string) {
  expect(flow).toContain(from)
  const checked = parse(flow.replace(from, to))
  return checked.ok ? [] : checked.problems.map(({ code, at }) => `${at?.column ?? ''} ${code}`)
}

test('what a flow leaves out counts nothing', () => {
  expect(parse(flow)).toMatchObject({
    ok: true,
    value: {
      flow: {
        received: ['a'],
        settled: [],
        prompt: ['X'],
        times: [{ of: 'received' }, { of: 'span', start: ['b'], end: ['c'], stop: [] }],
        measures: { start: ['c'], end: [], type: 'measure' },
        placements: { start: [], planRules: [] },
        followUps: { held: [], rules: [] },
        visits: { held: ['d'], rules: ['X'] },
      },
    },
  })
  expect(parse('')).toMatchObject({ ok: true, value: { flow: null } })
})

test('a flow names only kinds and rules of its file, each time once and in one way', () => {
  expect(found('received: [a]', 'received: [aa]')).toEqual(['flow.received[1] unknown-kind'])
  expect(found('end: [c]', 'end: [cc]')).toEqual(['flow.times[2].end[1] unknown-kind'])
  expect(found('start: [c], type', 'start: [zz], type')).toEqual(['flow.measures.start[1] unknown-kind'])
  expect(found('held: [d]', 'held: [zz]')).toEqual(['flow.visits.held[1] unknown-kind'])
  expect(found('prompt: [X]', 'prompt: [Y]')).toEqual(['flow.prompt[1] unknown-rule'])
  expect(found('rules: [X]', 'rules: [Y]')).toEqual(['flow.visits.rules[1] unknown-rule'])
  expect(found('key: part', 'key: all')).toEqual(['flow.times[2].key not-unique'])
  expect(found(', start: [b], end: [c]', ', start: [b]')).toEqual(['flow.times[2] time-unclear'])
  expect(found('of: received', 'of: received, start: [a]')).toEqual(['flow.times[1] time-unclear'])
  expect(found('opened', 'openned')).toEqual(['flow.openned unknown-key'])
})

describe('the words of the report', () => {
  const phrases = (change: (text: string) => string) =>
    `${flow}${change(`  words:
    received:
      one: { da: ansøgning, en: application }
      withArticle: { da: en ansøgning, en: an application }
      many: { da: ansøgninger, en: applications }
      newOne: { da: ny ansøgning, en: new application }
    handled:
      one: { da: tilladelse, en: permit }
      withArticle: { da: en tilladelse, en: a permit }
      many: { da: tilladelser, en: permits }
    prompted: { da: besvaret, en: answered }
`)}`
  const problems = (from: string, to: string) => {
    const checked = parse(phrases((text) => text.replace(from, to)))
    return checked.ok ? [] : checked.problems.map(({ at, text }) => `${at?.column ?? ''}: ${text.en}`)
  }

  test('are those of the rules, or of the laws on children where the rules say none', () => {
    expect(parse(phrases((text) => text))).toMatchObject({
      value: { flow: { words: { handled: { many: { da: 'tilladelser', en: 'permits' } } } } },
    })
    expect(parse(flow)).toMatchObject({
      value: { flow: { words: { received: { many: { da: 'underretninger', en: 'notifications' } } } } },
    })
  })

  test('are all there in both languages, and short enough to stand above a column', () => {
    expect(problems(', en: permits }', ' }')).toEqual([
      'flow.words.handled.many.en: "en" is missing. Add it.',
    ])
    expect(problems('      newOne: { da: ny ansøgning, en: new application }\n', '')).toEqual([
      'flow.words.received.newOne: "newOne" is missing. Add it.',
    ])
    expect(problems('da: besvaret', `da: ${'be '.repeat(13)}bes`)).toEqual([
      'flow.words.prompted.da: The text is too long: at most 40 characters.',
    ])
    expect(problems('da: besvaret', `da: ${'be '.repeat(13)}b`)).toEqual([])
  })

  test('have no word that is wider than a column', () => {
    const word = 'b'.repeat(25)
    expect(problems('da: besvaret', `da: er ${word}`)).toEqual([
      `flow.words.prompted.da: The word "${word}" is too long for a table: at most 24 letters. Find a shorter one or write it as two.`,
    ])
    expect(problems('da: besvaret', `da: er ${word.slice(1)}`)).toEqual([])
  })

  test('have no sign that the report would read as the place of a figure', () => {
    for (const written of ["'{ansøgninger'", '"ansøg\\nninger"'])
      expect(problems('da: ansøgninger', `da: ${written}`)).toEqual([
        'flow.words.received.many.da: Words for the report cannot have { or } in them and must stand on one line.',
      ])
  })
})
