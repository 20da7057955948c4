import { sql } from 'kysely'
import type { FlowMail, FlowScope } from '../../core/caseflow/flow-mail/flow-mail-text.ts'
import type { FlowRhythm } from '../../core/caseflow/flow-mail/report-due.ts'
import type { PersonId } from '../ids.ts'
import { toJson } from '../tables/column.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface FlowSubscription {
  readonly rhythm: FlowRhythm
  readonly scope: FlowScope
}

export async function listSubscriptions(
  reader: Reader,
  person: PersonId,
): Promise<readonly FlowSubscription[]> {
  return reader.db
    .selectFrom('flow_subscription')
    .select(['rhythm', 'scope'])
    .where('person_id', '=', person)
    .orderBy('rhythm')
    .execute()
}

/** Who changes what they are told of keeps the day they began. */
export async function saveSubscription(
  writer: Writer,
  person: PersonId,
  { rhythm, scope }: FlowSubscription,
  since: Date,
): Promise<void> {
  await writer.db
    .insertInto('flow_subscription')
    .values({ person_id: person, rhythm, scope, since })
    .onConflict((conflict) =>
      conflict.columns(['municipality_id', 'person_id', 'rhythm']).doUpdateSet({ scope }),
    )
    .execute()
}

export async function endSubscription(writer: Writer, person: PersonId, rhythm: FlowRhythm): Promise<void> {
  await writer.db
    .deleteFrom('flow_subscription')
    .where('person_id', '=', person)
    .where('rhythm', '=', rhythm)
    .execute()
}

export interface Subscriber extends FlowSubscription {
  readonly person: PersonId
  readonly name: string
  /** Whether a mail can come. */
  readonly reachable: boolean
  readonly since: Date
}

/** Everybody who asked for a report by mail, by name. */
export async function listSubscribers(reader: Reader): Promise<readonly Subscriber[]> {
  return reader.db
    .selectFrom('flow_subscription as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .select([
      's.person_id as person',
      'p.name',
      's.rhythm',
      's.scope',
      's.since',
      sql<boolean>`p.email is not null`.as('reachable'),
    ])
    .orderBy(sql`lower(p.name)`)
    .orderBy('p.id')
    .orderBy('s.rhythm')
    .limit(2000)
    .execute()
}

interface Report {
  readonly rhythm: FlowRhythm
  /** First day of its week or month, ISO. */
  readonly from: string
  readonly dueAt: Date
}

/** Whom nobody has told of a report: subscribers since before it was due, with an address. */
export async function listUntold(
  reader: Reader,
  { rhythm, from, dueAt }: Report,
): Promise<readonly { readonly person: PersonId; readonly scope: FlowScope }[]> {
  return reader.db
    .selectFrom('flow_subscription as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .select(['s.person_id as person', 's.scope'])
    .where('s.rhythm', '=', rhythm)
    .where('s.since', '<', dueAt)
    .where('p.email', 'is not', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('mail as m')
            .select('m.id')
            .whereRef('m.person_id', '=', 's.person_id')
            .where('m.kind', '=', `flow-${rhythm}`)
            .where('m.day', '=', from),
        ),
      ),
    )
    .orderBy('s.person_id')
    .limit(2000)
    .execute()
}

/** Written once a person and report, whoever else is writing it at the same moment. */
export async function writeFlowMail(
  writer: Writer,
  rhythm: FlowRhythm,
  person: PersonId,
  content: FlowMail,
  now: Date,
): Promise<void> {
  await writer.db
    .insertInto('mail')
    .values({
      person_id: person,
      kind: `flow-${rhythm}`,
      day: content.from,
      content: toJson(content),
      next_attempt_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
