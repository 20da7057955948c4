import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { frameOf, programmeOf, seed, valueOf } from './draw-fixture.ts'
import { drawSample } from './draw-sample.ts'
import { handOverFiles, type HandOver } from './hand-over.ts'
import { replaceCase } from './replace-case.ts'

const frame = frameOf(12)
const programme = programmeOf({
  selection: { kind: 'random', strata: ['unit', 'caseworker'], quotas: [{ take: 2 }] },
})
const context = { programme, round: 'r', level: 1 }
const drawn = valueOf(drawSample(frame, context, seed))
const [first] = drawn.cases
const out = { caseId: first?.caseId ?? '', stage: first?.stage ?? '', reason: 'Lukket' }
const draw = valueOf(replaceCase(drawn, frame, seed, out))
const handOver: HandOver = {
  municipality: 'Fjordby',
  programme: programme.title,
  round: { da: '1. kvartal', en: 'First quarter' },
  stages: programme.stages,
  draw,
  cases: frame,
  drawnAt: new Date('2018-04-01T22:30:00Z'),
}
const files = handOverFiles(handOver, 'da')
const textOf = (name: string): string => files.find((file) => file.name === name)?.text ?? ''

it('lists the cases that stand and no others, and names no caseworker', () => {
  const standing = draw.cases.filter(({ status }) => status === 'drawn')
  const rows = textOf('sager.csv').trim().split('\r\n')
  expect(rows).toHaveLength(1 + standing.length)
  expect(rows.slice(1).map((row) => row.split(';')[1])).toEqual(standing.map(({ caseId }) => caseId))
  expect(rows[1]).toMatch(/^1;BV-\d+;(?:plan|visit);Nord;2018-02-01;enhed Nord$/u)
  for (const { text } of files) expect(text).not.toContain('N1')
})

it('says how they were chosen and how many of how many, counting the caseworkers of a unit together', () => {
  const about = textOf('laes-mig.txt')
  expect(about).toContain('Listen har 6 sager. Der kunne trækkes blandt 12.')
  expect(about).toContain('1 udtrukket sag var uegnet')
  expect(about).toContain('enhed Nord: 2 af 4')
  expect(about).toContain('2. april 2018')
  expect(about).toContain(draw.frameDigest)
})

it('comes with check-sums that the program everybody has confirms, and that a changed list fails', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-hand-over-'))
  const check = () => promisify(execFile)('sha256sum', ['--check', 'SHA256SUMS'], { cwd: folder })
  try {
    for (const { name, text } of files) await writeFile(join(folder, name), text)
    expect((await check()).stdout).toBe('sager.csv: OK\nlaes-mig.txt: OK\n')
    await writeFile(join(folder, 'sager.csv'), textOf('sager.csv').replace('BV-', 'BV-9'))
    await expect(check()).rejects.toMatchObject({ stdout: expect.stringContaining('sager.csv: FAILED') })
  } finally {
    await rm(folder, { recursive: true })
  }
})
