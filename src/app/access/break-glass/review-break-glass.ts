import type { BreakGlassView } from '../../../contract/access/break-glass.ts'
import { covers } from '../../../core/access/permissions.ts'
import * as stored from '../../../storage/access/break-glass.ts'
import { findId, type BreakGlassId } from '../../../storage/ids.ts'
import type { PersonalReader, Transaction } from '../../../storage/transaction.ts'
import { reachIn } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'

type Listed = Result<{ grants: readonly BreakGlassView[] }>

/**
 * Whether a grant lies within what the caller looks after: their unit's, all of the municipality's, or for who has such a right
 * their own, which they can end and not judge.
 */
export function mayReview(
  context: Context,
  { unitId, openedBy }: Pick<stored.BreakGlass, 'unitId' | 'openedBy'>,
): boolean {
  const reach = reachIn(context, 'break-glass.review')
  if (openedBy === context.actor.personId && covers(reach, { kind: 'own' })) return true
  return covers(reach, unitId === null ? { kind: 'municipality' } : { kind: 'unit', unit: unitId })
}

export async function listOwnBreakGlass(context: Context): Promise<Listed> {
  return list(context, { openedBy: context.actor.personId })
}

export async function listBreakGlass(context: Context): Promise<Listed> {
  const { municipality, units } = reachIn(context, 'break-glass.review')
  return list(context, { units: municipality ? undefined : units })
}

/** What the caller can judge and nobody has judged. */
export async function listUnjudged(
  context: Context,
  reader: PersonalReader,
): Promise<readonly stored.BreakGlass[]> {
  const { municipality, units } = reachIn(context, 'break-glass.review')
  if (!municipality && units.length === 0) return []
  const grants = await stored.listBreakGlass(reader, { units: municipality ? undefined : units })
  return grants.filter(({ justified, openedBy }) => justified === null && openedBy !== context.actor.personId)
}

async function list(context: Context, of: Parameters<typeof stored.listBreakGlass>[1]): Promise<Listed> {
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({ act: 'list-break-glass', subjectKind: 'break-glass' })
    const grants = await stored.listBreakGlass(reader, of)
    return done({ grants: grants.map((grant) => view(context, grant)) })
  })
}

function view(context: Context, grant: stored.BreakGlass): BreakGlassView {
  const { id, caseId, unit, opener, reason, open, justified, word, reviewer } = grant
  return {
    id,
    caseId,
    unit,
    opener,
    reason,
    open,
    openedAt: grant.openedAt.toISOString(),
    until: grant.until.toISOString(),
    mine: grant.openedBy === context.actor.personId,
    judged: justified === null ? null : { justified, word: word ?? '', by: reviewer ?? '' },
  }
}

/** Closes a case at once. Whoever opened it can do so too, when it is theirs to judge others'. */
export async function endBreakGlass(context: Context, text: string): Promise<Result<undefined>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    const grant = await lock(context, tx, text)
    if (!grant.ok) return grant
    if (!grant.value.open) return refused('break-glass-over')
    const { id } = grant.value
    const subject = { subjectKind: 'break-glass', subjectId: id }
    const writer = await tx.recordChange({ room: 'access', act: 'end-break-glass', ...subject })
    await stored.endBreakGlass(writer, id, context.now)
    return done()
  })
}

/** A second person says whether it was justified; the grant need not be over for that. */
export async function judgeBreakGlass(
  context: Context,
  text: string,
  judgement: { readonly justified: boolean; readonly word: string },
): Promise<Result<undefined>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    const grant = await lock(context, tx, text)
    if (!grant.ok) return grant
    const { id, openedBy, justified } = grant.value
    if (openedBy === context.actor.personId) return refused('break-glass-own')
    if (justified !== null) return refused('break-glass-judged')
    const writer = await tx.recordChange({
      room: 'access',
      act: 'judge-break-glass',
      subjectKind: 'break-glass',
      subjectId: id,
      detail: { justified: judgement.justified },
    })
    await stored.judgeBreakGlass(writer, id, judgement)
    return done()
  })
}

async function lock(context: Context, tx: Transaction, text: string): Promise<Result<stored.BreakGlass>> {
  const id = findId<BreakGlassId>(text)
  const reader = await tx.recordAccess({
    act: 'look-at-break-glass',
    subjectKind: 'break-glass',
    subjectId: text,
  })
  const grant = id === undefined ? undefined : await stored.lockBreakGlass(reader, id)
  if (grant === undefined) return refused('not-found')
  if (mayReview(context, grant)) return done(grant)
  return refused(grant.openedBy === context.actor.personId ? 'not-permitted' : 'not-found')
}
