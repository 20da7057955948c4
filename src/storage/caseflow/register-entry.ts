import { sql } from 'kysely'
import { builtInSourceName, type Register } from '../../core/caseflow/registers/register.ts'
import type { ChildId, EventSourceId, PersonId, RegisterEntryId } from '../ids.ts'
import type { Names } from '../tables/caseflow.ts'
import { toJson } from '../tables/column.ts'
import type { RegisterEntryVersionTable } from '../tables/register.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'
import { contentOf } from './stage-events.ts'

/** What an entry says. Days are ISO. */
export interface EntryContent {
  readonly kind: string
  readonly day: string
  readonly moment: Date | null
  readonly childId: ChildId | null
  readonly note: string
  readonly approver: PersonId | null
}

export interface RegisterEntry extends EntryContent {
  readonly id: RegisterEntryId
  readonly sourceId: EventSourceId
  readonly eventKey: string
  readonly caseId: string
  readonly register: Register
  readonly about: string
  readonly version: number
  readonly act: RegisterEntryVersionTable['act']
  readonly enteredBy: PersonId | null
}

/** The event that an entry is, as the rules see it. */
export interface EntryEvent {
  /** Of the event; other than the entry's where it no longer counts. */
  readonly kind: string
  readonly attributes: Names
}

/** The source that entries are events of; made at the first. */
async function builtInSource(writer: Writer): Promise<EventSourceId> {
  await writer.db
    .insertInto('event_source')
    .values({ name: builtInSourceName, built_in: true })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { id } = await writer.db
    .selectFrom('event_source')
    .select('id')
    .where('built_in', '=', true)
    .executeTakeFirstOrThrow()
  return id
}

export async function addEntry(
  writer: Writer,
  of: {
    readonly caseId: string
    readonly register: Register
    readonly about: string
    readonly key: string
    readonly by: PersonId | null
  },
  content: EntryContent,
  event: EntryEvent,
): Promise<RegisterEntryId> {
  const source = await builtInSource(writer)
  await writer.db
    .insertInto('case_event')
    .values({
      source_id: source,
      event_key: of.key,
      case_id: of.caseId,
      kind: event.kind,
      day: content.day,
      moment: content.moment,
      unit: '',
      caseworker: '',
      child_id: content.childId,
      attributes: toJson(event.attributes),
      registered: null,
      batch_id: null,
    })
    .execute()
  const { id } = await writer.db
    .insertInto('register_entry')
    .values({
      source_id: source,
      event_key: of.key,
      case_id: of.caseId,
      register: of.register,
      about: of.about,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addVersion(writer, id, { version: 1, act: 'entered', by: of.by, reason: '' }, content)
  return id
}

/** What the entry says from now on; what its event said before stays as one of its versions. */
export async function changeEntry(
  writer: Writer,
  { id, sourceId, eventKey, version }: RegisterEntry,
  change: {
    readonly act: Exclude<RegisterEntryVersionTable['act'], 'entered'>
    readonly by: PersonId | null
    readonly reason: string
    readonly same?: { readonly sourceId: EventSourceId; readonly key: string }
  },
  content: EntryContent,
  event: EntryEvent,
): Promise<void> {
  await sql`
    insert into case_event_version (municipality_id, source_id, event_key, version, content, registered)
    select (select sealed.current_municipality()), e.source_id, e.event_key,
      1 + coalesce((select max(v.version) from case_event_version v
        where v.source_id = e.source_id and v.event_key = e.event_key), 0),
      ${contentOf(sql.ref('e'), sql`c.external_id`)}, e.registered
    from case_event e left join child c on c.id = e.child_id
    where e.source_id = ${sourceId} and e.event_key = ${eventKey}`.execute(writer.db)
  await writer.db
    .updateTable('case_event')
    .set({
      kind: event.kind,
      day: content.day,
      moment: content.moment,
      child_id: content.childId,
      attributes: toJson(event.attributes),
      recorded_at: sql<Date>`now()`,
    })
    .where('source_id', '=', sourceId)
    .where('event_key', '=', eventKey)
    .execute()
  await addVersion(writer, id, { ...change, version: version + 1 }, content)
}

async function addVersion(
  writer: Writer,
  id: RegisterEntryId,
  {
    version,
    act,
    by,
    reason,
    same,
  }: {
    readonly version: number
    readonly act: RegisterEntryVersionTable['act']
    readonly by: PersonId | null
    readonly reason: string
    readonly same?: { readonly sourceId: EventSourceId; readonly key: string }
  },
  { kind, day, moment, childId, note, approver }: EntryContent,
): Promise<void> {
  await writer.db
    .insertInto('register_entry_version')
    .values({
      entry_id: id,
      version,
      act,
      kind,
      day,
      moment,
      child_id: childId,
      note,
      reason,
      approver,
      same_source: same?.sourceId ?? null,
      same_key: same?.key ?? null,
      by,
    })
    .execute()
}

const current = sql`
  select e.id, e.source_id as "sourceId", e.event_key as "eventKey", e.case_id as "caseId", e.register, e.about,
    v.version, v.act, v.kind, v.day, v.moment, v.child_id as "childId", v.note, v.approver, f.by as "enteredBy"
  from register_entry e
  join register_entry_version f on f.entry_id = e.id and f.version = 1
  join lateral (select * from register_entry_version n where n.entry_id = e.id order by n.version desc limit 1) v on true`

/** The entry, locked until the transaction ends: two corrections at once come one after the other. */
export async function lockEntry(reader: Reader, id: RegisterEntryId): Promise<RegisterEntry | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`register entry ${id}`}, 0))`.execute(reader.db)
  return findEntry(reader, id)
}

/** Approvals of the case's plans come one after the other until the transaction ends. */
export async function lockApprovals(reader: Reader, caseId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plan approvals of ${caseId}`}, 0))`.execute(
    reader.db,
  )
}

/**
 * Whether a person gave another of the plan's approvals. What was set aside stands in the case system and can be made to
 * count again, so it is one; what was withdrawn, or approved an earlier plan that has ended since, is none.
 */
export async function hasApprovedOtherwise(
  reader: PersonalReader,
  {
    caseId,
    about,
    kind,
    approver,
  }: { readonly caseId: string; readonly about: string; readonly kind: string; readonly approver: PersonId },
): Promise<boolean> {
  const { rows } = await sql`
    select from (${current} where e.case_id = ${caseId} and e.register = 'safety-plan'
        and e.about in ('', ${about})) c
    where c.approver = ${approver} and c.act <> 'withdrawn' and c.kind <> ${kind}
      and not exists (select from case_event n where n.case_id = ${caseId} and n.kind = 'safety-plan-ended'
        and n.day > c.day and coalesce(n.attributes ->> 'safety_plan', '') in ('', ${about}))
    limit 1`.execute(reader.db)
  return rows.length > 0
}

export async function findEntry(reader: Reader, id: RegisterEntryId): Promise<RegisterEntry | undefined> {
  const { rows } = await sql<RegisterEntry>`${current} where e.id = ${id}`.execute(reader.db)
  return rows[0]
}

export interface ListedEntry extends RegisterEntry {
  readonly enteredByName: string | null
  readonly approverName: string | null
  /** When it was first entered. */
  readonly enteredAt: Date
  /** Why it no longer counts. */
  readonly reason: string
}

/** What was entered about some cases, by day; of one day, as it was entered. */
export async function listEntriesOf(
  reader: PersonalReader,
  cases: readonly string[],
): Promise<readonly ListedEntry[]> {
  const { rows } = await sql<ListedEntry>`
    select c.*, b.name as "enteredByName", a.name as "approverName", r.created_at as "enteredAt", n.reason
    from (${current} where e.case_id = any(${cases}::text[])) c
    join register_entry r on r.id = c.id
    join register_entry_version n on n.entry_id = c.id and n.version = c.version
    left join person b on b.id = c."enteredBy" left join person a on a.id = c.approver
    order by c."caseId", c.day, c.moment nulls first, r.created_at, c.id`.execute(reader.db)
  return rows
}

export interface EntryVersion {
  readonly version: number
  readonly act: RegisterEntryVersionTable['act']
  readonly kind: string
  readonly day: string
  readonly moment: Date | null
  readonly note: string
  readonly reason: string
  readonly approver: string | null
  readonly by: string | null
  readonly at: Date
}

/** All that an entry has said, the newest first. */
export async function listEntryVersions(
  reader: PersonalReader,
  id: RegisterEntryId,
): Promise<readonly EntryVersion[]> {
  const { rows } = await sql<EntryVersion>`
    select v.version, v.act, v.kind, v.day, v.moment, v.note, v.reason, a.name as approver, b.name as by, v.at
    from register_entry_version v left join person a on a.id = v.approver left join person b on b.id = v.by
    where v.entry_id = ${id} order by v.version desc`.execute(reader.db)
  return rows
}
