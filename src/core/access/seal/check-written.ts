import type { FindingList } from './finding.ts'
import { headDigest, type SignedHead } from './head.ts'
import type { Verifies } from './tree-check.ts'

/** A line of a file of written-out heads; without a head it is torn or no such line. */
export interface WrittenLine {
  readonly line: number
  readonly head: SignedHead | undefined
}

export interface WrittenCheck {
  /** Heads of this municipality in the files. */
  readonly heads: number
  /** Lines that could not be read. */
  readonly unreadable: number
  /** The newest head that was written out. */
  readonly newest: SignedHead | undefined
}

/**
 * Holds the heads that were written out against those of the database. Only they can tell that the end of the log was
 * cut off together with its seals and heads.
 */
export async function checkWritten(
  municipality: string,
  pages: AsyncIterable<readonly WrittenLine[]>,
  findHeads: (numbers: readonly number[]) => Promise<readonly SignedHead[]>,
  database: { readonly last: SignedHead | undefined; readonly findings: FindingList },
  verifies: Verifies,
): Promise<WrittenCheck> {
  const { last, findings } = database
  let heads = 0
  let unreadable = 0
  let newest: SignedHead | undefined
  for await (const page of pages) {
    unreadable += page.filter(({ head }) => head === undefined).length
    const ours = page.flatMap(({ line, head }) =>
      head?.municipality === municipality ? [{ line, head }] : [],
    )
    const stored = new Map(
      (await findHeads(ours.map(({ head }) => head.number))).map((head) => [head.number, headDigest(head)]),
    )
    for (const { line, head } of ours) {
      heads += 1
      const same = stored.get(head.number) === headDigest(head)
      if (!same && verifies(head) === false) {
        findings.add({ kind: 'line-edited', line })
        continue
      }
      if (!same && stored.has(head.number))
        findings.add({ kind: 'head-replaced', head: head.number, sealed: head.time })
      if (newest === undefined || head.number > newest.number) newest = head
    }
  }
  if (newest !== undefined && newest.number > (last?.number ?? 0))
    findings.add({
      kind: 'cut-off',
      head: newest.number,
      size: newest.size,
      has: last?.size ?? 0,
      sealed: newest.time,
    })
  return { heads, unreadable, newest }
}
