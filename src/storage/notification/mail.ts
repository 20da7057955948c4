import { sql } from 'kysely'
import type { Language } from '../../core/language/language.ts'
import type { FlowMail } from '../../core/caseflow/flow-mail/flow-mail-text.ts'
import type { MailContent } from '../../core/notification/mail-text.ts'
import type { DigestRhythm } from '../../core/notification/digest-day.ts'
import type { MailId, PersonId } from '../ids.ts'
import { toJson } from '../tables/column.ts'
import type { Reader, Writer } from '../transaction.ts'

/** Somebody with an address whom unmailed notifications wait for. */
export interface Addressee {
  readonly person: PersonId
  readonly digest: DigestRhythm
  readonly content: MailContent
}

/** Who has unmailed notifications that are urgent, or that are not, with how many of each kind. */
export async function listAddressees(reader: Reader, urgent: boolean): Promise<readonly Addressee[]> {
  const { rows } = await sql<Addressee>`
    select person, digest, jsonb_agg(jsonb_build_object('kind', kind, 'count', count) order by kind) as content
    from (
      select n.person_id as person, coalesce(m.digest, 'daily') as digest, n.kind, count(*) as count
      from notification as n
        join person as p on p.id = n.person_id
        left join mail_preference as m on m.person_id = n.person_id
      where n.mailed_at is null and n.seen_at is null and n.urgent = ${urgent} and p.email is not null
      group by n.person_id, m.digest, n.kind
    ) as counted
    group by person, digest
    order by person
    limit 5000`.execute(reader.db)
  return rows
}

/**
 * Writes a mail that tells of everything unmailed of this kind, and counts that as mailed. Nothing is written where
 * somebody else did it already, or the day's digest has gone.
 */
export async function writeMail(
  writer: Writer,
  kind: 'urgent' | 'digest',
  { person, content }: Addressee,
  { day, now }: { readonly day: string; readonly now: Date },
): Promise<void> {
  const written = await writer.db
    .insertInto('mail')
    .values({ person_id: person, kind, day, content: toJson(content), next_attempt_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (written === undefined) return
  await writer.db
    .updateTable('notification')
    .set({ mailed_at: sql<Date>`now()` })
    .where('person_id', '=', person)
    .where('urgent', '=', kind === 'urgent')
    .where('mailed_at', 'is', null)
    .execute()
}

type Told =
  | { readonly kind: 'urgent'; readonly content: MailContent }
  | { readonly kind: 'digest'; readonly content: MailContent }
  | { readonly kind: 'flow-week'; readonly content: FlowMail }
  | { readonly kind: 'flow-month'; readonly content: FlowMail }
export type WaitingMail = Addressed & Told

interface Addressed {
  readonly id: MailId
  readonly person: PersonId
  readonly attempts: number
  readonly name: string
  readonly email: string
  readonly language: Language
}

/** Whether `takeMail` would find one. */
export async function hasDueMail(reader: Reader, now: Date, mostAttempts: number): Promise<boolean> {
  const row = await reader.db
    .selectFrom('mail')
    .select('id')
    .where('sent_at', 'is', null)
    .where('next_attempt_at', '<=', now)
    .where('attempts', '<', mostAttempts)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Takes the next mail that is due and puts it off until `until`, so that another process, or this one after a crash,
 * takes it only then. The attempt counts before it is made: a mail that kills the program is not tried for ever.
 */
export async function takeMail(
  writer: Writer,
  { now, until, mostAttempts }: { readonly now: Date; readonly until: Date; readonly mostAttempts: number },
): Promise<WaitingMail | undefined> {
  const { rows } = await sql<WaitingMail>`
    update mail as m set attempts = attempts + 1, next_attempt_at = ${until}
    from person as p left join mail_preference as f on f.person_id = p.id
    where p.id = m.person_id and p.email is not null and m.id = (
      select id from mail where sent_at is null and next_attempt_at <= ${now} and attempts < ${mostAttempts}
      order by kind = 'digest', next_attempt_at, id limit 1 for update skip locked)
    returning m.id, m.person_id as person, m.kind, m.content, m.attempts, p.name, p.email, coalesce(f.language, 'da') as language`.execute(
    writer.db,
  )
  return rows[0]
}

export async function markSent(writer: Writer, id: MailId, at: Date): Promise<void> {
  await writer.db.updateTable('mail').set({ sent_at: at, failure: null }).where('id', '=', id).execute()
}

export async function markFailed(writer: Writer, id: MailId, failure: string, next: Date): Promise<void> {
  await writer.db.updateTable('mail').set({ failure, next_attempt_at: next }).where('id', '=', id).execute()
}

/** Ends a mail that must not be sent any more. */
export async function giveUp(
  writer: Writer,
  id: MailId,
  failure: string,
  mostAttempts: number,
): Promise<void> {
  await writer.db.updateTable('mail').set({ failure, attempts: mostAttempts }).where('id', '=', id).execute()
}

export interface MailPreference {
  readonly digest: DigestRhythm
  readonly language: Language
  readonly email: string | null
}

export async function getMailPreference(reader: Reader, person: PersonId): Promise<MailPreference> {
  return reader.db
    .selectFrom('person as p')
    .leftJoin('mail_preference as m', 'm.person_id', 'p.id')
    .select([
      sql<DigestRhythm>`coalesce(m.digest, 'daily')`.as('digest'),
      sql<Language>`coalesce(m.language, 'da')`.as('language'),
      'p.email',
    ])
    .where('p.id', '=', person)
    .executeTakeFirstOrThrow()
}

export async function saveMailPreference(
  writer: Writer,
  person: PersonId,
  { digest, language }: { readonly digest: DigestRhythm; readonly language: Language },
): Promise<void> {
  await writer.db
    .insertInto('mail_preference')
    .values({ person_id: person, digest, language })
    .onConflict((conflict) =>
      conflict.columns(['municipality_id', 'person_id']).doUpdateSet({ digest, language }),
    )
    .execute()
}
