import { findRound } from '../../storage/draw/round.ts'
import { listExportedCases } from '../../storage/analysis/exported-answer.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { isDrawClosed } from '../draw/anchor-secrecy.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { pseudonymsFor, type PseudonymSecret } from './pseudonyms.ts'

/** Which case of a closed round a recipient's pseudonym is, for whoever may see all its cases. Made anew and compared. */
export async function resolvePseudonym(
  context: Context,
  secret: PseudonymSecret,
  roundKey: string,
  wanted: { readonly recipient: string; readonly pseudonym: string },
): Promise<Result<{ readonly caseId: string }>> {
  const granted = authorise(context, 'draw.read')
  if (!granted.ok) return granted
  const pseudonymOf = pseudonymsFor(secret, context.actor.municipalityId, wanted.recipient)
  return context.database.transaction(context.actor, async (tx) => {
    const round = await findRound(tx.reader, roundKey)
    if (round === undefined) return refused('not-found')
    if (round.state !== 'closed') return refused('round-not-closed')
    const { programme } = await getProgrammeVersion(tx.reader, round.programmeVersionId)
    if (await isDrawClosed(context, tx.reader, { round, programme })) return refused('draw-closed')
    const { recipient, pseudonym } = wanted
    const reader = await tx.recordAccess({
      act: 'resolve-pseudonym',
      subjectKind: 'round',
      subjectId: round.id,
      detail: { round: roundKey, recipient, pseudonym },
    })
    const asked = pseudonym.toUpperCase()
    const caseId = (await listExportedCases(reader, round.id)).find((each) => pseudonymOf(each) === asked)
    return caseId === undefined ? refused('not-found') : done({ caseId })
  })
}
