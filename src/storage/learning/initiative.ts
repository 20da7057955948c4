import { sql } from 'kysely'
import type { InitiativeSource } from '../../core/learning/action-plan.ts'
import type { Aim } from '../../core/learning/goal-figure.ts'
import type { InitiativeActKind } from '../../core/learning/initiative-state.ts'
import type { ActionPlanId, InitiativeId, PersonId, UnitId } from '../ids.ts'
import type { PersonalReader, Reader, Writer } from '../transaction.ts'

/** What one version of a plan says of an initiative. */
export interface InitiativeText {
  readonly id: InitiativeId
  readonly version: number
  readonly title: string
  readonly what: string
  readonly ownerPerson: PersonId | null
  readonly ownerUnit: UnitId | null
  readonly startsOn: string
  readonly endsOn: string | null
  readonly source: InitiativeSource
  readonly reference: string | null
  readonly aims: readonly Aim[]
}

export interface NamedInitiative extends InitiativeText {
  readonly ownerName: string
}

/** The initiatives of a plan's version, in its order; with those of all versions, the newest version first. */
export async function listInitiatives(
  reader: PersonalReader,
  plan: ActionPlanId,
  version?: number,
): Promise<readonly NamedInitiative[]> {
  const { rows } = await sql<NamedInitiative>`
    select i.initiative_id as id, i.version, i.title, i.what, i.owner_person_id as "ownerPerson",
      i.owner_unit_id as "ownerUnit", coalesce(p.name, u.name) as "ownerName", i.starts_on as "startsOn",
      i.ends_on as "endsOn", i.source, i.reference,
      coalesce((select jsonb_agg(jsonb_build_object('programme', a.programme_key, 'stage', a.stage_key,
          'question', a.question_key) order by a.ord)
        from initiative_aim as a where a.municipality_id = i.municipality_id and a.action_plan_id = i.action_plan_id
          and a.version = i.version and a.initiative_id = i.initiative_id), '[]') as aims
    from initiative_version as i
      left join person as p on p.municipality_id = i.municipality_id and p.id = i.owner_person_id
      left join unit as u on u.municipality_id = i.municipality_id and u.id = i.owner_unit_id
    where i.action_plan_id = ${plan} and (${version ?? null}::int is null or i.version = ${version ?? null}::int)
    order by i.version desc, i.ord limit 5000`.execute(reader.db)
  return rows
}

export async function findPlanOfInitiative(
  reader: Reader,
  id: InitiativeId,
): Promise<ActionPlanId | undefined> {
  const row = await reader.db
    .selectFrom('initiative')
    .select('action_plan_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.action_plan_id
}

/** Replaces what a draft says of all its initiatives. The database refuses it of a published version. */
export async function saveInitiatives(
  writer: Writer,
  plan: ActionPlanId,
  version: number,
  initiatives: readonly Omit<InitiativeText, 'version'>[],
): Promise<void> {
  for (const table of ['initiative_aim', 'initiative_version'] as const)
    await writer.db
      .deleteFrom(table)
      .where('action_plan_id', '=', plan)
      .where('version', '=', version)
      .execute()
  if (initiatives.length === 0) return
  await writer.db
    .insertInto('initiative_version')
    .values(
      initiatives.map((each, at) => ({
        action_plan_id: plan,
        version,
        initiative_id: each.id,
        ord: at + 1,
        title: each.title,
        what: each.what,
        owner_person_id: each.ownerPerson,
        owner_unit_id: each.ownerUnit,
        starts_on: each.startsOn,
        ends_on: each.endsOn,
        source: each.source,
        reference: each.reference,
      })),
    )
    .execute()
  const aims = initiatives.flatMap(({ id, aims: own }) =>
    own.map(({ programme, stage, question }, at) => ({
      action_plan_id: plan,
      version,
      initiative_id: id,
      ord: at + 1,
      programme_key: programme,
      stage_key: stage,
      question_key: question,
    })),
  )
  if (aims.length > 0) await writer.db.insertInto('initiative_aim').values(aims).execute()
}

export interface StoredAct {
  readonly initiative: InitiativeId
  readonly kind: InitiativeActKind
  readonly day: string
  readonly note: string | null
  /** Null: the program itself, in the demo. */
  readonly by: string | null
  readonly at: Date
}

/** What was done in a plan's initiatives, the first first. */
export async function listInitiativeActs(
  reader: PersonalReader,
  plan: ActionPlanId,
): Promise<readonly StoredAct[]> {
  return reader.db
    .selectFrom('initiative_act as act')
    .innerJoin('initiative', 'initiative.id', 'act.initiative_id')
    .leftJoin('person', 'person.id', 'act.person_id')
    .select([
      'act.initiative_id as initiative',
      'act.kind',
      'act.day',
      'act.note',
      'person.name as by',
      'act.at',
    ])
    .where('initiative.action_plan_id', '=', plan)
    .orderBy('act.id')
    .limit(10_000)
    .execute()
}

export interface NewAct {
  readonly initiative: InitiativeId
  readonly kind: InitiativeActKind
  readonly day: string
  readonly note: string | null
  readonly by: PersonId | null
  readonly at: Date
}

export async function insertInitiativeAct(writer: Writer, act: NewAct): Promise<void> {
  const { initiative, kind, day, note, by, at } = act
  await writer.db
    .insertInto('initiative_act')
    .values({ initiative_id: initiative, kind, day, note, person_id: by, at })
    .execute()
}

/** Holds the initiative until the transaction ends: what happens to it comes one after the other. */
export async function holdInitiative(writer: Writer, id: InitiativeId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tilsyn initiative ${id}`}, 0))`.execute(
    writer.db,
  )
}
