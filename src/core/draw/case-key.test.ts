import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAsBytes, sortAsBytes } from './byte-order.ts'
import { caseKeys, phaseOf } from './case-key.ts'
import { digestLine, frameDigest } from './frame-digest.ts'

describe('a key', () => {
  it('is the published test vector of statistics.md 9', () => {
    const keyOf = caseKeys(Buffer.from('2025Q1-demo-seed'), 'L1')
    expect(keyOf('BV-2025-000123')).toBe(0.7344932741393977)
  })

  it('depends on the phase, so that levels draw independently', () => {
    const first = caseKeys(Buffer.from('seed'), phaseOf('2018q2', 1))('A')
    expect(caseKeys(Buffer.from('seed'), phaseOf('2018q2', 2))('A')).not.toBe(first)
  })
})

describe('the order as bytes', () => {
  it('is that of the UTF-8 bytes for any two texts', () => {
    const text = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareAsBytes(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
      }),
    )
  })

  it('puts letters beyond the first plane last, where JavaScript does not', () => {
    expect(sortAsBytes(['\u{1f600}', '\uff21', 'a'])).toEqual(['a', '\uff21', '\u{1f600}'])
  })
})

describe('the frame digest', () => {
  it('is what `printf ... | LC_ALL=C sort | sha256sum` gives', () => {
    // printf 'BV-2\tunit=Øst\nBV-10\tunit=Nord\nBV-1\tunit=Syd\n' | LC_ALL=C sort | sha256sum
    const lines = [
      digestLine('BV-2', 'unit=Øst'),
      digestLine('BV-10', 'unit=Nord'),
      digestLine('BV-1', 'unit=Syd'),
    ]
    expect(frameDigest(lines)).toBe('d6b3d4464441db1f4b000f1b3fbf14c27b7c88fbf1226bd4cf91ad7ca3e14dc2')
  })

  it('does not depend on the order of the lines', () => {
    const line = fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(fc.array(line), (pairs) => {
        const lines = pairs.map(([caseId, stratum]) => digestLine(caseId, stratum))
        expect(frameDigest(lines.toReversed())).toBe(frameDigest(lines))
      }),
    )
  })
})
