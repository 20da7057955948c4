import { randomUUID } from 'node:crypto'
import type { LogHold as HoldView } from '../../../contract/access/record.ts'
import { addDays } from '../../../core/calendar/days.ts'
import * as stored from '../../../storage/access/log-hold.ts'
import { listLooks } from '../../../storage/access/record-looks.ts'
import { listSubjects } from '../../../storage/access/record-subjects.ts'
import { findId, getId, type LogHoldId } from '../../../storage/ids.ts'
import type { PersonalReader, Transaction } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { isWithinReach, openRecord } from './open-record.ts'

/** A hold is looked at again at least once a year. */
const mostDays = 365
/** Entries that a hold can be put on: the newest of a case. */
const within = 50_000

export function holdView(context: Context, hold: stored.LogHold): HoldView {
  return {
    id: hold.id,
    caseId: hold.caseId,
    entries: [...hold.entries],
    until: hold.until,
    reason: hold.reason,
    state: stateOf(hold, context.today),
    proposedAt: hold.proposedAt.toISOString(),
    mine: hold.proposedBy === context.actor.personId,
  }
}

export function stateOf(hold: stored.LogHold, today: string): HoldView['state'] {
  if (hold.lifted) return 'lifted'
  if (hold.approved === false) return 'refused'
  if (hold.until < today) return 'over'
  return hold.approved === null ? 'proposed' : 'in-force'
}

export async function listHolds(context: Context): Promise<Result<{ holds: readonly HoldView[] }>> {
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({ act: 'list-log-holds', subjectKind: 'log-hold' })
    const holds: HoldView[] = []
    for (const hold of await stored.listOpenHolds(reader, context.today))
      if (await isWithinReach(context, reader, [hold.caseId])) holds.push(holdView(context, hold))
    return done({ holds })
  })
}

interface HoldToPropose {
  readonly case: string
  readonly entries: readonly string[]
  readonly until: string
  readonly reason: string
}

/** Proposes that entries of a case are told later. Nothing is left out before another person has approved. */
export async function proposeHold(context: Context, wanted: HoldToPropose): Promise<Result<{ id: string }>> {
  if (wanted.until <= context.today || wanted.until > addDays(context.today, mostDays))
    return refused('hold-day-unfit')
  return context.database.transaction(context.actor, async (tx) => {
    const opened = await openRecord(context, tx, { case: wanted.case }, { act: 'open-record-log' })
    if (!opened.ok) return opened
    const { reader, cases } = opened.value
    const entries = [...new Set(wanted.entries)].toSorted()
    const looks = await listLooks(
      reader,
      { cases, subjects: await listSubjects(reader, cases), before: undefined, without: [] },
      within,
    )
    const known = new Set(looks.map(({ log, id }) => `${log}:${id}`))
    if (!entries.every((entry) => known.has(entry))) return refused('hold-entry-unknown')
    const id = getId<LogHoldId>(randomUUID())
    // The case is not named: the entry about a hold must not itself be found among those that the hold is about.
    const writer = await tx.recordChange({
      room: 'access',
      act: 'propose-log-hold',
      subjectKind: 'log-hold',
      subjectId: id,
      detail: { entries, until: wanted.until },
    })
    const { until, reason } = wanted
    await stored.addHold(writer, {
      id,
      caseId: wanted.case,
      entries,
      until,
      reason,
      proposedBy: context.actor.personId,
    })
    return done({ id })
  })
}

/** The second person says yes or no. */
export function decideHold(context: Context, text: string, approve: boolean): Promise<Result<undefined>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    const hold = await lock(context, tx, text, 'decide-log-hold')
    if (!hold.ok) return hold
    if (stateOf(hold.value, context.today) !== 'proposed') return refused('hold-decided')
    const { personId: by } = context.actor
    if (hold.value.proposedBy === by) return refused('hold-own')
    const writer = await tx.recordChange({
      room: 'access',
      act: approve ? 'approve-log-hold' : 'refuse-log-hold',
      subjectKind: 'log-hold',
      subjectId: hold.value.id,
    })
    await stored.decideHold(writer, hold.value.id, { by, at: context.now, approved: approve })
    return done()
  })
}

/** Telling is the rule, so one person is enough to go back to it. */
export function liftHold(context: Context, text: string): Promise<Result<undefined>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    const hold = await lock(context, tx, text, 'lift-log-hold')
    if (!hold.ok) return hold
    if (stateOf(hold.value, context.today) !== 'in-force') return refused('hold-decided')
    const subject = { subjectKind: 'log-hold', subjectId: hold.value.id }
    const writer = await tx.recordChange({ room: 'access', act: 'lift-log-hold', ...subject })
    await stored.liftHold(writer, hold.value.id, context.actor.personId, context.now)
    return done()
  })
}

async function lock(
  context: Context,
  tx: Transaction,
  text: string,
  act: string,
): Promise<Result<stored.LogHold, 'not-found'>> {
  const id = findId<LogHoldId>(text)
  const reader: PersonalReader = await tx.recordAccess({ act, subjectKind: 'log-hold', subjectId: text })
  const hold = id === undefined ? undefined : await stored.lockHold(reader, id)
  if (hold === undefined || !(await isWithinReach(context, reader, [hold.caseId])))
    return refused('not-found')
  return done(hold)
}
