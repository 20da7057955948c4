import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFileText } from './draw-file-text.ts'
import type { DrawFile, DrawnCase } from './draw-file.ts'
import { caseStage, frameOf, perUnit, programmeOf, seed, valueOf } from './draw-fixture.ts'
import { drawSample } from './draw-sample.ts'
import { readDrawFile } from './read-draw-file.ts'
import { replaceCase } from './replace-case.ts'
import { verifyDraw, type VerifyOptions } from './verify-draw.ts'

const programme = programmeOf(perUnit(3), perUnit(2))
const frame = frameOf(60)
const first = valueOf(drawSample(frame, { programme, round: '2018q2', level: 1 }, seed))
const second = valueOf(drawSample(frame, { programme, round: '2018q2', level: 2, from: first }, seed))

function pathsOf(draw: unknown, options?: VerifyOptions, rows = frame, bytes: Uint8Array = seed): string[] {
  return verifyDraw(draw, rows, bytes, options).map(({ at }) => at?.column ?? '')
}

/** The first level's draw with one case changed. */
function withCase(index: number, change: Partial<DrawnCase>): DrawFile {
  return { ...first, cases: first.cases.map((drawn, at) => (at === index ? { ...drawn, ...change } : drawn)) }
}

describe('checking a draw', () => {
  it('finds nothing in what was drawn, at either level, written and read again', () => {
    for (const draw of [first, second]) {
      const read = valueOf(readDrawFile(drawFileText(draw), 'DRAW.json'))
      expect(read).toEqual(draw)
      expect(pathsOf(read, { programme })).toEqual([])
    }
    expect(pathsOf(second, { programme, from: first })).toEqual([])
  })

  it('finds nothing after replacements', () => {
    let draw = first
    for (let count = 0; count < 5; count += 1) {
      const last = draw.cases.findLast(({ status }) => status === 'drawn')
      draw = valueOf(replaceCase(draw, frame, seed, { caseId: last?.caseId ?? '', reason: 'moved away' }))
    }
    expect(draw.cases.filter(({ status }) => status === 'replaced')).toHaveLength(5)
    expect(pathsOf(draw)).toEqual([])
  })

  it.each<[string, DrawFile, string[]]>([
    ['another case in place of one', withCase(0, { caseId: 'BV-60' }), ['cases[0]', 'cases']],
    ['another stage', withCase(0, { stage: 'other' }), ['cases[0]', 'cases']],
    ['another key', withCase(1, { key: 0.5 }), ['cases[1].key']],
    ['another order', withCase(2, { order: 9 }), ['cases[2].order']],
    ['another stratum', withCase(0, { stratum: 'unit=Vest' }), ['cases', 'cases[0]']],
    ['a reason without a replacement', withCase(0, { reason: 'hard' }), ['cases[0].reason']],
    [
      'a replacement without a reason and without the next case',
      withCase(0, { status: 'replaced' }),
      ['cases[0].reason', 'cases'],
    ],
    ['a missing case', { ...first, cases: first.cases.slice(1) }, ['cases']],
    ['a case listed twice', { ...first, cases: [...first.cases, ...first.cases.slice(0, 1)] }, ['cases[9]']],
    ['cases in another sequence', { ...first, cases: first.cases.toReversed() }, ['cases[0]']],
    [
      'another count',
      { ...first, strata: first.strata.map((s) => ({ ...s, eligible: 7 })) },
      ['strata[0].eligible', 'strata[1].eligible', 'strata[2].eligible'],
    ],
    ['a missing stratum', { ...first, strata: first.strata.slice(1) }, ['strata']],
    ['another phase', { ...first, phase: '2018q2/2' }, ['phase']],
    ['another quota', { ...first, selection: perUnit(4) }, ['selection', 'strata[0].wanted']],
    ['another seed digest', { ...first, seedDigest: 'a'.repeat(64) }, ['seedDigest']],
    ['another frame digest', { ...first, frameDigest: 'a'.repeat(64) }, ['frameDigest']],
  ])('reports %s by its place', (_, draw, expected) => {
    expect(pathsOf(draw, { programme })).toEqual(expect.arrayContaining(expected))
  })

  it('reports another seed once, not for each case', () => {
    expect(pathsOf(first, {}, frame, Buffer.from('some other seed'))).toEqual(['seedDigest'])
  })

  it('reports any change of the frame that touches an eligible case', () => {
    expect(pathsOf(first, {}, frame.slice(0, -1))).toContain('frameDigest')
    expect(pathsOf(first, {}, [...frame, caseStage('BV-61')])).toContain('frameDigest')
    const moved = frame.map((row, index) => (index === 0 ? { ...row, unit: 'Syd' } : row))
    expect(pathsOf(first, {}, moved)).toContain('frameDigest')
  })

  it('reports a level below that is another one, and a rule that is not the programme’s', () => {
    const other = valueOf(drawSample(frame, { programme, round: '2018q2', level: 1 }, Buffer.from('other')))
    expect(pathsOf(second, { from: other })).toEqual(['from'])
    expect(pathsOf(first, { programme: { ...programme, version: 2 } })).toEqual(['programme'])
    expect(pathsOf(first, { programme: programmeOf(perUnit(4)) })).toEqual(['selection'])
  })

  it('reports any single changed digit or letter of a case', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: first.cases.length - 1 }),
        fc.constantFrom('caseId', 'stage', 'stratum'),
        fc.string({ minLength: 1 }),
        (index, field, text) => {
          fc.pre(first.cases[index]?.[field] !== text)
          expect(pathsOf(withCase(index, { [field]: text }))).not.toEqual([])
        },
      ),
    )
  })
})

describe('a file that is no draw', () => {
  const codes = (json: string): string[] => {
    const read = readDrawFile(json, 'DRAW.json')
    return read.ok ? [] : read.problems.map(({ code, at }) => `${code} ${at?.line ?? ''}${at?.column ?? ''}`)
  }
  const json = drawFileText(first)

  it.each([
    ['cut off', json.slice(0, json.length / 2), /^not-json \d+$/u],
    ['empty', '', /^empty-file $/u],
    ['not JSON', '{\n"a": 1 2\n}', /^not-json 2$/u],
    ['a list', '[]', /^draw-wrong-shape $/u],
    ['of another algorithm', json.replace('hmac-sha256-52', 'dice'), /^draw-wrong-shape algorithm$/u],
    ['with a word for a number', json.replace('"order":1', '"order":"first"'), /cases\[0\]\.order$/u],
    ['with a field of its own', json.replace('"order":1', '"order":1,"note":"x"'), /cases\[0\]$/u],
  ])('because it is %s is refused with its place', (_, text, expected) => {
    expect(codes(text)[0]).toMatch(expected)
  })

  it('is refused by the check too', () => {
    for (const value of [null, 7, 'DRAW', [], {}])
      expect(verifyDraw(value, frame, seed)[0]?.code).toBe('draw-wrong-shape')
  })
})
