import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { withSecretFiles } from './secret-files.ts'

test('a secret is read from the file that is named for it, unless it is in the environment itself', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-secrets-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'claim-key')
  await writeFile(file, `${'ab'.repeat(32)}\n`)
  expect(withSecretFiles({ TILSYN_CLAIM_KEY_FILE: file, TILSYN_CLAIM_KEY: '' })).toMatchObject({
    TILSYN_CLAIM_KEY: 'ab'.repeat(32),
  })
  expect(withSecretFiles({ TILSYN_CLAIM_KEY_FILE: file, TILSYN_CLAIM_KEY: 'own' })).toMatchObject({
    TILSYN_CLAIM_KEY: 'own',
  })
  // Named for something that is no secret, it is none of ours to read.
  expect(withSecretFiles({ TILSYN_DATA_FILE: file })).toEqual({ TILSYN_DATA_FILE: file })
  expect(() => withSecretFiles({ TILSYN_CLAIM_KEY_FILE: join(folder, 'none') })).toThrow('none')
})
