import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../test/support/run-command.ts'

/** Files that a line makes and a later one reads. */
const made = /(?<= )(?:LEVEL-\d|SMALL)\.json|(?<=--out )\S*report$/gu
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-readme-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The command lines of the README, with what they write put in `folder`. */
async function readLines(): Promise<readonly (readonly string[])[]> {
  const text = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  return [...text.matchAll(/^npx tilsyn (.*)$/gmu)].map(([, line = '']) =>
    [...line.replaceAll(made, (name) => join(folder, name)).matchAll(/"([^"]*)"|(\S+)/gu)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    ),
  )
}

test('the README’s lines run one after the other, from a draw to its analysis and report', async () => {
  // The large example's are tried on their own: its reports take long.
  const lines = (await readLines()).filter((words) => words.join(' ').includes('examples/small-draw/'))
  expect(lines.map(([command]) => command)).toEqual([
    'programme',
    'draw',
    'draw',
    'draw',
    'analyse',
    'report',
  ])
  for (const words of lines) {
    const { code, err } = await runCommand(words, 'en')
    expect({ line: words.join(' '), code, err }).toMatchObject({ code: 0 })
  }
  const analysis: unknown = JSON.parse(await readFile(join(folder, 'SMALL.json'), 'utf8'))
  expect(analysis).toMatchObject({ levels: [{ weights: 'draw' }, { weights: 'draw' }] })
}, 120_000)
