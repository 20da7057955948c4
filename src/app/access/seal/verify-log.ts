import { checkLog, type LogCheck } from '../../../core/access/seal/check-log.ts'
import { checkWritten, type WrittenCheck, type WrittenLine } from '../../../core/access/seal/check-written.ts'
import type { Verifies } from '../../../core/access/seal/tree-check.ts'
import { findLastHead, listHeadsNumbered } from '../../../storage/access/seal/heads.ts'
import { storedLog } from '../../../storage/access/seal/stored-log.ts'
import type { MunicipalityId } from '../../../storage/ids.ts'
import type { Database } from '../../../storage/transaction.ts'

export interface VerifyMeans {
  readonly database: Database
  readonly verifies: Verifies
  /** Lines of the files of heads, from the beginning; undefined when none were given. */
  readonly written: (() => AsyncIterable<readonly WrittenLine[]>) | undefined
  /** Share of the entries looked at, 0 to 1. */
  readonly progress: (share: number) => void
}

export interface LogReport extends LogCheck {
  readonly written: WrittenCheck | undefined
}

/** Whether both logs of a municipality are what was sealed. That somebody looked, and what came of it, is itself logged. */
export async function verifyLog(
  { database, verifies, written, progress }: VerifyMeans,
  municipality: MunicipalityId,
): Promise<LogReport> {
  const actor = { municipalityId: municipality, personId: null }
  // One moment for all of it: entries go on being sealed meanwhile.
  const report = await database.transaction(
    actor,
    async (tx): Promise<LogReport> => {
      const reader = await tx.recordAccess({ act: 'verify-log', subjectKind: 'log' })
      const size = (await findLastHead(reader))?.head.size ?? 0
      const checked = await checkLog(storedLog(reader, municipality), verifies, (entries) =>
        progress(Math.min(1, entries / size)),
      )
      const lines = written?.()
      const compared =
        lines === undefined
          ? undefined
          : await checkWritten(
              municipality,
              lines,
              (numbers) => listHeadsNumbered(reader, numbers),
              checked,
              verifies,
            )
      return { ...checked, written: compared }
    },
    { isolation: 'repeatable read', long: true },
  )
  await database.transaction(actor, (tx) =>
    tx.recordChange({
      room: 'access',
      act: 'conclude-verification',
      subjectKind: 'log-seal',
      detail: {
        entries: report.entries,
        findings: report.findings.count,
        signed: report.signed ?? null,
        withHeads: written !== undefined,
      },
    }),
  )
  return report
}

/** Municipalities that have heads in the files and are not among those given. */
export async function listMissingMunicipalities(
  lines: AsyncIterable<readonly WrittenLine[]>,
  known: readonly string[],
): Promise<readonly string[]> {
  const missing = new Set<string>()
  for await (const page of lines)
    for (const { head } of page)
      if (head !== undefined && !known.includes(head.municipality)) missing.add(head.municipality)
  return [...missing].toSorted()
}
