import type { Pool } from 'pg'
import type { ObjectName } from '../../../src/core/access/objects.ts'

/** An object of the demo's municipality, and how people stand to it. */
export interface Thing {
  /** What an address needs to name it, by parameter. */
  readonly params: Readonly<Record<string, string>>
  readonly unit: string | null
  readonly owners: readonly string[]
  /** Those whom a rule beyond the table keeps from it, for they took part in the case. */
  readonly barred: readonly string[]
  readonly state: string
}

const participants = (caseStage: string): string =>
  `array(select person_id from case_stage_participant p where p.municipality_id = t.municipality_id
     and p.case_stage_id = ${caseStage} and person_id is not null)`
const nobody = `'{}'::uuid[]`
const one = (person: string): string => `array_remove(array[${person}], null)`

/** Cases that one unit and one caseworker have had in all their events. */
const cases = `
  select e.municipality_id, e.case_id, min(u.id::text) as unit_id, min(p.id::text)::uuid as caseworker
  from case_event e
  left join unit u on u.municipality_id = e.municipality_id and u.name = e.unit
  left join person p on p.municipality_id = e.municipality_id and p.initials = e.caseworker
  where e.municipality_id = $1 group by e.municipality_id, e.case_id
  having count(distinct e.unit) filter (where e.unit <> '') = 1 and count(distinct e.caseworker) filter (where e.caseworker <> '') = 1
    and count(u.id) > 0 and count(p.id) > 0`

const query = (
  from: string,
  {
    params,
    unit = 'null',
    owners = nobody,
    barred = nobody,
    state = `''`,
  }: { params: string; unit?: string; owners?: string; barred?: string; state?: string },
): string => `select json_build_object(${params}) as params, (${unit})::text as unit, (${owners})::text[] as owners,
  (${barred})::text[] as barred, ${state} as state from ${from} where t.municipality_id = $1 order by 1::text limit 20000`

const ofCase = (table: string): string =>
  `${table} t join (${cases}) c on c.municipality_id = t.municipality_id and c.case_id = t.case_id`
const caseFacts = { unit: 'c.unit_id', owners: one('c.caseworker') }

type Named = Exclude<
  ObjectName,
  | 'level'
  | 'key'
  | 'version'
  | 'question'
  | 'week'
  | 'month'
  | 'rhythm'
  | 'register'
  | 'source'
  | 'token'
  | 'number'
  | 'municipality'
>

const queries: Readonly<Record<Named | 'eventPreview' | 'child', string>> = {
  // In no address, but in what is asked.
  child: query('child t', { params: `'child', t.id` }),
  hold: query(ofCase('log_hold'), { params: `'hold', t.id`, unit: 'c.unit_id' }),
  breakGlass: query('break_glass t', {
    params: `'breakGlass', t.id`,
    unit: 't.unit_id',
    owners: one('t.opened_by'),
  }),
  release: query('report_release t', { params: `'release', t.id`, state: 't.state' }),
  purge: query('purge_run t', { params: `'purge', t.id` }),
  legalHold: query('legal_hold t', { params: `'legalHold', t.id` }),
  round: query('round t', { params: `'round', t.key`, state: 't.state' }),
  programme: query('programme_version t', { params: `'programme', t.key` }),
  unit: query('unit t', { params: `'unit', t.id`, unit: 't.id' }),
  person: query('person t', { params: `'person', t.id` }),
  role: query('role_assignment t', { params: `'person', t.person_id, 'role', t.id` }),
  member: query('supervision t', { params: `'member', t.id` }),
  // Which leaders stand above somebody in their unit is the line's rule; here only those who lead the audit are asked.
  absence: query('absence t', {
    params: `'absence', t.id`,
    owners: one('t.person_id'),
    barred: `array(select a.person_id from role_assignment a join role_assignment b on b.municipality_id = a.municipality_id
      and b.unit_id = a.unit_id where a.municipality_id = t.municipality_id and b.person_id = t.person_id
      and a.person_id <> t.person_id)`,
  }),
  preview: query('import_batch t', { params: `'preview', t.id` }),
  eventPreview: query('event_import t', { params: `'preview', t.id` }),
  case: query(`(${cases}) t`, {
    params: `'case', t.case_id`,
    unit: 't.unit_id',
    owners: one('t.caseworker'),
  }),
  entry: query(ofCase('register_entry'), { params: `'entry', t.id`, ...caseFacts }),
  walkThrough: query(ofCase('walk_through'), {
    params: `'walkThrough', t.id`,
    ...caseFacts,
    state: `case when t.closed_at is null then 'open' else 'closed' end`,
  }),
  agreement: query(
    `walk_through_agreement t join walk_through w on w.municipality_id = t.municipality_id and w.id = t.walk_through_id
     join (${cases}) c on c.municipality_id = w.municipality_id and c.case_id = w.case_id`,
    { params: `'agreement', t.id`, ...caseFacts },
  ),
  session: query('sealed.session t', { params: `'session', t.id`, owners: one('t.person_id') }),
  feed: query('due_feed t', { params: `'feed', t.id`, owners: one('t.person_id') }),
  review: query(
    `review t join round o on o.municipality_id = t.municipality_id and o.id = t.round_id
     join lateral (select question_key from review_answer a where a.municipality_id = t.municipality_id
       and a.review_id = t.id order by 1 limit 1) q on true`,
    {
      params: `'review', t.id, 'question', q.question_key`,
      unit: 't.unit_id',
      owners: `array_remove(array[t.assigned_to, t.assigned_with], null)`,
      barred: participants('t.case_stage_id'),
      state: `o.state || ' ' || t.state`,
    },
  ),
  addition: query(
    'finding_addition t join review r on r.municipality_id = t.municipality_id and r.id = t.review_id',
    {
      params: `'review', t.review_id, 'addition', t.id`,
      unit: 'r.unit_id',
      owners: `array_remove(array[r.assigned_to, r.assigned_with], null)`,
    },
  ),
  merge: query(
    `review t join round o on o.municipality_id = t.municipality_id and o.id = t.round_id
     join lateral (select question_key from own_answer a where a.municipality_id = t.municipality_id
       and a.review_id = t.id order by 1 limit 1) q on true`,
    {
      params: `'review', t.id, 'question', q.question_key`,
      unit: 't.unit_id',
      owners: `array_remove(array[t.assigned_to, t.assigned_with], null)`,
      barred: participants('t.case_stage_id'),
      state: `o.state || ' ' || t.state`,
    },
  ),
  feedback: query(
    `feedback t join review r on r.municipality_id = t.municipality_id and r.id = t.review_id
     join lateral (select question_key from review_answer a where a.municipality_id = t.municipality_id
       and a.review_id = t.review_id order by 1 limit 1) q on true`,
    {
      params: `'review', t.review_id, 'question', q.question_key`,
      unit: 'r.unit_id',
      owners: `array(select person_id from feedback_recipient f where f.municipality_id = t.municipality_id
      and f.review_id = t.review_id)`,
    },
  ),
  dispute: query(
    `(select * from feedback_reply where kind = 'disputed') t join review r on r.municipality_id = t.municipality_id and r.id = t.review_id
     join round o on o.municipality_id = t.municipality_id and o.id = r.round_id
     join person b on b.municipality_id = t.municipality_id and b.id = t.person_id`,
    {
      params: `'dispute', t.id`,
      unit: 'r.unit_id',
      owners: `array(select leader_id from supervision s where s.municipality_id = t.municipality_id
        and s.caseworker = b.initials)`,
    },
  ),
  critical: query('critical_case t', {
    params: `'critical', t.id`,
    unit: 't.unit_id',
    owners: `array(select person_id from critical_act a where a.municipality_id = t.municipality_id
      and a.critical_case_id = t.id and a.kind = 'reported' and person_id is not null)`,
    barred: participants('t.case_stage_id'),
    state: 't.state',
  }),
  finding: query('finding t join round o on o.municipality_id = t.municipality_id and o.id = t.round_id', {
    params: `'finding', t.id`,
    unit: 't.unit_id',
    owners: `array(select b.person_id from feedback_recipient b join review r on r.municipality_id = b.municipality_id
          and r.id = b.review_id where b.municipality_id = t.municipality_id and r.round_id = t.round_id
          and r.case_stage_id = t.case_stage_id) || array_remove(array[t.responsible_id], null)`,
    barred: participants('t.case_stage_id'),
    state: 'o.state',
  }),
  trainingCase: query('training_case t', { params: `'trainingCase', t.id` }),
  calibration: query(
    'calibration t join calibration_case c on c.municipality_id = t.municipality_id and c.calibration_id = t.id',
    {
      params: `'calibration', t.id, 'trainingCase', c.training_case_id, 'question', (select min(question_key)
        from calibration_answer a where a.municipality_id = t.municipality_id and a.training_case_id = c.training_case_id)`,
      owners: `array(select distinct person_id from calibration_form f where f.municipality_id = t.municipality_id
        and f.calibration_id = t.id)`,
      state: `case when t.withdrawn_at is not null then 'withdrawn' when t.opened_at is null then 'sealed' else 'opened' end`,
    },
  ),
  proposal: query('four_box t', {
    params: `'unit', t.unit_id, 'proposal', t.id`,
    unit: 't.unit_id',
    owners: one('t.author_id'),
    state: `case when t.shared_at is null then 'draft' else 'shared' end`,
  }),
  strength: query('strength t', {
    params: `'unit', t.unit_id, 'strength', t.id`,
    unit: 't.unit_id',
    owners: one('t.author_id'),
  }),
  visit: query('learning_visit t', { params: `'visit', t.id`, unit: 't.unit_id' }),
  point: query(
    'visit_point t join learning_visit v on v.municipality_id = t.municipality_id and v.id = t.visit_id',
    { params: `'visit', t.visit_id, 'point', t.id`, unit: 'v.unit_id' },
  ),
  goal: query('goal t', { params: `'goal', t.id`, unit: 't.unit_id' }),
  plan: query('action_plan t', { params: `'plan', t.id` }),
  appeal: query('appeal t', { params: `'appeal', t.id` }),
  appealCount: query('appeal_count t', { params: `'appealCount', t.id` }),
  initiative: query(
    `initiative t join lateral (select owner_person_id, owner_unit_id from initiative_version v
       where v.municipality_id = t.municipality_id and v.initiative_id = t.id order by version desc limit 1) v on true`,
    { params: `'initiative', t.id`, unit: 'v.owner_unit_id', owners: one('v.owner_person_id') },
  ),
}

export type ThingKind = keyof typeof queries

/** Everything in a municipality that an address can name. */
export async function listThings(
  superPool: Pool,
  municipality: string,
): Promise<ReadonlyMap<ThingKind, readonly Thing[]>> {
  const found = new Map<ThingKind, readonly Thing[]>()
  // Object.keys loses the literal types of a constant object's keys.
  for (const kind of Object.keys(queries) as ThingKind[]) {
    found.set(kind, (await superPool.query<Thing>(queries[kind], [municipality])).rows)
  }
  return found
}
