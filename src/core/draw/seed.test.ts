import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { readSeed, seedDigest } from './seed.ts'

const read = (text: string): ReturnType<typeof readSeed> => readSeed(Buffer.from(text), 'seed.txt')

describe('a seed file', () => {
  it.each(['0123456789abcdef', '0123456789abcdef\n', '0123456789abcdef\r\n'])(
    'gives its bytes without the final newline (%j)',
    (text) => {
      expect(read(text)).toEqual({
        ok: true,
        value: { bytes: new Uint8Array(Buffer.from('0123456789abcdef')), weak: false },
      })
    },
  )

  it('loses one newline only, and no other bytes', () => {
    expect(read(' a\n\n')).toMatchObject({ value: { bytes: new Uint8Array(Buffer.from(' a\n')) } })
    expect(read('a\r')).toMatchObject({ value: { bytes: new Uint8Array(Buffer.from('a\r')) } })
  })

  it('under 16 bytes is weak, and an empty one is refused', () => {
    expect(read('0123456789abcde\n')).toMatchObject({ value: { weak: true } })
    for (const empty of ['', '\n', '\r\n'])
      expect(read(empty)).toMatchObject({ problems: [{ code: 'seed-empty', at: { file: 'seed.txt' } }] })
  })

  it('has the digest that `printf seed | sha256sum` gives', () => {
    expect(seedDigest(Buffer.from('2025Q1-demo-seed'))).toBe(
      '8b76334aee3f4a54e78995565daa3725a5f95653c41c59f1c4d94935374b2ffa',
    )
  })
})
