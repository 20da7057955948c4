import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { runCommand } from '../support/run-command.ts'
import { behindTheBack, createSealedLogs, type SealedLogs } from '../support/sealed-logs.ts'

let logs: SealedLogs
let heads: string
let key: string

beforeEach(async () => {
  logs = await createSealedLogs()
  await logs.act()
  await (await logs.newSealer()).round()
  const { rows } = await logs.held.superPool.query<{ name: string }>('select current_database() as name')
  const url = new URL(inject('postgres').appUrl)
  url.pathname = `/${rows[0]?.name ?? ''}`
  vi.stubEnv('DATABASE_URL', url.href)
  vi.stubEnv('TILSYN_CLAIM_KEY', inject('postgres').claimKey)
  vi.stubEnv('TILSYN_SEAL_KEY_FILE', join(logs.folder, 'key.pem'))
  const files = await readdir(logs.folder)
  heads = join(logs.folder, files.find((name) => name.startsWith('heads-')) ?? '')
  key = join(logs.folder, files.find((name) => name.endsWith('.pub.pem')) ?? '')
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await logs.close()
})

test('an untouched log is told to be so, and nothing is left unproven with heads and key at hand', async () => {
  const { code, out, err } = await runCommand(['seal', 'verify', '--heads', heads, '--key', key])
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(
    /^Testkommune To: 1 sealed entry verified.*\n.*\nTestkommune Ét: 3 sealed entries verified/m,
  )
  expect(out).not.toMatch(/Not proven|own copy/)
})

test('without heads and with the server’s own key it says what is then not proven', async () => {
  const { code, out } = await runCommand(['seal', 'verify', '--municipality', 'Testkommune Ét'], 'da')
  expect(code).toBe(0)
  expect(out).toMatch(/Ikke bevist: at intet er skåret af/)
  expect(out).toMatch(/serverens egen kopi/)
  expect(out).not.toMatch(/Testkommune To/)
})

test('an edited entry is named with municipality, log, id and time, and the exit code is 1', async () => {
  const { rows } = await logs.held.superPool.query<{ id: string }>(
    "select id::text from access_entry where act = 'open-review'",
  )
  await behindTheBack(logs.held.superPool, "update access_entry set act = 'other' where act = 'open-review'")
  const english = await runCommand(['seal', 'verify', '--heads', heads])
  expect(english.code).toBe(1)
  expect(english.err).toMatch(
    new RegExp(
      `^Testkommune Ét: access entry ${rows[0]?.id} \\(.*20\\d\\d.*\\) was edited after it was sealed on`,
    ),
  )
  const danish = await runCommand(['seal', 'verify', '--heads', heads], 'da')
  expect(danish.err).toMatch(new RegExp(`^Testkommune Ét: opslag ${rows[0]?.id} \\(.*\\) er rettet`))
})

test('a municipality that is gone altogether is told of by the file', async () => {
  const municipality = logs.held.second.municipalityId
  for (const table of ['access_entry', 'change_entry', 'log_seal', 'log_head', 'municipality'])
    await behindTheBack(logs.held.superPool, `delete from ${table} where municipality_id = $1`, [
      municipality,
    ])
  const { code, err } = await runCommand(['seal', 'verify', '--heads', heads])
  expect([code, err.includes(municipality)]).toEqual([1, true])
})

test('what cannot be used is refused with a line that says why', async () => {
  const junk = join(logs.folder, 'junk')
  await writeFile(junk, 'no key')
  const errors = await Promise.all(
    [
      ['--heads', join(logs.folder, 'none')],
      ['--heads', logs.folder],
      ['--key', junk],
      ['--municipality', 'Nowhere'],
    ].map(async (words) => {
      const { code, out, err } = await runCommand(['seal', 'verify', ...words])
      return [code, out, err.split('\n').length]
    }),
  )
  expect(errors).toEqual(Array.from({ length: 4 }, () => [1, '', 2]))
  expect((await runCommand(['seal', 'verify', '--nope'])).code).toBe(2)
})
