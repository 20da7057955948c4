import { describe, expect, test } from 'vitest'
import { parseProgramme } from './parse-programme.ts'
import { right, wrongLine, problemsOf, found } from './programme-fixture.ts'

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
