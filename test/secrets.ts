// Keys and passwords that were committed by mistake, in every file that git knows.
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { lintSource } from '@secretlint/core'
import { creator } from '@secretlint/secretlint-rule-preset-recommend'

const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] }
/** The form of a database's address as an error message shows it. */
const shown = /\/\/(?:role:password|rolle:kode)@/g

/** @returns a line for each secret: where, and what kind; never the secret */
async function secretsIn(filePath: string, content: string): Promise<string[]> {
  const source = {
    filePath,
    content: content.replaceAll(shown, '//'),
    ext: extname(filePath),
    contentType: 'text' as const,
  }
  const { messages } = await lintSource({ source, options: { config, maskSecrets: true } })
  return messages.map(({ loc, message }) => `${filePath}:${loc.start.line}: ${message}`)
}

// A scanner that finds nothing in anything would pass.
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const planted = key.export({ type: 'pkcs8', format: 'pem' }).toString()
const blind = (await secretsIn('planted.pem', planted)).length === 0

const files = existsSync('.git')
  ? execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\0')
  : []
/** Larger ones are data. */
const readable = files.filter((file) => file !== '' && existsSync(file) && statSync(file).size < 4_000_000)
const found: string[] = []
for (const file of readable) found.push(...(await secretsIn(file, readFileSync(file, 'utf8'))))

if (readable.length === 0)
  process.stdout.write('not run: no git folder says which files belong to the project\n')
else process.stdout.write(`${readable.length} files looked through\n`)
for (const line of found) process.stdout.write(`${line}\n`)
if (blind) process.stdout.write('the scanner does not find a private key put before it\n')
process.exit(blind || found.length > 0 ? 1 : 0)
