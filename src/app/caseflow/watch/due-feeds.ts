import { randomUUID } from 'node:crypto'
import type { listDueFeeds as listRoute } from '../../../contract/caseflow/due-feeds.ts'
import type { FileAnswer, Immutable, RouteOutput } from '../../../contract/frame/route.ts'
import { allowed } from '../../../core/access/permissions.ts'
import { addDays } from '../../../core/calendar/days.ts'
import { calendarEntries } from '../../../core/review/calendar-entries.ts'
import { listRoleGrants } from '../../../storage/access/staff-member.ts'
import * as feeds from '../../../storage/caseflow/watch/due-feed.ts'
import { getId, type DueFeedId, type UnitId } from '../../../storage/ids.ts'
import { newToken, tokenHash, type RandomBytes } from '../../access/session-token.ts'
import { authorise, reachIn } from '../../frame/authorise.ts'
import type { Context, OpenContext } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import type { RenderCalendar } from '../../review/my-calendar.ts'

/** Days ahead that a calendar tells of. */
const daysAhead = 90

/** The caller's calendars, and the units that they may see all deadlines of. */
export async function listFeeds(context: Context): Promise<Result<Immutable<RouteOutput<typeof listRoute>>>> {
  const { municipality, units } = reachIn(context, 'caseflow.read')
  return context.database.transaction(context.actor, async ({ reader }) => {
    const all = await reader.db.selectFrom('unit').select(['id', 'name']).orderBy('name').limit(500).execute()
    const own = await feeds.listOwnFeeds(reader)
    return done({
      feeds: own.map(({ id, unitId, unit, createdAt }) => ({
        id,
        unit: { id: unitId, name: unit },
        createdAt: createdAt.toISOString(),
      })),
      units: all.filter(({ id }) => municipality || units.includes(id)),
    })
  })
}

/** Makes a new secret address of a unit's due days; one that the caller had of it answers no more. */
export async function openFeed(
  context: Context,
  randomBytes: RandomBytes,
  unitText: string,
): Promise<Result<{ readonly path: string }>> {
  const unit = getId<UnitId>(unitText)
  const granted = authorise(context, 'caseflow.read', { kind: 'unit', unit })
  if (!granted.ok) return granted
  const { now, language } = context
  const token = newToken(randomBytes)
  const id = getId<DueFeedId>(randomUUID())
  return context.database.transaction(context.actor, async (tx) => {
    const known = await tx.reader.db.selectFrom('unit').select('id').where('id', '=', unit).executeTakeFirst()
    if (known === undefined) return refused('not-found')
    const before = (await feeds.listOwnFeeds(tx.reader)).find(({ unitId }) => unitId === unit)
    const writer = await tx.recordChange({
      room: 'caseflow',
      act: 'open-due-feed',
      subjectKind: 'due-feed',
      subjectId: id,
      detail: { unit },
    })
    if (before !== undefined) await feeds.endFeed(writer, before.id, now)
    await feeds.addFeed(writer, { id, unit, language, at: now }, tokenHash(token))
    return done({ path: `/api/caseflow/feeds/${token}` })
  })
}

export async function endFeed(context: Context, text: string): Promise<Result<undefined>> {
  const id = getId<DueFeedId>(text)
  return context.database.transaction(context.actor, async (tx) => {
    const own = await feeds.listOwnFeeds(tx.reader)
    if (!own.some((feed) => feed.id === id)) return refused('not-found')
    const writer = await tx.recordChange({
      room: 'caseflow',
      act: 'end-due-feed',
      subjectKind: 'due-feed',
      subjectId: id,
    })
    await feeds.endFeed(writer, id, context.now)
    return done()
  })
}

/**
 * What a calendar program fetches. The person whose calendar it is must still be allowed to see the unit's deadlines; without a
 * right, an address or a unit it is the same as if there were nothing.
 */
export async function readFeed(
  { database, now, today }: OpenContext,
  token: string,
  render: RenderCalendar,
): Promise<Result<FileAnswer, 'not-found'>> {
  const found = await database.beforeSignIn.findDueFeed(tokenHash(token))
  if (found === undefined) return refused('not-found')
  const { municipalityId, personId, feedId } = found
  return database.transaction({ municipalityId, personId }, async (tx) => {
    const feed = await feeds.findFeed(tx.reader, feedId)
    if (feed === undefined) return refused('not-found')
    const { unitId: unit, language, id } = feed
    const roles = await listRoleGrants(tx.reader, personId)
    if (!allowed(roles, 'caseflow.read', { kind: 'unit', unit }, today)) return refused('not-found')
    const reader = await tx.recordAccess({
      act: 'fetch-due-feed',
      subjectKind: 'due-feed',
      subjectId: id,
      detail: { unit },
    })
    const deadlines = await feeds.listUnitDueDays(reader, unit, addDays(today, daysAhead))
    const entries = calendarEntries(
      { reviews: [], restorations: [], deadlines, agreements: [], visits: [] },
      today,
    )
    const text = render({ entries, language, id, now })
    return done({ name: 'tilsyn.ics', type: 'text/calendar; charset=utf-8', bytes: text })
  })
}
