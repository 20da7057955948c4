import { readFile } from 'node:fs/promises'
import type { IncludedRules } from '../app/caseflow/included-rules.ts'

const folder = new URL('../../programmes/', import.meta.url)

/** Of the deadline rules beside the program those of children's law and the gates; the others are examples of rules of one's own. */
const names = ['deadlines-barnets-lov.yaml', 'deadlines-local-gates.yaml', 'deadlines-serviceloven.yaml']

/** Read anew each time: once for each municipality, and some 50 kB in all. */
export const includedRules: IncludedRules = () =>
  Promise.all(names.map(async (name) => ({ name, bytes: await readFile(new URL(name, folder)) })))
