import { randomUUID } from 'node:crypto'
import { noEdits } from '../../../core/report/edit-report.ts'
import { leftOutAtFirst } from '../../../core/report/release.ts'
import type { Round } from '../../../storage/draw/round.ts'
import { getId, type ReportReleaseId } from '../../../storage/ids.ts'
import {
  addReleaseEvent,
  insertRelease,
  listReleases,
  type ReportRelease,
} from '../../../storage/report/release.ts'
import type { Reader, Transaction } from '../../../storage/transaction.ts'
import { releaseTitle } from './write-release.ts'

type Wanted = Pick<ReportRelease, 'template' | 'edition' | 'languages'>

/**
 * Begins the reports of a round that has just closed: those that the municipality made of the last round it reported on,
 * without the ones it gave up; the first time the internal one to the committee. Nobody has written in them yet, so
 * whoever closed the round may still check them. A round closes once, so they are begun once.
 */
export async function prepareDrafts(tx: Transaction, round: Round, at: Date): Promise<void> {
  for (const { template, edition, languages } of await listWanted(tx.reader)) {
    const id = getId<ReportReleaseId>(randomUUID())
    const writer = await tx.recordChange({
      room: 'report',
      act: 'begin-release',
      subjectKind: 'report-release',
      subjectId: id,
      detail: { round: round.key, template, edition },
    })
    await insertRelease(writer, {
      id,
      roundId: round.id,
      title: releaseTitle(template, { da: round.titleDa, en: round.titleEn }),
      template,
      edition,
      languages,
      edits: { ...noEdits, leftOut: leftOutAtFirst[template] },
      corrects: null,
      by: null,
      at,
    })
    await addReleaseEvent(writer, id, { step: 'begin', word: null, by: null, at })
  }
}

async function listWanted(reader: Reader): Promise<readonly Wanted[]> {
  const [latest, ...earlier] = await listReleases(reader)
  if (latest === undefined) return [{ template: 'committee', edition: 'internal', languages: ['da'] }]
  const kept = [latest, ...earlier].filter(
    ({ round, state, corrects }) => round === latest.round && state !== 'dropped' && corrects === null,
  )
  return [...new Map(kept.map((each) => [`${each.template} ${each.edition}`, each])).values()]
}
