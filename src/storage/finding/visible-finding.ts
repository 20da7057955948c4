import { sql, type RawBuilder } from 'kysely'
import type { PersonId, ProgrammeVersionId, RoundId, UnitId } from '../ids.ts'
import type { Reader } from '../transaction.ts'

export interface RoundForViewer {
  readonly id: RoundId
  readonly key: string
  readonly closed: boolean
  readonly programmeVersionId: ProgrammeVersionId
  /** Levels that have anchors in it. */
  readonly anchored: readonly number[]
}

/** Rounds that are open or closed, the newest first. */
export async function listRoundsForViewer(reader: Reader): Promise<readonly RoundForViewer[]> {
  const { rows } = await sql<RoundForViewer>`
    select o.id, o.key, o.state = 'closed' as closed, o.programme_version_id as "programmeVersionId",
      array(select distinct i.level from anchor_in_round as i
        where i.round_id = o.id and i.review_id is not null order by 1) as anchored
    from round as o where o.state <> 'planned' order by o.period_from desc, o.id limit 500`.execute(reader.db)
  return rows
}

/** Who looks at findings, and what the seal lets through in each round. */
export interface FindingViewer {
  readonly person: PersonId
  /** Units whose findings are within reach; undefined: all of the municipality. */
  readonly units: readonly UnitId[] | undefined
  /** Sees all of a round once its results are open. */
  readonly oversees: boolean
  readonly closedRounds: readonly RoundId[]
  /** `levels` must have submitted the case; a round that is not here shows nothing. */
  readonly openRounds: readonly {
    readonly round: RoundId
    readonly levels: readonly number[]
    readonly resultsOpen: boolean
  }[]
}

/**
 * Whether a person may see a finding, `f` in the query. A finding of a closed round: by reach. Of an open one: only while
 * submitted answers stand behind it, and only once every level the person reviews at has submitted the case, or, for
 * those who review nowhere, once the results are open or the case's feedback is released. Whoever has acted on a finding saw
 * it, and goes on seeing that it fell away, as far as the seal of their own levels lets them.
 */
export function isVisible({
  person,
  units,
  oversees,
  closedRounds,
  openRounds,
}: FindingViewer): RawBuilder<boolean> {
  // Words that were taken back before they were submitted are nobody's to see.
  const everFound = sql`(f.words is null or f.sources > 0
    or exists (select from finding_addition as a where a.finding_id = f.id and a.withdrawn_at is null)
    or exists (select from finding_source as s where s.finding_id = f.id))`
  const inClosed = sql`(f.round_id = any(${closedRounds}::uuid[]) and ${everFound})`
  const pairs = openRounds.flatMap(({ round, levels }) => levels.map((level) => ({ round, level })))
  const acted = sql`exists (select from finding_act as a where a.finding_id = f.id and a.person_id = ${person})`
  const submittedByOwn = sql`(f.sources > 0 or ${acted}) and not exists (
    select from unnest(${pairs.map(({ round }) => round)}::uuid[], ${pairs.map(({ level }) => level)}::int[]) as v (round, level)
    where v.round = f.round_id and not exists (select from review as x
      where x.round_id = f.round_id and x.level = v.level and x.case_stage_id = f.case_stage_id
        and x.state = 'submitted'))`
  const inOpen = (which: FindingViewer['openRounds'], more: RawBuilder<unknown>) =>
    which.length === 0
      ? sql`false`
      : sql`(f.round_id = any(${which.map(({ round }) => round)}::uuid[]) and ${more} and ${submittedByOwn})`
  const open = (which: FindingViewer['openRounds']) => sql`(${inClosed} or ${inOpen(which, sql`true`)})`
  const bySeal = open(openRounds.filter(({ levels }) => levels.length > 0))
  const released = sql`exists (select from feedback as b join review as r on r.id = b.review_id
    where r.round_id = f.round_id and r.case_stage_id = f.case_stage_id and r.anchor_id is null)`
  // Gathered once, not asked row by row.
  const ownCase = sql`(f.responsible_id = ${person} or (f.round_id, f.case_stage_id) in (
    select r.round_id, r.case_stage_id from feedback_recipient as b join review as r on r.id = b.review_id
    where b.person_id = ${person} and r.anchor_id is null))`
  const ways = [
    ...(units === undefined
      ? [bySeal]
      : units.length > 0
        ? [sql`(f.unit_id = any(${units}::uuid[]) and ${bySeal})`]
        : []),
    ...(oversees ? [open(openRounds.filter(({ resultsOpen }) => resultsOpen))] : []),
    sql`(${ownCase} and (${inClosed} or ${inOpen(openRounds, released)}))`,
  ]
  return sql<boolean>`(${sql.join(ways, sql` or `)})`
}
