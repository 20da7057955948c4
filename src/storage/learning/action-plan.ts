import { sql } from 'kysely'
import type { ActionPlanId, InitiativeId, PersonId } from '../ids.ts'
import type { Reader, Writer } from '../transaction.ts'

export interface ActionPlanVersion {
  readonly version: number
  readonly label: string
  readonly foreword: string | null
  readonly edits: number
  readonly createdAt: Date
  readonly publishedAt: Date | null
  readonly publishedBy: string | null
  readonly initiatives: number
}

export interface ActionPlan {
  readonly id: ActionPlanId
  readonly title: string
  /** The newest first; a draft is always the newest. */
  readonly versions: readonly ActionPlanVersion[]
}

interface Row extends ActionPlanVersion {
  readonly id: ActionPlanId
  readonly title: string
}

/** Plans with their versions, the plan whose version is newest first. */
export async function listActionPlans(reader: Reader, only?: ActionPlanId): Promise<readonly ActionPlan[]> {
  const { rows } = await sql<Row>`
    select p.id, p.title, v.version, v.label, v.foreword, v.edits, v.created_at as "createdAt",
      v.published_at as "publishedAt", b.name as "publishedBy",
      (select count(*)::int from initiative_version as i
        where i.municipality_id = v.municipality_id and i.action_plan_id = v.action_plan_id
          and i.version = v.version) as initiatives
    from action_plan as p
      join action_plan_version as v on v.municipality_id = p.municipality_id and v.action_plan_id = p.id
      left join person as b on b.municipality_id = v.municipality_id and b.id = v.published_by
    where ${only ?? null}::uuid is null or p.id = ${only ?? null}::uuid
    order by max(v.created_at) over (partition by p.id) desc, p.id, v.version desc limit 500`.execute(
    reader.db,
  )
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((versions) => {
    const [first] = versions
    return first === undefined
      ? []
      : [
          {
            id: first.id,
            title: first.title,
            versions: versions.map(({ id: _id, title: _title, ...version }) => version),
          },
        ]
  })
}

export async function findActionPlan(reader: Reader, id: ActionPlanId): Promise<ActionPlan | undefined> {
  return (await listActionPlans(reader, id))[0]
}

interface Made {
  readonly by: PersonId | null
  readonly at: Date
}

export async function insertActionPlan(
  writer: Writer,
  { id, title, by, at }: Made & { readonly id: ActionPlanId; readonly title: string },
): Promise<void> {
  await writer.db.insertInto('action_plan').values({ id, title, created_by: by, created_at: at }).execute()
}

/** Holds the plan until the transaction ends: drafts, saves and publications come one after the other. */
export async function holdActionPlan(writer: Writer, id: ActionPlanId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tilsyn action plan ${id}`}, 0))`.execute(
    writer.db,
  )
}

export async function insertPlanVersion(
  writer: Writer,
  plan: ActionPlanId,
  {
    version,
    label,
    foreword,
    by,
    at,
  }: Made & { readonly version: number; readonly label: string; readonly foreword: string | null },
): Promise<void> {
  await writer.db
    .insertInto('action_plan_version')
    .values({
      action_plan_id: plan,
      version,
      label,
      foreword,
      created_by: by,
      created_at: at,
      published_at: null,
      published_by: null,
    })
    .execute()
}

export async function savePlanVersion(
  writer: Writer,
  plan: ActionPlanId,
  version: number,
  { label, foreword }: { readonly label: string; readonly foreword: string | null },
): Promise<void> {
  await sql`update action_plan_version set label = ${label}, foreword = ${foreword}, edits = edits + 1
    where action_plan_id = ${plan} and version = ${version}`.execute(writer.db)
}

export async function publishPlanVersion(
  writer: Writer,
  plan: ActionPlanId,
  version: number,
  { by, at }: Made,
): Promise<void> {
  await writer.db
    .updateTable('action_plan_version')
    .set({ published_at: at, published_by: by })
    .where('action_plan_id', '=', plan)
    .where('version', '=', version)
    .execute()
}

export async function insertInitiative(
  writer: Writer,
  { id, plan, at }: { readonly id: InitiativeId; readonly plan: ActionPlanId; readonly at: Date },
): Promise<void> {
  await writer.db.insertInto('initiative').values({ id, action_plan_id: plan, created_at: at }).execute()
}
