import { randomUUID } from 'node:crypto'
import type { breakGlassMinutes } from '../../../contract/access/break-glass.ts'
import { checkCpr } from '../../../core/registry/cpr.ts'
import { hideCpr } from '../../../core/registry/hide-cpr.ts'
import * as stored from '../../../storage/access/break-glass.ts'
import { findChildByCpr, listCasesOfChild } from '../../../storage/access/record-subjects.ts'
import { findCaseHolder } from '../../../storage/caseflow/walk-through-list.ts'
import { getId, type BreakGlassId } from '../../../storage/ids.ts'
import type { PersonalReader, Transaction } from '../../../storage/transaction.ts'
import { seesSheet } from '../../caseflow/sheet/sees-sheet.ts'
import { reachIn } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { notify } from '../../notification/notify.ts'
import { openCprVault, type PersonalKey } from '../../registry/personal-key.ts'

/** Asking is counted whether anything was found or not, so that nobody tries numbers. */
const mostAnHour = 10
const ask = 'ask-break-glass'

interface Wanted {
  readonly case?: string | undefined
  readonly cpr?: string | undefined
  readonly reason: string
  readonly minutes: (typeof breakGlassMinutes)[number]
}

/**
 * Opens one case to somebody outside whose reach it lies. The grant, its log entry and its notices stand or fall together. A
 * number that no case has is answered as one of another municipality's.
 */
export async function openBreakGlass(
  context: Context,
  key: PersonalKey | undefined,
  wanted: Wanted,
): Promise<Result<{ id: string }>> {
  if (!reachIn(context, 'break-glass.open').own) return refused('not-permitted')
  const number = wanted.cpr === undefined ? undefined : checkCpr(wanted.cpr)
  if (number !== undefined && !number.ok) return refused('cpr-unusable')
  if (number !== undefined && key === undefined) return refused('no-personal-key')
  const vault =
    number === undefined || key === undefined ? undefined : openCprVault(key, context.actor.municipalityId)
  const digits = number?.value.digits ?? ''
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: ask,
      subjectKind: vault === undefined ? 'case' : 'child',
      ...(wanted.case !== undefined && { subjectId: hideCpr(wanted.case) }),
      ...(vault !== undefined && { detail: { cprHash: vault.hash(digits).toString('hex') } }),
    })
    if ((await stored.countAsked(reader, context.actor.personId, ask)) > mostAnHour)
      return { ...refused('break-glass-often'), retryAfterSeconds: 3600 }
    const caseId = wanted.case ?? (await findByCpr(reader, vault?.hashes(digits) ?? []))
    const holder = caseId === undefined ? undefined : await findCaseHolder(reader, caseId)
    if (caseId === undefined || holder === undefined) return refused('not-found')
    if (await seesSheet(context, reader, caseId)) return refused('break-glass-not-needed')
    return done({ id: await grant(context, tx, { ...wanted, ...holder }) })
  })
}

async function findByCpr(reader: PersonalReader, hashes: readonly Uint8Array[]): Promise<string | undefined> {
  const child = await findChildByCpr(reader, hashes)
  return child && stored.findNewestCase(reader, await listCasesOfChild(reader, child.id))
}

async function grant(
  context: Context,
  tx: Transaction,
  of: Pick<stored.BreakGlass, 'caseId' | 'unitId' | 'reason'> & {
    readonly minutes: number
    readonly caseworker: string
  },
): Promise<BreakGlassId> {
  const { caseId, unitId, reason, minutes, caseworker } = of
  const id = getId<BreakGlassId>(randomUUID())
  const writer = await tx.recordChange({
    room: 'access',
    act: 'break-glass',
    subjectKind: 'case',
    subjectId: caseId,
    detail: { grant: id, minutes },
  })
  await stored.addBreakGlass(writer, { id, caseId, unitId, reason, minutes })
  const to = await stored.listToTell(writer, {
    roles: ['administrator', 'department-manager', 'area-manager'],
    unit: unitId,
    caseworker,
    today: context.today,
  })
  const others = to.filter((person) => person !== context.actor.personId)
  await notify(writer, { to: others, kind: 'break-glass-opened', subjectId: id })
  return id
}
