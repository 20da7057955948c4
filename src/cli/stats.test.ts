import { spawnSync } from 'node:child_process'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { answerStream } from './stats.ts'

/** Feeds the bytes in pieces of a given size, so that lines and letters are cut anywhere. */
async function answers(text: string, size: number): Promise<{ clean: boolean; lines: unknown[] }> {
  const bytes = Buffer.from(text)
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  )
  let out = ''
  const terminal = { language: 'en' as const, out: (text: string) => void (out += text) }
  const clean = await answerStream(Readable.from(pieces), terminal)
  return {
    clean,
    lines: out
      .split('\n')
      .slice(0, -1)
      .map((line): unknown => JSON.parse(line)),
  }
}

const median = '"fn":"qnorm","input":{"p":0.5}}'

it.each([1, 3, 1000])('answers lines in order, however they are cut, in pieces of %d bytes', async (size) => {
  const text = `\uFEFF{"id":"æ\u2028ø",${median}\r\n\r\n  \n{"id":2,${median}`
  const { clean, lines } = await answers(text, size)
  expect(lines).toEqual([
    { id: 'æ\u2028ø', result: 0 },
    { id: 2, result: 0 },
  ])
  expect(clean).toBe(true)
})

it('goes on after a line with an error and says that there was one', async () => {
  const { clean, lines } = await answers(`{"id":1\n{"id":2,${median}\n`, 1000)
  expect(lines).toEqual([
    { id: null, error: { code: 'bad-json', text: expect.any(String), line: 1 } },
    { id: 2, result: 0 },
  ])
  expect(clean).toBe(false)
})

it('has nothing to say to empty input', async () => {
  expect(await answers('', 1)).toEqual({ clean: true, lines: [] })
})

it.skipIf(process.platform === 'win32')(
  'ends with 0 where standard input is closed: nothing was asked',
  () => {
    const program = fileURLToPath(new URL('../../bin/tilsyn.js', import.meta.url))
    // Node opens an empty input in place of one that is closed.
    const { status, stdout, stderr } = spawnSync(
      'sh',
      ['-c', '"$0" "$1" stats <&-', process.execPath, program],
      {
        encoding: 'utf8',
      },
    )
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
  },
)
