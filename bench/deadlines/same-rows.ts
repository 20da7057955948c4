import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/** What a file of breaches says, whatever the order of its rows and the way its lines end. */
interface Contents {
  readonly digest: string
  readonly rows: number
  /** Rows by rule and state. */
  readonly counts: ReadonlyMap<string, number>
}

/** How many rows two files of breaches have; an error where they do not say the same. */
export async function countSameRows(one: string, other: string): Promise<number> {
  const [ours, theirs] = [await contentsOf(one), await contentsOf(other)]
  const keys = new Set([...ours.counts.keys(), ...theirs.counts.keys()])
  const differ = [...keys].filter((key) => ours.counts.get(key) !== theirs.counts.get(key))
  if (differ.length > 0)
    throw new Error(
      `the results differ: ${differ.map((key) => `${key}: ${ours.counts.get(key) ?? 0}, yardstick ${theirs.counts.get(key) ?? 0}`).join('; ')}`,
    )
  if (ours.digest !== theirs.digest)
    throw new Error('the results differ in some row, though not in the counts by rule and state')
  return ours.rows
}

async function contentsOf(path: string): Promise<Contents> {
  const lines = (await readFile(path, 'utf8'))
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .filter((line) => line !== '')
    .sort()
  const counts = new Map<string, number>()
  for (const line of lines) {
    const [, rule = '', , , , , , state = ''] = line.split(';')
    counts.set(`${rule} ${state}`, (counts.get(`${rule} ${state}`) ?? 0) + 1)
  }
  const digest = createHash('sha256')
  for (const line of lines) digest.update(line).update('\n')
  return { digest: digest.digest('hex'), rows: lines.length - 1, counts }
}
