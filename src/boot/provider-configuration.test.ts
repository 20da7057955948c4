import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { providerConfiguration } from './provider-configuration.ts'

const folder = mkdtempSync(join(tmpdir(), 'tilsyn-providers-'))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, 'secret'), 'held apart\n')

const origin = 'https://tilsyn.example.dk'
const good = `providers:
  - municipality: Prøveby
    issuer: https://login.example.dk
    client-id: tilsyn
    client-secret-file: secret
    person: { claim: preferred_username, by: user-name }
    roles:
      claim: groups
      initials-claim: initials
      grants:
        - { value: lawyers, role: staff-lawyer }
        - { value: north, role: unit-lawyer, unit: Nord }
`

function read(text: string, publicOrigin: string | undefined = origin) {
  const file = join(folder, 'providers.yaml')
  writeFileSync(file, text)
  return providerConfiguration(publicOrigin, { TILSYN_OIDC_FILE: file })
}

test('without a file there is no provider', () => {
  expect(providerConfiguration(undefined, {})).toEqual({ ok: true, value: [] })
})

test('a file is read with its secret beside it, and RS256 unless told', () => {
  expect(read(good)).toMatchObject({
    ok: true,
    value: [
      { municipality: 'Prøveby', clientSecret: 'held apart', algorithm: 'RS256', scope: 'openid profile' },
    ],
  })
})

test.each([
  ['an issuer that is not on this machine without https', 'https://login', 'http://login'],
  ['an algorithm whose key both sides know', 'client-id: tilsyn', 'client-id: tilsyn\n    algorithm: HS256'],
  ['no signature', 'client-id: tilsyn', 'client-id: tilsyn\n    algorithm: none'],
  ['a scope without openid', 'client-id: tilsyn', 'client-id: tilsyn\n    scope: profile'],
  ['a secret twice', 'client-secret-file: secret', 'client-secret-file: secret\n    client-secret: typed'],
  ['no secret', '    client-secret-file: secret\n', ''],
  ['a secret file that is not there', 'client-secret-file: secret', 'client-secret-file: nowhere'],
  ['a unit’s role without its unit', ', unit: Nord', ''],
  ['a unit for a role that has none', 'role: staff-lawyer', 'role: staff-lawyer, unit: Nord'],
  ['a role that is not known', 'role: staff-lawyer', 'role: king'],
  ['a word that is not known', 'client-id: tilsyn', 'client-id: tilsyn\n    pkce: off'],
  ['what is no YAML', 'providers:', 'providers: ['],
])('%s is refused', (_what, from, to) => {
  expect(good).toContain(from)
  expect(read(good.replace(from, to))).toMatchObject({ ok: false, problems: [{ code: 'setting-unusable' }] })
})

test('two providers of one municipality are refused, and a file without the public address', () => {
  expect(read(good + good.replace('providers:\n', ''))).toMatchObject({ ok: false })
  const file = join(folder, 'providers.yaml')
  writeFileSync(file, good)
  expect(providerConfiguration(undefined, { TILSYN_OIDC_FILE: file })).toMatchObject({
    ok: false,
    problems: [{ code: 'setting-missing' }],
  })
})

test('no refusal quotes the file, which may hold the secret', () => {
  const refused = read(good.replace('client-secret-file: secret', 'client-secret: "very hidden'))
  expect(refused.ok).toBe(false)
  expect(JSON.stringify(refused)).not.toContain('very hidden')
})
