import type { readRecord as readRoute, RecordLook as LookView } from '../../../contract/access/record.ts'
import type { Immutable, RouteOutput } from '../../../contract/frame/route.ts'
import { checkCpr } from '../../../core/registry/cpr.ts'
import { maskCpr } from '../../../core/registry/mask-cpr.ts'
import { listHolds, type LogHold } from '../../../storage/access/log-hold.ts'
import { listLooks, type RecordLook } from '../../../storage/access/record-looks.ts'
import { findChildByCpr, listSubjects } from '../../../storage/access/record-subjects.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { openCprVault, type PersonalKey } from '../../registry/personal-key.ts'
import { holdView, stateOf } from './holds.ts'
import { openRecord, type Whose } from './open-record.ts'

const perPage = 50

/** The child with a CPR number. What was searched for stands in the log as a keyed hash, whether it was found or not. */
export async function findRecord(
  context: Context,
  key: PersonalKey | undefined,
  text: string,
): Promise<Result<{ child: string }>> {
  const cpr = checkCpr(text)
  if (!cpr.ok) return refused('cpr-unusable')
  if (key === undefined) return refused('no-personal-key')
  const vault = openCprVault(key, context.actor.municipalityId)
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: 'search-cpr',
      subjectKind: 'child',
      detail: { cprHash: vault.hash(cpr.value.digits).toString('hex') },
    })
    const child = await findChildByCpr(reader, vault.hashes(cpr.value.digits))
    if (child === undefined) return refused('not-found')
    const opened = await openRecord(context, tx, { child: child.id }, { act: 'find-record' })
    return opened.ok ? done({ child: child.id }) : opened
  })
}

/** Who has seen the record of a case or a child. */
export async function readRecord(
  context: Context,
  key: PersonalKey | undefined,
  { before, ...whose }: Whose & { readonly before?: string | undefined },
): Promise<Result<Immutable<RouteOutput<typeof readRoute>>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const opened = await openRecord(context, tx, whose, { act: 'read-record-log' })
    if (!opened.ok) return opened
    const { reader, cases, children } = opened.value
    const holds = await listHolds(reader, cases)
    const found = await listLooks(
      reader,
      { cases, subjects: await listSubjects(reader, cases), before: entryOf(before), without: [] },
      perPage + 1,
    )
    const looks = found.slice(0, perPage)
    const last = looks.at(-1)
    const vault = key && openCprVault(key, context.actor.municipalityId)
    return done({
      cases,
      children: children.map(({ id, cprEncrypted }) => ({
        id,
        cpr: vault === undefined || cprEncrypted === null ? null : maskCpr(vault.decrypt(cprEncrypted)),
      })),
      looks: looks.map((look) => lookView(look, heldUntil(holds, look, context.today))),
      next: found.length > perPage && last !== undefined ? nameOf(last) : null,
      holds: holds.map((hold) => holdView(context, hold)),
    })
  })
}

/** The whole number, for a reason that stands in the log. */
export async function revealCpr(
  context: Context,
  key: PersonalKey | undefined,
  wanted: { readonly child: string; readonly reason: string },
): Promise<Result<{ cpr: string }>> {
  if (key === undefined) return refused('no-personal-key')
  return context.database.transaction(context.actor, async (tx) => {
    const entry = { act: 'reveal-cpr', detail: { reason: wanted.reason } }
    const opened = await openRecord(context, tx, { child: wanted.child }, entry)
    if (!opened.ok) return opened
    const encrypted = opened.value.children[0]?.cprEncrypted
    if (encrypted === undefined || encrypted === null) return refused('not-found')
    const digits = openCprVault(key, context.actor.municipalityId).decrypt(encrypted)
    return done({ cpr: `${digits.slice(0, 6)}-${digits.slice(6)}` })
  })
}

function nameOf({ log, id }: Pick<RecordLook, 'log' | 'id'>): string {
  return `${log}:${id}`
}

function entryOf(name: string | undefined) {
  if (name === undefined) return undefined
  const [log, id] = name.split(':')
  return { log: log === 'change' ? ('change' as const) : ('access' as const), id: Number(id) }
}

function heldUntil(holds: readonly LogHold[], look: RecordLook, today: string): string | null {
  const days = holds
    .filter((hold) => stateOf(hold, today) === 'in-force' && hold.entries.includes(nameOf(look)))
    .map(({ until }) => until)
  return days.toSorted().at(-1) ?? null
}

function lookView(look: RecordLook, held: string | null): Immutable<LookView> {
  const { at, person, roles, act, subjectKind, subjectId, detail } = look
  return {
    entry: nameOf(look),
    at: at.toISOString(),
    person,
    roles,
    way: wayOf(look),
    act,
    subjectKind,
    subjectId,
    detail,
    heldUntil: held,
  }
}

/** How a case was met: opened, in a list, in a file, or changed. */
export function wayOf({ log, act, detail }: Pick<RecordLook, 'log' | 'act' | 'detail'>): LookView['way'] {
  if (log === 'change') return 'changed'
  if (act !== 'show-cases') return /^(?:export|download)-/u.test(act) ? 'file' : 'opened'
  const during = typeof detail['during'] === 'string' ? detail['during'] : ''
  if (/^(?:export|download|fetch)-/u.test(during)) return 'file'
  return /^(?:open|read)-/u.test(during) ? 'opened' : 'listed'
}
