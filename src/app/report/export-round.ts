import type { DataFormat } from '../../contract/report/round-data.ts'
import type { Language } from '../../core/language/language.ts'
import type { RoundData } from '../../core/report/round-data.ts'
import { listExportedAnswers } from '../../storage/analysis/exported-answer.ts'
import { findRound } from '../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { listConsensus } from '../../storage/review/difference-move.ts'
import { isDrawClosed } from '../draw/anchor-secrecy.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { pseudonymsFor, type PseudonymSecret } from './pseudonyms.ts'
import type { ReportPress } from './report-press.ts'

export interface ExportMeans {
  readonly press: ReportPress
  readonly pseudonymSecret: PseudonymSecret
}

interface WantedData {
  readonly format: DataFormat
  readonly lang: Language
  /** Who gets the file; then its cases bear pseudonyms of this recipient's own. */
  readonly recipient?: string | undefined
}

/**
 * A closed round's answers as a file; every download is on record. While a round is open its answers are sealed. Cases
 * that are anchors elsewhere close it as they close the draw.
 */
export async function exportRound(
  context: Context,
  { press, pseudonymSecret }: ExportMeans,
  roundKey: string,
  { format, lang, recipient }: WantedData,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const granted = authorise(context, 'draw.read')
  if (!granted.ok) return granted
  const loaded = await context.database.transaction(
    context.actor,
    async (tx) => {
      const round = await findRound(tx.reader, roundKey)
      if (round === undefined) return refused('not-found')
      if (round.state !== 'closed') return refused('round-not-closed')
      const { programme } = await getProgrammeVersion(tx.reader, round.programmeVersionId)
      if (await isDrawClosed(context, tx.reader, { round, programme })) return refused('draw-closed')
      const reader = await tx.recordAccess({
        act: 'export-round',
        subjectKind: 'round',
        subjectId: round.id,
        detail: { round: roundKey, format, ...(recipient !== undefined && { recipient }) },
      })
      const answers = await listExportedAnswers(reader, round.id)
      const consensus = await listConsensus(reader, round.id)
      return done({
        title: lang === 'da' ? round.titleDa : round.titleEn,
        data: { round: roundKey, programme, answers, consensus },
      })
    },
    { isolation: 'repeatable read' },
  )
  if (!loaded.ok) return loaded
  const { title, data } = loaded.value
  const given = recipient === undefined ? data : disguised(context, pseudonymSecret, recipient, data)
  const bytes = await press.layOut({ title, data: given, format, language: lang, createdAt: context.now })
  if (bytes === 'too-busy') return { ...refused('too-busy'), retryAfterSeconds: 10 }
  const name = lang === 'da' ? 'rundens-data' : 'round-data'
  return done({ name: `${name}-${roundKey}.${format === 'csv' ? 'zip' : format}`, bytes })
}

/** The same under pseudonyms, and ordered by them: the order of the case numbers would tell which is which. */
function disguised(context: Context, secret: PseudonymSecret, recipient: string, data: RoundData): RoundData {
  const pseudonymOf = pseudonymsFor(secret, context.actor.municipalityId, recipient)
  // A case has dozens of answers; a pseudonym for each of them held up the server by the second in a large round.
  const known = new Map<string, string>()
  const shownAs = (caseId: string): string => {
    const pseudonym = known.get(caseId) ?? pseudonymOf(caseId)
    known.set(caseId, pseudonym)
    return pseudonym
  }
  const under = <T extends { readonly caseId: string }>(rows: readonly T[]): readonly T[] =>
    rows
      .map((row) => ({ ...row, caseId: shownAs(row.caseId) }))
      .toSorted((a, b) => (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0))
  return { ...data, answers: under(data.answers), consensus: under(data.consensus) }
}
