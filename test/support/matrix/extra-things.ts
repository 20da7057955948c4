import type { Pool } from 'pg'

/**
 * One each of what the demo has none of: somebody's absence, a calendar, a session on another machine, a file read and not
 * yet confirmed, a reviewer's words of an error. For every role that could own it.
 */
export async function addExtraThings(superPool: Pool, municipality: string): Promise<void> {
  const statements = [
    `insert into absence (municipality_id, person_id, valid_from, valid_to, entered_by)
     select distinct on (role) municipality_id, person_id, current_date, current_date + 30, person_id
     from role_assignment where municipality_id = $1 and role in ('professional-coordinator', 'department-manager',
       'area-manager', 'unit-lawyer', 'staff-lawyer', 'central-lawyer') order by role, person_id`,
    `insert into due_feed (municipality_id, person_id, unit_id, language, created_at)
     select distinct on (role) municipality_id, person_id, unit_id, 'da', now()
     from role_assignment where municipality_id = $1 and unit_id is not null order by role, person_id`,
    `insert into sealed.session (municipality_id, id, person_id, token_hash, expires_at, method, authenticated_at)
     select distinct on (role) municipality_id, gen_random_uuid(), person_id, sha256(random()::text::bytea), now() + interval '1 day',
       'demo', now() from role_assignment where municipality_id = $1 order by role, person_id`,
    `insert into log_hold (municipality_id, case_id, entries, until, reason, proposed_by)
     select distinct on (s.unit_id) s.municipality_id, s.case_id, array['access:1'], current_date + 30, 'Politiet har bedt om det.',
       (select min(a.person_id::text)::uuid from role_assignment a where a.municipality_id = $1 and a.role = 'caseworker')
     from case_stage s where s.municipality_id = $1 and exists (select from case_event e where e.municipality_id = $1
       and e.case_id = s.case_id) order by s.unit_id, s.case_id`,
    `insert into break_glass (municipality_id, case_id, unit_id, reason, minutes, opened_by, session_id)
     select h.municipality_id, h.case_id, s.unit_id, 'Akut fare for barnet.', 60, a.person_id, gen_random_uuid()
     from log_hold h join lateral (select unit_id from case_stage c where c.municipality_id = $1 and c.case_id = h.case_id limit 1) s on true
     join lateral (select distinct on (role) role, person_id from role_assignment r where r.municipality_id = $1
       and r.unit_id is not null order by role, person_id) a on true where h.municipality_id = $1`,
    `insert into legal_hold (municipality_id, case_id, reason, placed_by)
     select municipality_id, case_id, 'Der er klaget over sagen.', proposed_by from log_hold where municipality_id = $1
     order by case_id limit 1`,
    `insert into purge_run (municipality_id, as_of, cases, counts, proposed_by)
     select municipality_id, current_date, 0, '{}', placed_by from legal_hold where municipality_id = $1`,
    // One report at each step; what is frozen is a report without a word.
    `with frozen as (select '{"title":{"da":"Prøve","en":"Trial"},"subtitle":{"da":"","en":""},"municipality":null,
         "audience":"public","notice":null,"basis":{"da":"Prøve","en":"Trial"},"figures":{},"sections":[]}' as model)
     insert into report_release (municipality_id, round_id, title_da, title_en, template, edition, languages, state, left_out,
       passages, rewordings, created_at, created_by, model, digest)
     select $1, (select id from round where municipality_id = $1 and state = 'closed' order by period_from desc limit 1),
       'Prøve', 'Trial', 'committee', 'public', '{da}', step.state, '[]', '[]', '[]', now(), null,
       case when step.state <> 'draft' then model end, case when step.state <> 'draft' then sha256(convert_to(model, 'UTF8')) end
     from frozen, (values ('draft'), ('checking'), ('checked'), ('approved')) as step (state)`,
    `insert into import_source (municipality_id, name, mapping) values ($1, 'Prøvekilde', '{}')`,
    `insert into import_batch (municipality_id, source_id, file_name, file_digest, counts)
     select municipality_id, id, 'sager.csv', repeat('0', 64),
       '{"rows":0,"new":0,"changed":0,"unchanged":0,"refused":0,"open":0}' from import_source where municipality_id = $1`,
    `insert into finding_addition (municipality_id, finding_id, review_id, person_id, text, at)
     select distinct on (r.level) r.municipality_id, f.id, r.id, r.assigned_to, 'Prøve', now()
     from review r join finding f on f.municipality_id = r.municipality_id and f.round_id = r.round_id
       and f.case_stage_id = r.case_stage_id
     where r.municipality_id = $1 and r.assigned_to is not null order by r.level, r.id`,
  ]
  for (const statement of statements) await superPool.query(statement, [municipality])
}
