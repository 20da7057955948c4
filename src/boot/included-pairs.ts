import { readFile } from 'node:fs/promises'
import type { IncludedPairs } from '../app/caseflow/reconciliation/included-pairs.ts'

const folder = new URL('../../programmes/reconciliation/', import.meta.url)
const names = ['bbu-2017.yaml']

/** Which questions and deadlines ask the same, read anew each time: seldom, and 6 kB. */
export const includedPairs: IncludedPairs = () =>
  Promise.all(names.map(async (name) => ({ name, text: await readFile(new URL(name, folder), 'utf8') })))
