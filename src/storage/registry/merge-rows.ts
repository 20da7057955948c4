import { sql } from 'kysely'
import type { ImportBatchId } from '../ids.ts'
import type { Writer } from '../transaction.ts'

/** Asked for once a statement; as the columns' default it would be verified anew for every row. */
const municipality = sql`(select sealed.current_municipality())`

/** The columns of `import_row.content`, as `stageRows` wrote them. */
const content = sql`r(case_id text, stage text, unit_id uuid, caseworker text, started date, completed date,
  attributes jsonb, child text, cpr_hash text, cpr text, participants text[])`

/** Writes the new and changed rows of a previewed file to the registry and keeps what the changed ones said before. */
export async function mergeRows(writer: Writer, batch: ImportBatchId): Promise<void> {
  await mergeChildren(writer, batch)
  await insertNew(writer, batch)
  await keepVersions(writer, batch)
  await updateChanged(writer, batch)
  await mergeParticipants(writer, batch)
}

/** Forgets the rows of a preview that has been confirmed or discarded. */
export async function deleteStagedRows(writer: Writer, batch: ImportBatchId): Promise<void> {
  await writer.db.deleteFrom('import_row').where('batch_id', '=', batch).execute()
}

async function mergeChildren({ db }: Writer, batch: ImportBatchId): Promise<void> {
  await sql`
    insert into child (municipality_id, external_id, cpr_hash, cpr_encrypted)
    select distinct on (r.child) ${municipality}, r.child, decode(r.cpr_hash, 'hex'), decode(r.cpr, 'base64')
    from import_row i cross join lateral jsonb_to_record(i.content) as ${content}
    where i.batch_id = ${batch} and i.outcome in ('new', 'changed') and r.child is not null
    order by r.child, r.cpr_hash is null, i.line
    on conflict (municipality_id, external_id) do update
      set cpr_hash = excluded.cpr_hash, cpr_encrypted = excluded.cpr_encrypted
      where excluded.cpr_hash is not null and child.cpr_hash is distinct from excluded.cpr_hash`.execute(db)
}

async function insertNew({ db }: Writer, batch: ImportBatchId): Promise<void> {
  await sql`
    with inserted as (
      insert into case_stage
        (municipality_id, case_id, stage, unit_id, caseworker, child_id, started, completed, attributes, batch_id)
      select ${municipality}, r.case_id, r.stage, r.unit_id, r.caseworker, child.id, r.started, r.completed,
        r.attributes, ${batch}
      from import_row i cross join lateral jsonb_to_record(i.content) as ${content}
      left join child on child.external_id = r.child
      where i.batch_id = ${batch} and i.outcome = 'new'
      returning id, caseworker
    )
    insert into case_stage_participant (municipality_id, case_stage_id, caseworker, part, person_id)
    select ${municipality}, inserted.id, inserted.caseworker, 'responsible', person.id
    from inserted left join person on person.initials = inserted.caseworker`.execute(db)
}

/** A changed CPR number is the child's, not the case stage's, and is kept nowhere. */
async function keepVersions({ db }: Writer, batch: ImportBatchId): Promise<void> {
  await sql`
    insert into case_stage_version (municipality_id, case_stage_id, version, content, batch_id)
    select ${municipality}, c.id,
      1 + coalesce((select max(v.version) from case_stage_version v where v.case_stage_id = c.id), 0),
      (select jsonb_object_agg(d.key, d.value -> 0) from jsonb_each(i.difference - 'cpr') d),
      ${batch}
    from import_row i
    join case_stage c on c.case_id = i.content ->> 'case_id' and c.stage = i.content ->> 'stage'
    where i.batch_id = ${batch} and i.outcome = 'changed' and i.difference - 'cpr' <> '{}'`.execute(db)
}

async function updateChanged({ db }: Writer, batch: ImportBatchId): Promise<void> {
  await sql`
    update case_stage c
    set unit_id = r.unit_id, caseworker = r.caseworker, started = r.started, completed = r.completed,
      attributes = r.attributes, child_id = coalesce(child.id, c.child_id), batch_id = ${batch}, changed_at = now()
    from import_row i cross join lateral jsonb_to_record(i.content) as ${content}
    left join child on child.external_id = r.child
    where i.batch_id = ${batch} and i.outcome = 'changed' and i.difference - 'cpr' <> '{}'
      and c.case_id = r.case_id and c.stage = r.stage`.execute(db)
}

/**
 * Whoever was responsible before stays on the list of participants: they took part and may not review. The others are
 * as the file says, where it says.
 */
async function mergeParticipants({ db }: Writer, batch: ImportBatchId): Promise<void> {
  const changedStages = sql`import_row i cross join lateral jsonb_to_record(i.content) as ${content}
    join case_stage c on c.case_id = r.case_id and c.stage = r.stage`
  await sql`
    insert into case_stage_participant (municipality_id, case_stage_id, caseworker, part, person_id)
    select ${municipality}, c.id, r.caseworker, 'responsible', person.id
    from ${changedStages} left join person on person.initials = r.caseworker
    where i.batch_id = ${batch} and i.outcome = 'changed' and i.difference ? 'caseworker'
    on conflict do nothing`.execute(db)
  await sql`
    delete from case_stage_participant p using ${changedStages}
    where i.batch_id = ${batch} and i.outcome = 'changed' and i.difference ? 'participants'
      and p.case_stage_id = c.id and p.part = 'took-part'`.execute(db)
  await sql`
    insert into case_stage_participant (municipality_id, case_stage_id, caseworker, part, person_id)
    select ${municipality}, c.id, code, 'took-part', person.id
    from ${changedStages} cross join lateral unnest(r.participants) as code
    left join person on person.initials = code
    where i.batch_id = ${batch} and jsonb_typeof(i.content -> 'participants') = 'array'
      and (i.outcome = 'new' or i.difference ? 'participants')`.execute(db)
}
