import { carriedOutTooLongAgo, isForDirector, lastDayToPlan } from '../../core/finding/finding-deadlines.ts'
import { levelsToAwait } from '../../core/finding/finding-seal.ts'
import { saveFindingActs } from '../../storage/finding/finding-act.ts'
import {
  holdUntold,
  holdUnverified,
  listOverdueUntold,
  listUnverifiedUntold,
  listWaitingUntold,
  markToldWaiting,
  onceUnverified,
  type OverdueFinding,
  type UnverifiedFinding,
  type WaitingFinding,
} from '../../storage/finding/finding-watch.ts'
import { listRoundsForViewer } from '../../storage/finding/visible-finding.ts'
import type { UnitId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { Actor, Database, Reader, Transaction } from '../../storage/transaction.ts'
import { danishDay } from '../frame/danish-day.ts'
import { notify } from '../notification/notify.ts'
import { rememberSeers, whoSee, type SeersOf } from './who-see.ts'

/**
 * Watches what is due: an overdue restoration goes to the unit's area manager, and to the director after five working
 * days more; findings that nobody has planned in ten working days to the unit's department manager; restorations that
 * nobody has verified in ten working days to the area manager. Each once, and only to who may see them; where nobody may
 * yet, it is tried again. Nothing is logged where there is nothing to tell.
 */
export async function watchFindings(database: Database, now: Date): Promise<number> {
  const today = danishDay(now)
  let told = 0
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities()) {
    const actor = { municipalityId, personId: null }
    const at = { now, today, seers: rememberSeers(today) }
    const overdue = await database.transaction(actor, ({ reader }) => listOverdueUntold(reader, today))
    for (const each of overdue) told += await database.transaction(actor, (tx) => tellOverdue(tx, each, at))
    const until = carriedOutTooLongAgo(today)
    const unverified = await database.transaction(actor, ({ reader }) => listUnverifiedUntold(reader, until))
    for (const each of unverified)
      told += await database.transaction(actor, (tx) => tellUnverified(tx, each, at))
    told += await tellWaiting(database, actor, at)
  }
  return told
}

interface Now {
  readonly now: Date
  readonly today: string
  /** Those of a unit with a role, asked for once however many findings there are. */
  readonly seers: SeersOf
}

async function tellOverdue(
  tx: Transaction,
  seen: OverdueFinding,
  { now, today, seers }: Now,
): Promise<number> {
  const steps = [
    ...(seen.toldManager ? [] : [{ kind: 'told-overdue', role: 'area-manager' } as const]),
    ...(!seen.toldDirector && isForDirector(seen.due, today)
      ? [{ kind: 'told-overdue-director', role: 'director' } as const]
      : []),
  ]
  let told = 0
  for (const { kind, role } of steps) {
    const to = await whoSee(tx.reader, seen.id, await seers(tx.reader, seen.unitId, role))
    if (to.length === 0) continue
    // Another process may be watching too: one of them goes first, the other then finds it told.
    if (!(await holdUntold(tx.reader, seen, kind))) continue
    const { id, run, due } = seen
    const subject = { subjectKind: 'finding', subjectId: id, detail: { kind } } as const
    const writer = await tx.recordChange({ room: 'finding', act: 'watch-finding', ...subject })
    await saveFindingActs(writer, [{ finding: id, run, at: now, kind, person: null, due }])
    await notify(writer, { to, kind: 'finding-overdue', subjectId: id, once: `${run}/${due}/${kind}` })
    told += 1
  }
  return told
}

/** Remembered by the message itself, so that the finding's own course says only what was done about the error. */
async function tellUnverified(tx: Transaction, seen: UnverifiedFinding, { seers }: Now): Promise<number> {
  const to = await whoSee(tx.reader, seen.id, await seers(tx.reader, seen.unitId, 'area-manager'))
  if (to.length === 0 || !(await holdUnverified(tx.reader, seen))) return 0
  const kind = 'finding-unverified'
  const subject = { subjectKind: 'finding', subjectId: seen.id, detail: { kind } } as const
  const writer = await tx.recordChange({ room: 'finding', act: 'watch-finding', ...subject })
  await notify(writer, { to, kind, subjectId: seen.id, once: onceUnverified(seen) })
  return 1
}

/** One message a unit and day, however many there are: a closed round brings hundreds at once. */
async function tellWaiting(database: Database, actor: Actor, at: Now): Promise<number> {
  const waiting = await database.transaction(actor, async ({ reader }) => {
    const found = await listWaitingUntold(reader, await listManagersLevels(reader), at.now)
    return found.flatMap((each) => {
      const due = lastDayToPlan(danishDay(each.visibleSince))
      return due < at.today ? [{ ...each, due }] : []
    })
  })
  let told = 0
  for (const [unit, findings] of Map.groupBy(waiting, ({ unitId }) => unitId))
    told += await database.transaction(actor, (tx) => tellUnit(tx, unit, findings, at))
  return told
}

async function tellUnit(
  tx: Transaction,
  unit: UnitId,
  findings: readonly (WaitingFinding & { readonly due: string })[],
  { now, today, seers }: Now,
): Promise<number> {
  const [first] = findings
  if (first === undefined) return 0
  let to = await whoSee(tx.reader, first.id, await seers(tx.reader, unit, 'department-manager'))
  // A unit without a department manager has an area manager.
  if (to.length === 0) to = await whoSee(tx.reader, first.id, await seers(tx.reader, unit, 'area-manager'))
  if (to.length === 0) return 0
  const subject = { subjectKind: 'unit', subjectId: unit, detail: { findings: findings.length } } as const
  const writer = await tx.recordChange({ room: 'finding', act: 'watch-waiting-findings', ...subject })
  const ids = await markToldWaiting(
    writer,
    findings.map(({ id }) => id),
  )
  const fresh = findings.filter(({ id }) => ids.includes(id))
  await saveFindingActs(
    writer,
    fresh.map(({ id, run, due }) => ({ finding: id, run, at: now, kind: 'told-waiting', person: null, due })),
  )
  if (fresh.length > 0) await notify(writer, { to, kind: 'finding-waiting', subjectId: unit, once: today })
  return fresh.length
}

/** In each open round, the levels that must have submitted a case before a department manager may see what was found. */
async function listManagersLevels(reader: Reader) {
  const open = []
  for (const { id, closed, programmeVersionId, anchored } of await listRoundsForViewer(reader)) {
    if (closed) continue
    const { programme } = await getProgrammeVersion(reader, programmeVersionId)
    const levels = levelsToAwait({ levels: programme.levels, anchored }, ['department-manager'], false)
    if (levels !== null && levels.length > 0) open.push({ round: id, levels })
  }
  return open
}
