import { randomUUID } from 'node:crypto'
import type { RouteOutput } from '../../contract/frame/route.ts'
import type { listFourBoxes as listRoute } from '../../contract/learning/four-box.ts'
import { isRole, type Role } from '../../core/access/role.ts'
import {
  isEmptyFourBox,
  refusalOfFourBoxAct,
  seesFourBox,
  type FourBoxLines,
} from '../../core/learning/four-box.ts'
import { findRound, listRounds } from '../../storage/draw/round.ts'
import { getId, type FourBoxId, type UnitId, type VisitId } from '../../storage/ids.ts'
import {
  findFourBox,
  insertFourBox,
  listFourBoxes as list,
  listGrownGoals,
  saveFourBox as save,
  shareFourBox as share,
  withdrawFourBox as withdraw,
  type FourBoxProposal,
} from '../../storage/learning/four-box.ts'
import { findVisitHead, listVisits } from '../../storage/learning/visit.ts'
import type { PersonalReader, Transaction, Writer } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { againWhenOvertaken, Overtaken } from '../review/overtaken.ts'
import { mayAt, openUnit, roleAt } from './learning-unit.ts'

type Listed = RouteOutput<typeof listRoute>

export async function listFourBoxes(context: Context, unitId: UnitId): Promise<Result<Listed>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<Listed>> => {
    const unit = await openUnit(context, tx.reader, unitId, 'learning.read')
    if (!unit.ok) return unit
    const reader = await tx.recordAccess({ act: 'list-four-box', subjectKind: 'unit', subjectId: unitId })
    const proposals = await list(reader, unitId, context.actor.personId)
    const goals = Map.groupBy(await listGrownGoals(reader, unitId), ({ proposal }) => proposal)
    const rounds = await listRounds(reader)
    const visits = await listVisits(reader, [unitId])
    return done({
      unit: unit.value,
      mayWrite: mayAt(context, 'learning.write', unitId),
      proposals: proposals.map((proposal) => ({
        ...toView(context, proposal),
        goals: (goals.get(proposal.id) ?? []).map(({ id, target, setAt }) => ({
          id,
          target,
          setAt: setAt.toISOString(),
        })),
      })),
      rounds: rounds.map(({ key, titleDa, titleEn }) => ({ key, title: { da: titleDa, en: titleEn } })),
      visits: visits.filter(({ closedAs }) => closedAs !== 'cancelled').map(({ id, day }) => ({ id, day })),
    })
  })
}

function toView(context: Context, proposal: FourBoxProposal): Omit<Listed['proposals'][number], 'goals'> {
  const { id, title, lines, version, writtenAt, sharedAt, roundDa, roundEn, visit, visitDay } = proposal
  const standing = standingTo(context, proposal)
  return {
    id,
    title,
    lines,
    version,
    authorRole: getRole(proposal.authorRole),
    own: standing.own,
    mayWithdraw: refusalOfFourBoxAct('withdraw', standing) === null,
    writtenAt: writtenAt.toISOString(),
    sharedAt: sharedAt?.toISOString() ?? null,
    round: roundDa === null || roundEn === null ? null : { da: roundDa, en: roundEn },
    visit: visit === null || visitDay === null ? null : { id: visit, day: visitDay },
  }
}

export function getRole(text: string): Role {
  if (!isRole(text)) throw new Error(`a text was written in a role that is not one: ${text}`)
  return text
}

function standingTo(context: Context, { author, sharedAt, withdrawnAt, unit }: FourBoxProposal) {
  return {
    shared: sharedAt !== null,
    withdrawn: withdrawnAt !== null,
    own: author === context.actor.personId,
    leads: mayAt(context, 'visit.lead', unit),
  }
}

interface Written {
  readonly title: string
  readonly lines: FourBoxLines
}

export async function addFourBox(
  context: Context,
  unitId: UnitId,
  {
    round: key,
    visit: heldAt,
    ...written
  }: Written & {
    readonly round: string | null
    readonly visit: string | null
  },
): Promise<Result<{ id: FourBoxId }>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<{ id: FourBoxId }>> => {
    const unit = await openUnit(context, tx.reader, unitId, 'learning.write')
    if (!unit.ok) return unit
    if (isEmptyFourBox(written.lines)) return refused('four-box-empty')
    const round = key === null ? null : await findRound(tx.reader, key)
    const visit = heldAt === null ? null : await findVisitHead(tx.reader, getId<VisitId>(heldAt))
    if (round === undefined || visit === undefined) return refused('not-found')
    if (visit !== null && visit.unit !== unitId) return refused('not-found')
    const id = getId<FourBoxId>(randomUUID())
    const writer = await tx.recordChange({
      room: 'learning',
      act: 'write-four-box',
      subjectKind: 'four-box',
      subjectId: id,
      detail: { unit: unitId },
    })
    await insertFourBox(writer, {
      id,
      unit: unitId,
      round: round?.id ?? null,
      visit: visit?.id ?? null,
      ...written,
      author: context.actor.personId,
      authorRole: roleAt(context, unitId),
      at: context.now,
      sharedAt: null,
    })
    return done({ id })
  })
}

export function saveFourBox(
  context: Context,
  unit: UnitId,
  id: FourBoxId,
  { version, ...written }: Written & { readonly version: number },
): Promise<Result<{ version: number }>> {
  return againWhenOvertaken(() =>
    actOn(context, { unit, id, act: 'save', entry: 'change-four-box' }, async (found, change) => {
      if (isEmptyFourBox(written.lines)) return refused('four-box-empty')
      if (found.version !== version) return refused('outdated-version')
      const saved = await save(await change(), id, written, version)
      if (saved === undefined) throw new Overtaken()
      return done({ version: saved })
    }),
  )
}

export function shareFourBox(context: Context, unit: UnitId, id: FourBoxId): Promise<Result<undefined>> {
  return actOn(context, { unit, id, act: 'share', entry: 'share-four-box' }, async (found, change) => {
    if (found.sharedAt !== null) return refused('already-shared')
    await share(await change(), id, context.now)
    return done()
  })
}

export function withdrawFourBox(context: Context, unit: UnitId, id: FourBoxId): Promise<Result<undefined>> {
  return actOn(context, { unit, id, act: 'withdraw', entry: 'withdraw-four-box' }, async (_found, change) => {
    await withdraw(await change(), id, { by: context.actor.personId, at: context.now })
    return done()
  })
}

interface Wanted {
  readonly unit: UnitId
  readonly id: FourBoxId
  readonly act: Parameters<typeof refusalOfFourBoxAct>[0]
  /** What the log calls it. */
  readonly entry: string
}

async function actOn<T>(
  context: Context,
  { unit, id, act, entry }: Wanted,
  work: (found: FourBoxProposal, change: () => Promise<Writer>) => Promise<Result<T>>,
): Promise<Result<T>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<T>> => {
    const opened = await openUnit(context, tx.reader, unit, 'learning.write')
    if (!opened.ok) return opened
    const subject = { subjectKind: 'four-box', subjectId: id } as const
    const found = await findSeen(context, await tx.recordAccess({ act: entry, ...subject }), unit, id)
    if (!found.ok) return found
    const refusal = refusalOfFourBoxAct(act, standingTo(context, found.value))
    if (refusal !== null) return refused(refusal)
    return work(found.value, () => writerFor(tx, entry, subject))
  })
}

function writerFor(
  tx: Transaction,
  act: string,
  subject: { readonly subjectKind: 'four-box'; readonly subjectId: FourBoxId },
): Promise<Writer> {
  return tx.recordChange({ room: 'learning', act, ...subject })
}

async function findSeen(
  context: Context,
  reader: PersonalReader,
  unit: UnitId,
  id: FourBoxId,
): Promise<Result<FourBoxProposal, 'not-found'>> {
  const found = await findFourBox(reader, unit, id)
  return found === undefined || !seesFourBox(standingTo(context, found)) ? refused('not-found') : done(found)
}
