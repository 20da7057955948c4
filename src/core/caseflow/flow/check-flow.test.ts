import { expect, test } from 'vitest'
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
