-- Made from the catalog by test/migrations/write-schema.ts; do not edit.


CREATE OR REPLACE FUNCTION public.hold_report_release()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if old.state in ('released', 'dropped') then
    raise exception 'a % report stays as it is', old.state using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if old.state <> 'draft' and (old.left_out, old.passages, old.rewordings) is distinct from (new.left_out, new.passages, new.rewordings) then
    raise exception 'a report is written as a draft only' using errcode = 'integrity_constraint_violation';
  end if;
  if old.model is not null and new.model is not null and (old.model, old.digest) is distinct from (new.model, new.digest) then
    raise exception 'what is checked is what gets released' using errcode = 'integrity_constraint_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('draft', 'checking'), ('draft', 'dropped'), ('checking', 'checked'),
      ('checking', 'draft'), ('checked', 'approved'), ('checked', 'draft'), ('approved', 'released'), ('approved', 'draft')) then
    raise exception 'no report goes from % to %', old.state, new.state using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$function$;
comment on function hold_report_release() is 'Holds the way of a report and what was frozen, for the owner of the table too.';

CREATE OR REPLACE FUNCTION public.hold_report_release_file()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if tg_op = 'INSERT' and exists (select from public.report_release as r
      where r.municipality_id = new.municipality_id and r.id = new.release_id and r.state = 'approved') then
    return new;
  end if;
  raise exception 'files are made once, at the release' using errcode = 'integrity_constraint_violation';
end
$function$;
comment on function hold_report_release_file() is 'Files come with the release and never change, for the owner of the table too.';

CREATE OR REPLACE FUNCTION public.only_the_sealer()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if sealed.current_session() is distinct from '5ea1ed00-0000-4000-8000-000000000000'::uuid
    or sealed.current_person() is not null
  then
    raise exception 'only the program''s own sealer adds seals' using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$function$;
comment on function only_the_sealer() is 'Holds the claim against the session that stands for the sealer. Claims are signed, so what runs in a person''s transaction cannot pretend to be it.';

CREATE OR REPLACE FUNCTION public.refuse_change_of_calibration()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select from calibration_form as f join calibration as c
      on c.municipality_id = f.municipality_id and c.id = f.calibration_id
    where f.municipality_id = new.municipality_id and f.calibration_id = new.calibration_id
      and f.training_case_id = new.training_case_id and f.person_id = new.person_id
      and (f.submitted_at is not null or c.opened_at is not null or c.withdrawn_at is not null)
  ) then
    raise exception 'an answer of a calibration that is handed in or closed does not change' using errcode = 'check_violation';
  end if;
  return new;
end
$function$;
comment on function refuse_change_of_calibration() is 'Holds that an answer never changes once it is handed in or the calibration is closed.';

CREATE OR REPLACE FUNCTION public.refuse_change_of_closed_walk_through()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if old.closed_at is not null and not sealed.is_purging() then
    raise exception 'a closed walk-through does not change' using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$function$;
comment on function refuse_change_of_closed_walk_through() is 'Holds that a closed walk-through stays as it was closed, for the owner of the table too.';

CREATE OR REPLACE FUNCTION public.refuse_change_of_deadline_rules()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  raise exception 'deadline rules % % are published and never change', old.key, old.version
    using errcode = 'restrict_violation';
end
$function$;
comment on function refuse_change_of_deadline_rules() is 'Holds for every role, the owner included.';

CREATE OR REPLACE FUNCTION public.refuse_change_of_goal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.withdrawn_at is not null
    or (new.withdrawn_at is not null
      and exists (select from goal_judgement as j where j.municipality_id = new.municipality_id and j.goal_id = new.id))
  then
    raise exception 'a goal that is judged or withdrawn stays as it is' using errcode = 'check_violation';
  end if;
  return new;
end
$function$;
comment on function refuse_change_of_goal() is 'Holds that a goal that was not met cannot be taken out of the account afterwards.';

CREATE OR REPLACE FUNCTION public.refuse_change_of_handed_in()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not sealed.is_purging() and exists (
    select from own_review as o
    where o.municipality_id = old.municipality_id and o.review_id = old.review_id
      and o.person_id = old.person_id and o.submitted_at is not null
  ) then
    raise exception 'an own form that is handed in does not change' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$function$;
comment on function refuse_change_of_handed_in() is 'Holds that an own form never changes once it is handed in.';

CREATE OR REPLACE FUNCTION public.refuse_change_of_judged_rule()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if old.approved is not null then
    raise exception 'a retention rule that was approved or refused does not change' using errcode = 'check_violation';
  end if;
  return new;
end
$function$;
comment on function refuse_change_of_judged_rule() is 'Holds for every role, the owner included.';

CREATE OR REPLACE FUNCTION public.refuse_change_of_published()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  raise exception 'programme version % % is published and never changes', old.key, old.version
    using errcode = 'restrict_violation';
end
$function$;
comment on function refuse_change_of_published() is 'Holds for every role, the owner included.';

CREATE OR REPLACE FUNCTION public.refuse_change_of_published_plan()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.published_at is not null then
    raise exception 'a published version of an action plan does not change' using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$function$;
comment on function refuse_change_of_published_plan() is 'Holds that a published version of an action plan stays as it was published, for the owner of the tables too.';

CREATE OR REPLACE FUNCTION public.refuse_change_within_closed_walk_through()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not sealed.is_purging() and exists (
    select from public.walk_through as w
    where w.closed_at is not null
      and ((tg_op <> 'INSERT' and w.municipality_id = old.municipality_id and w.id = old.walk_through_id)
        or (tg_op <> 'DELETE' and w.municipality_id = new.municipality_id and w.id = new.walk_through_id))
  ) then
    raise exception 'a closed walk-through does not change' using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$function$;
comment on function refuse_change_within_closed_walk_through() is 'The same for what was agreed in it. What becomes of an agreement is told in walk_through_outcome.';

CREATE OR REPLACE FUNCTION public.refuse_change_within_published_plan()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select from action_plan_version as v
    where (tg_op <> 'INSERT' and v.municipality_id = old.municipality_id and v.action_plan_id = old.action_plan_id
        and v.version = old.version and v.published_at is not null)
      or (tg_op <> 'DELETE' and v.municipality_id = new.municipality_id and v.action_plan_id = new.action_plan_id
        and v.version = new.version and v.published_at is not null)
  ) then
    raise exception 'a published version of an action plan does not change' using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$function$;
comment on function refuse_change_within_published_plan() is 'The same for what a version says of its initiatives and what they are meant to move.';

CREATE OR REPLACE FUNCTION public.refuse_second_time()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  raise exception 'draw % was already drawn or published at that step', old.id using errcode = 'restrict_violation';
end
$function$;
comment on function refuse_second_time() is 'A draw is drawn once and its seed published once; neither is taken back.';

CREATE OR REPLACE FUNCTION sealed.applied_migrations()
 RETURNS TABLE(file text, digest text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select m.file, m.digest from sealed.migration m order by m.file limit 10000 $function$;
comment on function sealed.applied_migrations() is 'Lets the app refuse to start on a schema that is not its own.';
grant execute on function sealed.applied_migrations() to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.begin_second_factor(encrypted bytea)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with begun as (
    insert into sealed.second_factor as f (municipality_id, person_id, secret)
    values (sealed.current_municipality(), sealed.current_person(), encrypted)
    on conflict (municipality_id, person_id) do update set secret = excluded.secret, begun_at = now()
      where f.confirmed_at is null
    returning 1)
  select exists (select from begun)
$function$;
comment on function sealed.begin_second_factor(bytea) is 'Keeps a secret for the claimed person, nobody else; false when codes are in use already.';
grant execute on function sealed.begin_second_factor(bytea) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.begin_sign_in(municipality uuid, wanted bytea, its_state text, its_nonce text, its_verifier text, its_goal text, its_session bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  delete from sealed.pending_sign_in p where p.begun_at < now() - interval '10 minutes';
  insert into sealed.pending_sign_in (municipality_id, token_hash, state, nonce, verifier, goes_to, session_hash)
  values (municipality, wanted, its_state, its_nonce, its_verifier, its_goal, its_session)
$function$;
comment on function sealed.begin_sign_in(uuid,bytea,text,text,text,text,bytea) is 'Remembers a sign-in that goes to the provider, and forgets those that took too long.';
grant execute on function sealed.begin_sign_in(uuid,bytea,text,text,text,text,bytea) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.break_glass_case(wanted uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select b.case_id from public.break_glass b
  where b.municipality_id = (select sealed.current_municipality()) and b.id = wanted
    and b.opened_by = (select sealed.current_person()) and b.session_id = (select sealed.current_session())
    and b.ended_at is null
    and clock_timestamp() between b.opened_at and b.opened_at + make_interval(mins => b.minutes)
    and exists (select from sealed.session s
      where s.municipality_id = b.municipality_id and s.id = b.session_id and s.expires_at > clock_timestamp())
$function$;
comment on function sealed.break_glass_case(uuid) is 'The case that a grant opens to the claim''s person, in the session it was given in, now; null otherwise. A clock set back closes it too.';
grant execute on function sealed.break_glass_case(uuid) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.break_glass_events(wanted uuid)
 RETURNS SETOF case_event
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select e.* from public.case_event e
  where e.municipality_id = (select sealed.current_municipality()) and e.case_id = (select sealed.break_glass_case(wanted))
$function$;
comment on function sealed.break_glass_events(uuid) is 'The events of the case that a grant opens, while it does. Row-level security of case_event holds in it too.';
grant execute on function sealed.break_glass_events(uuid) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.claim_part(which integer)
 RETURNS text
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
declare
  claim text := current_setting('tilsyn.claim', true);
  key record;
begin
  select outer_block, inner_block into key from sealed.claim_key;
  if encode(sha256(key.outer_block || sha256(key.inner_block || convert_to(left(claim, -65), 'UTF8'))), 'hex') = right(claim, 64)
    and abs(extract(epoch from transaction_timestamp()) * 1000 - split_part(claim, '|', 4)::numeric) <= 300000 then
    return nullif(split_part(claim, '|', which), '');
  end if;
  return null;
end
$function$;
comment on function sealed.claim_part(integer) is 'A part of this transaction''s claim (1 municipality, 2 person, 3 session), or null when there is no claim, its signature is wrong, it was issued more than 5 minutes from the start of the transaction, or the part is empty.';

CREATE OR REPLACE FUNCTION sealed.close_due_feed(wanted uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  delete from sealed.due_feed_token t
  where t.municipality_id = (select sealed.current_municipality()) and t.feed_id = wanted
$function$;
comment on function sealed.close_due_feed(uuid) is 'Ends the address of a calendar of the claimed municipality, once and for all.';
grant execute on function sealed.close_due_feed(uuid) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.close_other_sessions()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with ended as (
    delete from sealed.session s
    where s.municipality_id = (select sealed.current_municipality()) and s.id <> (select sealed.current_session())
    returning s.person_id)
  select count(distinct person_id)::integer from ended
$function$;
comment on function sealed.close_other_sessions() is 'Signs everybody of the claimed municipality out but the claimed session; returns how many people were signed in elsewhere.';
grant execute on function sealed.close_other_sessions() to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.close_own_session(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with ended as (
    delete from sealed.session s
    where s.municipality_id = (select sealed.current_municipality()) and s.person_id = (select sealed.current_person())
      and s.id = wanted
    returning 1)
  select exists (select from ended)
$function$;
comment on function sealed.close_own_session(uuid) is 'Ends one session of the claimed person; false when it is none of theirs.';
grant execute on function sealed.close_own_session(uuid) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.close_session(wanted bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ delete from sealed.session s where s.token_hash = wanted or s.expires_at < now() - interval '30 days' $function$;
comment on function sealed.close_session(bytea) is 'Ends a session, and forgets those that ran out a month ago.';
grant execute on function sealed.close_session(bytea) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.close_sessions_of(wanted uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ delete from sealed.session s where s.municipality_id = (select sealed.current_municipality()) and s.person_id = wanted $function$;
comment on function sealed.close_sessions_of(uuid) is 'Signs a person of the claimed municipality out everywhere.';
grant execute on function sealed.close_sessions_of(uuid) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.confirm_second_factor(step bigint, codes bytea[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update sealed.second_factor f set confirmed_at = now(), last_step = step
  where f.municipality_id = (select sealed.current_municipality()) and f.person_id = (select sealed.current_person())
    and f.confirmed_at is null;
  if not found then
    return false;
  end if;
  insert into sealed.recovery_code (municipality_id, person_id, code_hash)
  select sealed.current_municipality(), sealed.current_person(), code from unnest(codes) as given(code);
  return true;
end
$function$;
comment on function sealed.confirm_second_factor(bigint,bytea[]) is 'Takes the claimed person''s one-time codes into use, with recovery codes.';
grant execute on function sealed.confirm_second_factor(bigint,bytea[]) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.current_municipality()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin return sealed.claim_part(1)::uuid; end $function$;
comment on function sealed.current_municipality() is 'The municipality of the verified claim, or null. Policies call it as (select ...), once per statement.';
grant execute on function sealed.current_municipality() to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.current_person()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin return sealed.claim_part(2)::uuid; end $function$;
comment on function sealed.current_person() is 'The person of the verified claim; null before sign-in and for acts of the program itself.';
grant execute on function sealed.current_person() to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.current_session()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ begin return sealed.claim_part(3)::uuid; end $function$;
comment on function sealed.current_session() is 'The session of the verified claim, or null.';
grant execute on function sealed.current_session() to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.draw_seed(wanted uuid)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select d.seed from public.draw d
  where d.municipality_id = (select sealed.current_municipality()) and d.id = wanted
    and (d.drawn_at is null or d.seed_published_at is not null)
$function$;
comment on function sealed.draw_seed(uuid) is 'The seed, to draw with and after its publication; null between the two.';
grant execute on function sealed.draw_seed(uuid) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.due_days(municipality uuid, finding uuid, of_run integer, due_before date, OUT first_due_on date, OUT last_due_on date, OUT put_off integer, OUT put_off_late boolean, OUT late_before boolean, OUT kept boolean)
 RETURNS record
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  with acts as materialized (
    select a.id, a.run, a.kind, a.person_id, a.responsible_id, a.due_on,
      (a.at at time zone 'Europe/Copenhagen')::date as day
    from finding_act as a
    where a.municipality_id = $1 and a.finding_id = $2 and a.run <= $3
      and a.kind in ('plan', 'put-off', 'contact', 'carry-out', 'approve')),
  days as (
    select a.*, lag(a.due_on) over (partition by a.run order by a.id) as before
    from acts as a where a.kind in ('plan', 'put-off')),
  -- A run is late when its last day had passed by the time that it was carried out, or approved that it is not.
  ended as (
    select distinct on (a.run) a.run, a.day,
      (select d.due_on from days as d where d.run = a.run order by d.id desc limit 1) as due_on
    from acts as a where a.run < $3 and a.kind in ('carry-out', 'approve') order by a.run, a.id desc)
  select (array_agg(d.due_on order by d.id))[1],
    (array_agg(d.due_on order by d.id desc) filter (where d.run = $3))[1],
    (count(*) filter (where d.due_on > d.before))::int,
    coalesce(bool_or(d.due_on > d.before and d.day > d.before), false),
    coalesce((select bool_or(e.day > e.due_on) from ended as e), false),
    -- Of an overdue one somebody else has put it off, with the reason that the record demands.
    coalesce(bool_and(not (d.due_on > d.before and d.day > d.before) or (d.kind = 'put-off' and not exists (
      select from acts as w where w.id < d.id
        and ((w.kind in ('contact', 'carry-out') and w.person_id = d.person_id)
          or (w.kind = 'plan' and w.responsible_id = d.person_id)
          or (w.kind = 'plan' and w.person_id = d.person_id and w.run = $3)))))
      filter (where d.run = $3 and d.id > coalesce((select max(x.id) from days as x
        where x.run = $3 and x.due_on = $4), 0)), true)
  from days as d
$function$;
comment on function sealed.due_days(uuid,uuid,integer,date) is 'The first and the last due day of a finding, how often and whether late it was put off, whether an earlier run was late, and whether by whom it may be.';
grant execute on function sealed.due_days(uuid,uuid,integer,date) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.find_account(wanted text)
 RETURNS TABLE(person_id uuid, password_hash text, given_until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select a.person_id, a.password_hash, a.given_until from sealed.local_account a
  where a.municipality_id = (select sealed.current_municipality()) and a.username = lower(wanted)
$function$;
comment on function sealed.find_account(text) is 'The account of a user name in the claimed municipality.';
grant execute on function sealed.find_account(text) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.find_due_feed(wanted bytea)
 RETURNS TABLE(municipality_id uuid, feed_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select t.municipality_id, t.feed_id, t.person_id from sealed.due_feed_token t where t.token_hash = wanted $function$;
comment on function sealed.find_due_feed(bytea) is 'Whose calendar a token hash is. Whoever knows the hash of a 256-bit token was given the token.';
grant execute on function sealed.find_due_feed(bytea) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.find_provider_account(account_issuer text, account_subject text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select a.person_id from sealed.provider_account a
  where a.municipality_id = (select sealed.current_municipality()) and a.issuer = account_issuer and a.subject = account_subject
$function$;
comment on function sealed.find_provider_account(text,text) is 'The person of the claimed municipality behind an account at its provider of sign-in.';
grant execute on function sealed.find_provider_account(text,text) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.find_public_file(of_municipality uuid, wanted text, in_language text, as_format text)
 RETURNS TABLE(bytes bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select f.bytes from public.report_release as r
    join public.report_release_file as f on f.municipality_id = r.municipality_id and f.release_id = r.id
  where r.municipality_id = of_municipality and r.number = wanted and r.state = 'released' and r.edition = 'public'
    and f.language = in_language and f.format = as_format
$function$;
comment on function sealed.find_public_file(uuid,text,text,text) is 'A file of a released public edition. Needs no claim: it is for everybody.';
grant execute on function sealed.find_public_file(uuid,text,text,text) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.find_second_factor(wanted uuid)
 RETURNS TABLE(secret bytea, confirmed boolean, recovery_codes bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select f.secret, f.confirmed_at is not null,
    (select count(*) from sealed.recovery_code r where r.municipality_id = f.municipality_id and r.person_id = f.person_id)
  from sealed.second_factor f
  where f.municipality_id = (select sealed.current_municipality()) and f.person_id = wanted
$function$;
comment on function sealed.find_second_factor(uuid) is 'The encrypted secret of a person of the claimed municipality.';
grant execute on function sealed.find_second_factor(uuid) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.find_session(wanted bytea)
 RETURNS TABLE(municipality_id uuid, person_id uuid, session_id uuid, created_at timestamp with time zone, last_seen_at timestamp with time zone, expires_at timestamp with time zone, method text, authenticated_at timestamp with time zone, factor_missing boolean, password_given boolean, roles jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select s.municipality_id, s.person_id, s.id, s.created_at, s.last_seen_at, s.expires_at, s.method, s.authenticated_at,
    s.method = 'password' and m.second_factor = 'required' and not exists (
      select from sealed.second_factor f
      where f.municipality_id = s.municipality_id and f.person_id = s.person_id and f.confirmed_at is not null),
    s.method = 'password' and exists (
      select from sealed.local_account a
      where a.municipality_id = s.municipality_id and a.person_id = s.person_id and a.given_until is not null),
    (select coalesce(jsonb_agg(
        jsonb_build_object('role', a.role, 'unit', a.unit_id, 'from', a.valid_from, 'until', a.valid_to)
        order by a.valid_from, a.id), '[]')
      from public.role_assignment a where a.municipality_id = s.municipality_id and a.person_id = s.person_id)
  from sealed.session s join public.municipality m on m.municipality_id = s.municipality_id
  where s.token_hash = wanted and s.expires_at > now()
$function$;
comment on function sealed.find_session(bytea) is 'Whose session a token hash is, and all roles that person has had or has. Whoever knows the hash of a 256-bit token was given the token.';
grant execute on function sealed.find_session(bytea) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.guard_closing_hand()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  closer uuid;
begin
  if new.verified_by is distinct from old.verified_by then
    closer := new.verified_by;
  elsif new.approved_by is distinct from old.approved_by then
    closer := new.approved_by;
  end if;
  if closer is not null and exists (
    select from finding_act as a where a.municipality_id = new.municipality_id and a.finding_id = new.id
      and ((a.kind in ('contact', 'carry-out') and a.person_id = closer)
        or (a.kind = 'plan' and a.responsible_id = closer)
        or (a.kind = 'plan' and a.person_id = closer and a.run = new.run and closer is not distinct from new.approved_by))) then
    raise exception 'a finding is closed by somebody else' using errcode = 'check_violation',
      constraint = case when closer is not distinct from new.approved_by then 'finding_approved_by_another'
        else 'finding_verified_by_another' end;
  end if;
  return new;
end $function$;
comment on function sealed.guard_closing_hand() is 'Whoever had a hand in a finding, in whatever run, does not close it; nor does whoever planned approve that it is not made.';

CREATE OR REPLACE FUNCTION sealed.guard_finding()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if tg_op = 'INSERT' then
    if new.verified_by is not null or new.approved_by is not null then
      raise exception 'a finding begins open' using errcode = 'check_violation', constraint = 'finding_begins_open';
    end if;
    return new;
  end if;
  if (old.verified_by is not null or old.approved_by is not null) and new.run = old.run
    and (new.verified_by, new.approved_by) is distinct from (old.verified_by, old.approved_by) then
    raise exception 'a closed finding is opened by a new run' using errcode = 'check_violation',
      constraint = 'finding_reopened_on_record';
  end if;
  if new.run <> old.run and (new.run <> old.run + 1 or (old.verified_by is null and old.approved_by is null)
    or num_nonnulls(new.measures, new.contacted_on, new.carried_out_by, new.verified_by, new.proposed_by,
      new.approved_by) > 0 or new.fallen
    or not exists (select from finding_act a where a.municipality_id = new.municipality_id and a.finding_id = new.id and a.run = new.run and a.kind = 'reopen')) then
    raise exception 'a finding is opened again on record' using errcode = 'check_violation',
      constraint = 'finding_reopened_on_record';
  end if;
  if new.verified_by is distinct from old.verified_by and new.verified_by is not null and
    ((old.carried_out_by, old.measures, old.responsible_id) is distinct from
      (new.carried_out_by, new.measures, new.responsible_id)
      or not exists (select from finding_act a where a.municipality_id = new.municipality_id and a.finding_id = new.id
        and a.run = new.run and a.kind = 'verify' and a.person_id = new.verified_by)) then
    raise exception 'a finding is closed by a verification on record' using errcode = 'check_violation',
      constraint = 'finding_verified_on_record';
  end if;
  -- Also not by who had it in hand before somebody else was made responsible.
  if new.verified_by is distinct from old.verified_by and exists (
    select from finding_act a where a.municipality_id = new.municipality_id and a.finding_id = new.id
      and a.run = new.run and ((a.kind in ('contact', 'carry-out') and a.person_id = new.verified_by)
        or (a.kind = 'plan' and a.responsible_id = new.verified_by))) then
    raise exception 'a finding is verified by somebody else' using errcode = 'check_violation',
      constraint = 'finding_verified_by_another';
  end if;
  if new.approved_by is distinct from old.approved_by and new.approved_by is not null and
    ((old.proposed_by, old.ground) is distinct from (new.proposed_by, new.ground)
      or not exists (select from finding_act a where a.municipality_id = new.municipality_id and a.finding_id = new.id
        and a.run = new.run and a.kind = 'approve' and a.person_id = new.approved_by)) then
    raise exception 'a finding is closed by an approval on record' using errcode = 'check_violation',
      constraint = 'finding_approved_on_record';
  end if;
  if (new.fallen and not old.fallen) or new.sources <> old.sources then
    if new.sources <> (select count(*) from finding_source s where s.municipality_id = new.municipality_id
      and s.finding_id = new.id and s.withdrawn_at is null) then
      raise exception 'the sources of a finding are counted' using errcode = 'check_violation',
        constraint = 'finding_sources_counted';
    end if;
  end if;
  return new;
end $function$;
comment on function sealed.guard_finding() is 'A finding is closed one step at a time, by an act on record, whoever writes the row.';

CREATE OR REPLACE FUNCTION sealed.index_shown_cases()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into public.access_hit (municipality_id, case_id, entry_id)
  select distinct new.municipality_id, shown.case_id, new.id
  from jsonb_array_elements_text(new.detail -> 'cases') as shown(case_id)
  where shown.case_id <> ''
  on conflict do nothing;
  return null;
end
$function$;
comment on function sealed.index_shown_cases() is 'Lets the app fill access_hit by writing log entries, and in no other way.';

CREATE OR REPLACE FUNCTION sealed.is_purging()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select sealed.current_session() is not distinct from '0e7a5ed0-0000-4000-8000-000000000000'::uuid
    and sealed.current_person() is null and sealed.current_municipality() is not null
$function$;
comment on function sealed.is_purging() is 'Whether the claim is that of the command tilsyn purge. Claims are signed, so what runs in a person''s transaction cannot pretend to be it.';
grant execute on function sealed.is_purging() to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.keep_break_glass()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if old.ended_at is null and new.ended_at is not null then
    new.ended_at := now();
    new.ended_by := sealed.current_person();
  elsif new.ended_at is distinct from old.ended_at then
    raise exception 'what is ended stays ended' using errcode = 'check_violation';
  end if;
  if old.reviewed_at is null and new.justified is not null then
    new.reviewed_at := now();
    new.reviewed_by := sealed.current_person();
  elsif new.justified is distinct from old.justified or new.review_word is distinct from old.review_word then
    raise exception 'what is judged stays as it was judged' using errcode = 'check_violation';
  end if;
  return new;
end
$function$;
comment on function sealed.keep_break_glass() is 'Ends and judges once, in the name of the claim''s person.';

CREATE OR REPLACE FUNCTION sealed.keep_due_days()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  days record;
begin
  if new.run = old.run and new.due_on is not distinct from old.due_on then
    new.first_due_on := old.first_due_on;
    new.put_off := old.put_off;
    new.put_off_late := old.put_off_late;
    new.late_before := old.late_before;
    return new;
  end if;
  select * into days from sealed.due_days(new.municipality_id, new.id, new.run, old.due_on);
  if new.due_on is not null then
    if (old.due_on is null or new.due_on > old.due_on) and days.last_due_on is distinct from new.due_on then
      raise exception 'a due day is on record' using errcode = 'check_violation', constraint = 'finding_due_on_record';
    end if;
    if not days.kept then
      raise exception 'an overdue restoration is put off by somebody else' using errcode = 'check_violation',
        constraint = 'finding_put_off_by_another';
    end if;
  end if;
  new.first_due_on := coalesce(days.first_due_on, new.due_on);
  new.put_off := days.put_off;
  new.put_off_late := days.put_off_late;
  new.late_before := days.late_before;
  return new;
end $function$;
comment on function sealed.keep_due_days() is 'Keeps a finding''s first due day and how it was put off, from the record.';

CREATE OR REPLACE FUNCTION sealed.link_provider_account(account_issuer text, account_subject text, account_person uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with linked as (
    insert into sealed.provider_account (municipality_id, issuer, subject, person_id)
    values (sealed.current_municipality(), account_issuer, account_subject, account_person)
    on conflict do nothing returning 1)
  select exists (select from linked)
$function$;
comment on function sealed.link_provider_account(text,text,uuid) is 'False when the person has another account there already, or the account another person.';
grant execute on function sealed.link_provider_account(text,text,uuid) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.list_accounts()
 RETURNS TABLE(username text, person_id uuid, changed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select a.username, a.person_id, a.changed_at from sealed.local_account a
  where a.municipality_id = (select sealed.current_municipality())
  order by a.username limit 10000
$function$;
comment on function sealed.list_accounts() is 'User names of the claimed municipality, without their password hashes.';
grant execute on function sealed.list_accounts() to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.list_municipalities()
 RETURNS TABLE(municipality_id uuid, name text, demo boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select m.municipality_id, m.name, m.demo from public.municipality m order by m.name, m.municipality_id limit 1000 $function$;
comment on function sealed.list_municipalities() is 'For the sign-in page, before the tenant is known.';
grant execute on function sealed.list_municipalities() to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.list_own_sessions()
 RETURNS TABLE(session_id uuid, created_at timestamp with time zone, last_seen_at timestamp with time zone, expires_at timestamp with time zone, method text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select s.id, s.created_at, s.last_seen_at, s.expires_at, s.method from sealed.session s
  where s.municipality_id = (select sealed.current_municipality()) and s.person_id = (select sealed.current_person())
    and s.expires_at > now()
  order by s.last_seen_at desc, s.id limit 100
$function$;
comment on function sealed.list_own_sessions() is 'Where the claimed person is signed in, the latest used first.';
grant execute on function sealed.list_own_sessions() to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.list_public_releases(wanted uuid)
 RETURNS TABLE(number text, title_da text, title_en text, template text, languages text[], released_at timestamp with time zone, digest bytea, corrects text, correction jsonb, files jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select r.number, r.title_da, r.title_en, r.template, r.languages, r.released_at, r.digest, c.number, r.correction,
    (select coalesce(jsonb_agg(jsonb_build_object('language', f.language, 'format', f.format, 'size', octet_length(f.bytes),
      'digest', encode(f.digest, 'hex')) order by f.language, f.format), '[]')
      from public.report_release_file as f where f.municipality_id = r.municipality_id and f.release_id = r.id)
  from public.report_release as r
    left join public.report_release as c on c.municipality_id = r.municipality_id and c.id = r.corrects_id
  where r.municipality_id = wanted and r.state = 'released' and r.edition = 'public'
  order by r.released_at desc, r.number desc limit 1000
$function$;
comment on function sealed.list_public_releases(uuid) is 'Released public editions of a municipality, the newest first. Needs no claim: they are for everybody.';
grant execute on function sealed.list_public_releases(uuid) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.open_due_feed(wanted uuid, feed_token_hash bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  insert into sealed.due_feed_token (municipality_id, feed_id, person_id, token_hash)
  values (sealed.current_municipality(), wanted, sealed.current_person(), feed_token_hash)
$function$;
comment on function sealed.open_due_feed(uuid,bytea) is 'Gives a calendar of the claimed person its address; nobody else''s can be given one.';
grant execute on function sealed.open_due_feed(uuid,bytea) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.open_session(session_id uuid, session_token_hash bytea, expiry timestamp with time zone, how text, proved timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  insert into sealed.session (municipality_id, id, token_hash, person_id, expires_at, method, authenticated_at)
  values (sealed.current_municipality(), session_id, session_token_hash, sealed.current_person(), expiry, how, proved)
$function$;
comment on function sealed.open_session(uuid,bytea,timestamp with time zone,text,timestamp with time zone) is 'Opens a session for the claimed person; nobody else''s can be opened.';
grant execute on function sealed.open_session(uuid,bytea,timestamp with time zone,text,timestamp with time zone) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.remove_account(account_username text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  person uuid;
begin
  delete from sealed.local_account a
  where a.municipality_id = (select sealed.current_municipality()) and a.username = lower(account_username)
  returning a.person_id into person;
  delete from sealed.session s
  where s.municipality_id = (select sealed.current_municipality()) and s.person_id = person;
  return person;
end
$function$;
comment on function sealed.remove_account(text) is 'Takes a user name of the claimed municipality away and signs its person out everywhere; null when there is none.';
grant execute on function sealed.remove_account(text) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.remove_second_factor(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with gone as (
    delete from sealed.second_factor f
    where f.municipality_id = (select sealed.current_municipality()) and f.person_id = wanted returning 1)
  select exists (select from gone)
$function$;
comment on function sealed.remove_second_factor(uuid) is 'Takes one-time codes and recovery codes of a person of the claimed municipality away.';
grant execute on function sealed.remove_second_factor(uuid) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.renew_event_statistics()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  analyze public.case_event, public.case_event_version, public.child
$function$;
comment on function sealed.renew_event_statistics() is 'Counts the rows of the events'' tables anew for the planner; only their owner may.';
grant execute on function sealed.renew_event_statistics() to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.set_account(account_username text, account_person uuid, hash text, until timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  insert into sealed.local_account (municipality_id, username, person_id, password_hash, given_until)
  values (sealed.current_municipality(), lower(account_username), account_person, hash, until)
  on conflict (municipality_id, person_id)
  do update set username = excluded.username, password_hash = excluded.password_hash, given_until = excluded.given_until,
    changed_at = now()
$function$;
comment on function sealed.set_account(text,uuid,text,timestamp with time zone) is 'Gives a person of the claimed municipality a user name and password, or new ones.';
grant execute on function sealed.set_account(text,uuid,text,timestamp with time zone) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.take_sign_in(municipality uuid, wanted bytea)
 RETURNS TABLE(state text, nonce text, verifier text, goes_to text, session_hash bytea)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  delete from sealed.pending_sign_in p
  where p.municipality_id = municipality and p.token_hash = wanted and p.begun_at >= now() - interval '10 minutes'
  returning p.state, p.nonce, p.verifier, p.goes_to, p.session_hash
$function$;
comment on function sealed.take_sign_in(uuid,bytea) is 'A sign-in that comes back from the provider; each is given out once.';
grant execute on function sealed.take_sign_in(uuid,bytea) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.touch_session(wanted bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ update sealed.session s set last_seen_at = now() where s.token_hash = wanted and s.expires_at > now() $function$;
comment on function sealed.touch_session(bytea) is 'Remembers that a session was used.';
grant execute on function sealed.touch_session(bytea) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.unlink_provider_accounts(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with gone as (
    delete from sealed.provider_account a
    where a.municipality_id = (select sealed.current_municipality()) and a.person_id = wanted returning 1)
  select exists (select from gone)
$function$;
comment on function sealed.unlink_provider_accounts(uuid) is 'Forgets a person''s accounts at providers of sign-in.';
grant execute on function sealed.unlink_provider_accounts(uuid) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.use_code_step(wanted uuid, step bigint)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with used as (
    update sealed.second_factor f set last_step = step
    where f.municipality_id = (select sealed.current_municipality()) and f.person_id = wanted
      and f.confirmed_at is not null and f.last_step < step
    returning 1)
  select exists (select from used)
$function$;
comment on function sealed.use_code_step(uuid,bigint) is 'Uses a step''s code up; false when it or a later one was used before.';
grant execute on function sealed.use_code_step(uuid,bigint) to tilsyn_app;

CREATE OR REPLACE FUNCTION sealed.use_recovery_code(wanted uuid, hash bytea)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with used as (
    delete from sealed.recovery_code r
    where r.municipality_id = (select sealed.current_municipality()) and r.person_id = wanted and r.code_hash = hash
    returning 1)
  select exists (select from used)
$function$;
comment on function sealed.use_recovery_code(uuid,bytea) is 'Uses a recovery code up; false when there is none such.';
grant execute on function sealed.use_recovery_code(uuid,bytea) to tilsyn_app;

create table absence (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  valid_from date not null,
  valid_to date not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null default now(),
  taken_back_at timestamp with time zone,
  constraint absence_pkey PRIMARY KEY (municipality_id, id),
  constraint absence_municipality_id_entered_by_fkey FOREIGN KEY (municipality_id, entered_by) REFERENCES person(municipality_id, id),
  constraint absence_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint absence_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint absence_check CHECK ((valid_to >= valid_from))
);
alter table absence enable row level security, force row level security;
create policy tenant on absence for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX absence_municipality_id_entered_by_idx ON public.absence USING btree (municipality_id, entered_by);
CREATE INDEX absence_municipality_id_person_id_valid_to_idx ON public.absence USING btree (municipality_id, person_id, valid_to);
grant select on absence to tilsyn_app;
grant insert (person_id, valid_from, valid_to, entered_by) on absence to tilsyn_app;
grant update (taken_back_at) on absence to tilsyn_app;
comment on table absence is 'Days somebody is away and reviews nothing. Why they are away is nowhere: it could be about their health.';
comment on column absence.valid_to is 'Last day, inclusive.';
comment on column absence.taken_back_at is 'Set: entered by mistake, or the person came back; it counts no more.';

create table access_entry (
  municipality_id uuid not null default sealed.current_municipality(),
  id bigint not null generated always as identity,
  at timestamp with time zone not null default now(),
  person_id uuid default sealed.current_person(),
  session_id uuid default sealed.current_session(),
  act text not null,
  subject_kind text not null,
  subject_id text,
  detail jsonb not null default '{}'::jsonb,
  written_in bigint default ((pg_current_xact_id())::text)::bigint,
  constraint access_entry_pkey PRIMARY KEY (municipality_id, id),
  constraint access_entry_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id) DEFERRABLE INITIALLY DEFERRED,
  constraint access_entry_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint access_entry_act_check CHECK ((act <> ''::text)),
  constraint access_entry_detail_check CHECK ((jsonb_typeof(detail) = 'object'::text)),
  constraint access_entry_subject_kind_check CHECK ((subject_kind <> ''::text))
);
alter table access_entry enable row level security, force row level security;
create policy tenant on access_entry for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX access_entry_municipality_id_at_idx ON public.access_entry USING btree (municipality_id, at);
CREATE INDEX access_entry_municipality_id_person_id_at_idx ON public.access_entry USING btree (municipality_id, person_id, at);
CREATE INDEX access_entry_municipality_id_subject_kind_subject_id_at_idx ON public.access_entry USING btree (municipality_id, subject_kind, subject_id, at);
CREATE INDEX access_entry_written ON public.access_entry USING btree (municipality_id, written_in) WHERE (written_in IS NOT NULL);
CREATE TRIGGER index_shown_cases AFTER INSERT ON public.access_entry FOR EACH ROW WHEN (((new.act = 'show-cases'::text) AND (jsonb_typeof((new.detail -> 'cases'::text)) = 'array'::text))) EXECUTE FUNCTION sealed.index_shown_cases();
grant select on access_entry to tilsyn_app;
grant insert (act, subject_kind, subject_id, detail) on access_entry to tilsyn_app;
comment on table access_entry is 'Append-only: one row for every look at personal data, written in the transaction that looked.';
comment on column access_entry.municipality_id is 'Checked at commit, so that the entry of a municipality''s own making can come first.';
comment on column access_entry.person_id is 'Null: the program itself.';
comment on column access_entry.subject_id is 'What was looked at; null for lists, whose filter is in detail.';
comment on column access_entry.detail is 'Codes and ids only, never answers, names or CPR numbers.';
comment on column access_entry.written_in is 'The transaction (xid8) that wrote the row; null: written before entries were sealed.';

create table access_hit (
  municipality_id uuid not null,
  case_id text not null,
  entry_id bigint not null,
  constraint access_hit_pkey PRIMARY KEY (municipality_id, case_id, entry_id),
  constraint access_hit_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint access_hit_case_id_check CHECK ((case_id <> ''::text))
);
alter table access_hit enable row level security, force row level security;
create policy tenant on access_hit for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant select on access_hit to tilsyn_app;
comment on table access_hit is 'Index of the access log by case: one row for every case that an entry of the act show-cases names. Filled by a trigger only.';
comment on column access_hit.entry_id is 'Of access_entry. No reference: the seal tells when an entry is gone.';

create table action_plan (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  title text not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  constraint action_plan_pkey PRIMARY KEY (municipality_id, id),
  constraint action_plan_municipality_id_created_by_fkey FOREIGN KEY (municipality_id, created_by) REFERENCES person(municipality_id, id),
  constraint action_plan_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint action_plan_title_check CHECK ((title <> ''::text))
);
alter table action_plan enable row level security, force row level security;
create policy tenant on action_plan for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX action_plan_municipality_id_created_by_idx ON public.action_plan USING btree (municipality_id, created_by);
grant insert, select on action_plan to tilsyn_app;
comment on table action_plan is 'A plan of the whole municipality. What it says is in its versions.';

create table action_plan_version (
  municipality_id uuid not null default sealed.current_municipality(),
  action_plan_id uuid not null,
  version integer not null,
  label text not null,
  foreword text,
  edits integer not null default 0,
  created_by uuid,
  created_at timestamp with time zone not null,
  published_at timestamp with time zone,
  published_by uuid,
  constraint action_plan_version_pkey PRIMARY KEY (municipality_id, action_plan_id, version),
  constraint action_plan_version_municipality_id_action_plan_id_label_key UNIQUE (municipality_id, action_plan_id, label),
  constraint action_plan_version_municipality_id_action_plan_id_fkey FOREIGN KEY (municipality_id, action_plan_id) REFERENCES action_plan(municipality_id, id),
  constraint action_plan_version_municipality_id_created_by_fkey FOREIGN KEY (municipality_id, created_by) REFERENCES person(municipality_id, id),
  constraint action_plan_version_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint action_plan_version_municipality_id_published_by_fkey FOREIGN KEY (municipality_id, published_by) REFERENCES person(municipality_id, id),
  constraint action_plan_version_check CHECK ((published_at >= created_at)),
  constraint action_plan_version_edits_check CHECK ((edits >= 0)),
  constraint action_plan_version_foreword_check CHECK ((foreword <> ''::text)),
  constraint action_plan_version_label_check CHECK ((label <> ''::text)),
  constraint action_plan_version_version_check CHECK ((version > 0))
);
alter table action_plan_version enable row level security, force row level security;
create policy tenant on action_plan_version for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX action_plan_version_municipality_id_created_by_idx ON public.action_plan_version USING btree (municipality_id, created_by);
CREATE INDEX action_plan_version_municipality_id_published_by_idx ON public.action_plan_version USING btree (municipality_id, published_by);
CREATE UNIQUE INDEX action_plan_version_one_draft ON public.action_plan_version USING btree (municipality_id, action_plan_id) WHERE (published_at IS NULL);
CREATE TRIGGER action_plan_version_published BEFORE DELETE OR UPDATE ON public.action_plan_version FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_plan();
grant insert, select on action_plan_version to tilsyn_app;
grant update (label, foreword, edits, published_at, published_by) on action_plan_version to tilsyn_app;
comment on table action_plan_version is 'One version of an action plan: a draft until it is published, and unchangeable from then on.';
comment on column action_plan_version.label is 'As people call it, e.g. 2.0.';
comment on column action_plan_version.edits is 'Counts the saves, so that nobody overwrites what they have not seen.';

create table anchor_case (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  case_stage_id uuid not null,
  unit_id uuid not null,
  content jsonb not null,
  participants jsonb not null,
  frozen_at timestamp with time zone not null,
  constraint anchor_case_pkey PRIMARY KEY (municipality_id, id),
  constraint anchor_case_municipality_id_case_stage_id_key UNIQUE (municipality_id, case_stage_id),
  constraint anchor_case_municipality_id_id_case_stage_id_key UNIQUE (municipality_id, id, case_stage_id),
  constraint anchor_case_municipality_id_case_stage_id_fkey FOREIGN KEY (municipality_id, case_stage_id) REFERENCES case_stage(municipality_id, id),
  constraint anchor_case_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint anchor_case_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint anchor_case_content_check CHECK ((jsonb_typeof(content) = 'object'::text)),
  constraint anchor_case_participants_check CHECK ((jsonb_typeof(participants) = 'array'::text))
);
alter table anchor_case enable row level security, force row level security;
create policy tenant on anchor_case for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX anchor_case_municipality_id_unit_id_idx ON public.anchor_case USING btree (municipality_id, unit_id);
grant insert, select on anchor_case to tilsyn_app;
comment on table anchor_case is 'A case stage that is reviewed again each round, as it stood when it was first reviewed. Never changed.';
comment on column anchor_case.unit_id is 'The unit of its first review.';
comment on column anchor_case.content is 'As draw_case.content: unit, caseworker, started, completed, attributes.';
comment on column anchor_case.participants is 'Who took part when it was frozen: part, caseworker, name.';

create table anchor_in_round (
  municipality_id uuid not null default sealed.current_municipality(),
  round_id uuid not null,
  level integer not null,
  anchor_id uuid not null,
  outcome text not null,
  review_id uuid,
  constraint anchor_in_round_pkey PRIMARY KEY (municipality_id, round_id, level, anchor_id),
  constraint anchor_in_round_municipality_id_anchor_id_fkey FOREIGN KEY (municipality_id, anchor_id) REFERENCES anchor_case(municipality_id, id),
  constraint anchor_in_round_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint anchor_in_round_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint anchor_in_round_municipality_id_round_id_fkey FOREIGN KEY (municipality_id, round_id) REFERENCES round(municipality_id, id),
  constraint anchor_in_round_check CHECK (((outcome = 'given'::text) = (review_id IS NOT NULL))),
  constraint anchor_in_round_level_check CHECK ((level > 0)),
  constraint anchor_in_round_outcome_check CHECK ((outcome = ANY (ARRAY['given'::text, 'no-reviewer'::text, 'law-changed'::text, 'in-this-round'::text])))
);
alter table anchor_in_round enable row level security, force row level security;
create policy tenant on anchor_in_round for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX anchor_in_round_municipality_id_anchor_id_idx ON public.anchor_in_round USING btree (municipality_id, anchor_id);
CREATE INDEX anchor_in_round_municipality_id_review_id_idx ON public.anchor_in_round USING btree (municipality_id, review_id);
grant insert, select on anchor_in_round to tilsyn_app;
grant update (outcome, review_id) on anchor_in_round to tilsyn_app;
comment on table anchor_in_round is 'What became of each anchor of a level when the level was drawn.';
comment on column anchor_in_round.outcome is 'Why it was left out: nobody may review it, another law was in force, or the round''s own frame has it.';

create table answered_request (
  municipality_id uuid not null default sealed.current_municipality(),
  person_id uuid not null default sealed.current_person(),
  key text not null,
  request_digest bytea not null,
  reply jsonb,
  answered_at timestamp with time zone not null default now(),
  constraint answered_request_pkey PRIMARY KEY (municipality_id, person_id, key),
  constraint answered_request_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint answered_request_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint answered_request_key_check CHECK ((key ~ '^[A-Za-z0-9_-]{16,64}$'::text)),
  constraint answered_request_request_digest_check CHECK ((octet_length(request_digest) = 32))
);
alter table answered_request enable row level security, force row level security;
create policy tenant on answered_request for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX answered_request_municipality_id_answered_at_idx ON public.answered_request USING btree (municipality_id, answered_at);
grant delete, select on answered_request to tilsyn_app;
grant insert (key, request_digest) on answered_request to tilsyn_app;
grant update (reply) on answered_request to tilsyn_app;
comment on table answered_request is 'Requests that were carried out under an Idempotency-Key, written in the act''s own transaction, so that a client that got no reply can ask again and nothing happens twice. Forgotten after a day.';
comment on column answered_request.request_digest is 'SHA-256 of method, address and body: the key serves this one request only.';
comment on column answered_request.reply is 'What was answered; null: without content.';

create table appeal (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  reference text not null,
  unit_id uuid,
  provision text not null,
  provision_certain boolean not null,
  age_group text,
  about text,
  reassessed_on date,
  sent_on date not null,
  entered_by uuid,
  entered_at timestamp with time zone not null,
  decided_on date,
  outcome text,
  ground text,
  decision_by uuid,
  lesson text,
  lesson_person_id uuid,
  lesson_due_on date,
  lesson_by uuid,
  learnt_on date,
  learnt_how text,
  learnt_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_reason text,
  constraint appeal_pkey PRIMARY KEY (municipality_id, id),
  constraint appeal_municipality_id_decision_by_fkey FOREIGN KEY (municipality_id, decision_by) REFERENCES person(municipality_id, id),
  constraint appeal_municipality_id_entered_by_fkey FOREIGN KEY (municipality_id, entered_by) REFERENCES person(municipality_id, id),
  constraint appeal_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint appeal_municipality_id_learnt_by_fkey FOREIGN KEY (municipality_id, learnt_by) REFERENCES person(municipality_id, id),
  constraint appeal_municipality_id_lesson_by_fkey FOREIGN KEY (municipality_id, lesson_by) REFERENCES person(municipality_id, id),
  constraint appeal_municipality_id_lesson_person_id_fkey FOREIGN KEY (municipality_id, lesson_person_id) REFERENCES person(municipality_id, id),
  constraint appeal_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint appeal_municipality_id_withdrawn_by_fkey FOREIGN KEY (municipality_id, withdrawn_by) REFERENCES person(municipality_id, id),
  constraint appeal_about_check CHECK ((about <> ''::text)),
  constraint appeal_age_group_check CHECK ((age_group = ANY (ARRAY['0-14'::text, '15-17'::text, '18-plus'::text]))),
  constraint appeal_check CHECK ((reassessed_on <= sent_on)),
  constraint appeal_check1 CHECK ((decided_on >= sent_on)),
  constraint appeal_check2 CHECK (((decided_on IS NULL) = (outcome IS NULL))),
  constraint appeal_check3 CHECK (((lesson IS NULL) OR ((outcome IS NOT NULL) AND (outcome = ANY (ARRAY['changed'::text, 'remitted'::text]))))),
  constraint appeal_check4 CHECK ((num_nonnulls(lesson, lesson_person_id, lesson_due_on) = ANY (ARRAY[0, 3]))),
  constraint appeal_check5 CHECK ((num_nonnulls(learnt_on, learnt_how) = ANY (ARRAY[0, 2]))),
  constraint appeal_check6 CHECK (((learnt_on IS NULL) OR ((lesson IS NOT NULL) AND (learnt_on >= decided_on)))),
  constraint appeal_check7 CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))),
  constraint appeal_ground_check CHECK ((ground <> ''::text)),
  constraint appeal_learnt_how_check CHECK ((learnt_how <> ''::text)),
  constraint appeal_lesson_check CHECK ((lesson <> ''::text)),
  constraint appeal_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'changed'::text, 'remitted'::text, 'dismissed'::text]))),
  constraint appeal_provision_check CHECK ((provision <> ''::text)),
  constraint appeal_reference_check CHECK ((reference <> ''::text)),
  constraint appeal_withdrawn_reason_check CHECK ((withdrawn_reason <> ''::text))
);
alter table appeal enable row level security, force row level security;
create policy tenant on appeal for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX appeal_municipality_id_decision_by_idx ON public.appeal USING btree (municipality_id, decision_by);
CREATE INDEX appeal_municipality_id_entered_by_idx ON public.appeal USING btree (municipality_id, entered_by);
CREATE INDEX appeal_municipality_id_learnt_by_idx ON public.appeal USING btree (municipality_id, learnt_by);
CREATE INDEX appeal_municipality_id_lesson_by_idx ON public.appeal USING btree (municipality_id, lesson_by);
CREATE INDEX appeal_municipality_id_lesson_person_id_idx ON public.appeal USING btree (municipality_id, lesson_person_id);
CREATE INDEX appeal_municipality_id_sent_on_idx ON public.appeal USING btree (municipality_id, sent_on);
CREATE INDEX appeal_municipality_id_unit_id_idx ON public.appeal USING btree (municipality_id, unit_id);
CREATE INDEX appeal_municipality_id_withdrawn_by_idx ON public.appeal USING btree (municipality_id, withdrawn_by);
CREATE UNIQUE INDEX appeal_reference ON public.appeal USING btree (municipality_id, reference) WHERE (withdrawn_at IS NULL);
grant insert, select on appeal to tilsyn_app;
grant update (decided_on, outcome, ground, decision_by, lesson, lesson_person_id, lesson_due_on, lesson_by, learnt_on, learnt_how, learnt_by, withdrawn_at, withdrawn_by, withdrawn_reason) on appeal to tilsyn_app;
comment on table appeal is 'A complaint sent to Ankestyrelsen. Each step is written once and never changed; what was entered by mistake is withdrawn.';
comment on column appeal.reference is 'The municipality''s own number of the complaint; not the child''s.';
comment on column appeal.provision_certain is 'False where the provision is somebody''s reading and does not stand in the decision.';
comment on column appeal.reassessed_on is 'When the municipality looked at its decision again before sending the complaint on.';
comment on column appeal.lesson is 'What is to be learnt of a decision that was changed or remitted.';

create table appeal_count (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  year integer not null,
  scope text not null,
  body text not null,
  provision text,
  age_group text,
  basis text not null,
  sent integer,
  decided integer,
  upheld integer,
  upheld_percent integer,
  source text not null,
  entered_by uuid,
  entered_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_reason text,
  constraint appeal_count_pkey PRIMARY KEY (municipality_id, id),
  constraint appeal_count_municipality_id_entered_by_fkey FOREIGN KEY (municipality_id, entered_by) REFERENCES person(municipality_id, id),
  constraint appeal_count_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint appeal_count_municipality_id_withdrawn_by_fkey FOREIGN KEY (municipality_id, withdrawn_by) REFERENCES person(municipality_id, id),
  constraint appeal_count_age_group_check CHECK ((age_group = ANY (ARRAY['0-14'::text, '15-17'::text, '18-plus'::text]))),
  constraint appeal_count_basis_check CHECK ((basis = ANY (ARRAY['sent'::text, 'decided'::text]))),
  constraint appeal_count_body_check CHECK ((body <> ''::text)),
  constraint appeal_count_check CHECK (((sent IS NOT NULL) OR (decided IS NOT NULL))),
  constraint appeal_count_check1 CHECK (((upheld IS NULL) OR ((decided IS NOT NULL) AND (upheld <= decided)))),
  constraint appeal_count_check2 CHECK (((upheld_percent IS NULL) OR (decided > 0))),
  constraint appeal_count_check3 CHECK (((basis = 'decided'::text) OR (sent IS NULL) OR (decided IS NULL) OR (decided <= sent))),
  constraint appeal_count_check4 CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))),
  constraint appeal_count_decided_check CHECK ((decided >= 0)),
  constraint appeal_count_provision_check CHECK ((provision <> ''::text)),
  constraint appeal_count_scope_check CHECK ((scope = ANY (ARRAY['unit'::text, 'municipality'::text, 'national'::text]))),
  constraint appeal_count_sent_check CHECK ((sent >= 0)),
  constraint appeal_count_source_check CHECK ((source <> ''::text)),
  constraint appeal_count_upheld_check CHECK ((upheld >= 0)),
  constraint appeal_count_upheld_percent_check CHECK (((upheld_percent >= 0) AND (upheld_percent <= 100))),
  constraint appeal_count_withdrawn_reason_check CHECK ((withdrawn_reason <> ''::text)),
  constraint appeal_count_year_check CHECK (((year >= 1950) AND (year <= 2100)))
);
alter table appeal_count enable row level security, force row level security;
create policy tenant on appeal_count for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX appeal_count_municipality_id_entered_by_idx ON public.appeal_count USING btree (municipality_id, entered_by);
CREATE INDEX appeal_count_municipality_id_withdrawn_by_idx ON public.appeal_count USING btree (municipality_id, withdrawn_by);
CREATE INDEX appeal_count_municipality_id_year_idx ON public.appeal_count USING btree (municipality_id, year);
grant insert, select on appeal_count to tilsyn_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on appeal_count to tilsyn_app;
comment on table appeal_count is 'What somebody has published of a year''s complaints, as it is printed, with where it stands.';
comment on column appeal_count.basis is 'Which complaints the year counts: those sent in it, or those decided in it.';
comment on column appeal_count.upheld_percent is 'As printed, in whole per cent; kept beside the count so that the two can be held against each other.';

create table break_glass (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  case_id text not null,
  unit_id uuid,
  reason text not null,
  minutes integer not null,
  opened_by uuid not null default sealed.current_person(),
  session_id uuid not null default sealed.current_session(),
  opened_at timestamp with time zone not null default now(),
  ended_by uuid,
  ended_at timestamp with time zone,
  justified boolean,
  review_word text,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  constraint break_glass_pkey PRIMARY KEY (municipality_id, id),
  constraint break_glass_municipality_id_ended_by_fkey FOREIGN KEY (municipality_id, ended_by) REFERENCES person(municipality_id, id),
  constraint break_glass_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint break_glass_municipality_id_opened_by_fkey FOREIGN KEY (municipality_id, opened_by) REFERENCES person(municipality_id, id),
  constraint break_glass_municipality_id_reviewed_by_fkey FOREIGN KEY (municipality_id, reviewed_by) REFERENCES person(municipality_id, id),
  constraint break_glass_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint break_glass_case_id_check CHECK ((case_id <> ''::text)),
  constraint break_glass_check CHECK (((ended_by IS NULL) = (ended_at IS NULL))),
  constraint break_glass_check1 CHECK ((((reviewed_by IS NULL) = (reviewed_at IS NULL)) AND ((reviewed_by IS NULL) = (justified IS NULL)) AND ((reviewed_by IS NULL) = (review_word IS NULL)))),
  constraint break_glass_check2 CHECK ((reviewed_by <> opened_by)),
  constraint break_glass_minutes_check CHECK (((minutes >= 1) AND (minutes <= 60))),
  constraint break_glass_reason_check CHECK (((char_length(reason) >= 10) AND (char_length(reason) <= 1000))),
  constraint break_glass_review_word_check CHECK (((char_length(review_word) >= 1) AND (char_length(review_word) <= 1000)))
);
alter table break_glass enable row level security, force row level security;
create policy tenant on break_glass for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX break_glass_municipality_id_case_id_idx ON public.break_glass USING btree (municipality_id, case_id);
CREATE INDEX break_glass_municipality_id_ended_by_idx ON public.break_glass USING btree (municipality_id, ended_by);
CREATE INDEX break_glass_municipality_id_opened_by_opened_at_idx ON public.break_glass USING btree (municipality_id, opened_by, opened_at);
CREATE INDEX break_glass_municipality_id_reviewed_by_idx ON public.break_glass USING btree (municipality_id, reviewed_by);
CREATE INDEX break_glass_municipality_id_unit_id_idx ON public.break_glass USING btree (municipality_id, unit_id);
CREATE TRIGGER keep_break_glass BEFORE UPDATE OF ended_at, justified, review_word ON public.break_glass FOR EACH ROW EXECUTE FUNCTION sealed.keep_break_glass();
grant select on break_glass to tilsyn_app;
grant insert (id, case_id, unit_id, reason, minutes) on break_glass to tilsyn_app;
grant update (ended_at, justified, review_word) on break_glass to tilsyn_app;
comment on table break_glass is 'Cases opened in an emergency by somebody outside whose reach they lie. Never removed but with the case.';
comment on column break_glass.unit_id is 'The unit that had the case then; null: no unit is known of it.';
comment on column break_glass.session_id is 'What is opened is open in this session only, and not once it has ended.';
comment on column break_glass.ended_at is 'Ended by somebody before its minutes were over.';
comment on column break_glass.justified is 'What a second person found; null: nobody has looked at it yet.';

create table calibration (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  name text not null,
  programme_version_id uuid not null,
  due_on date not null,
  created_by uuid,
  created_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  opened_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_reason text,
  pairs integer,
  agreeing integer,
  constraint calibration_pkey PRIMARY KEY (municipality_id, id),
  constraint calibration_municipality_id_created_by_fkey FOREIGN KEY (municipality_id, created_by) REFERENCES person(municipality_id, id),
  constraint calibration_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint calibration_municipality_id_opened_by_fkey FOREIGN KEY (municipality_id, opened_by) REFERENCES person(municipality_id, id),
  constraint calibration_municipality_id_programme_version_id_fkey FOREIGN KEY (municipality_id, programme_version_id) REFERENCES programme_version(municipality_id, id),
  constraint calibration_municipality_id_withdrawn_by_fkey FOREIGN KEY (municipality_id, withdrawn_by) REFERENCES person(municipality_id, id),
  constraint calibration_check CHECK (((agreeing >= 0) AND (agreeing <= pairs))),
  constraint calibration_check1 CHECK (((opened_at IS NULL) OR (withdrawn_at IS NULL))),
  constraint calibration_check2 CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))),
  constraint calibration_check3 CHECK (((opened_at IS NULL) = (pairs IS NULL))),
  constraint calibration_check4 CHECK (((pairs IS NULL) = (agreeing IS NULL))),
  constraint calibration_name_check CHECK ((name <> ''::text)),
  constraint calibration_pairs_check CHECK ((pairs >= 0)),
  constraint calibration_withdrawn_reason_check CHECK ((withdrawn_reason <> ''::text))
);
alter table calibration enable row level security, force row level security;
create policy tenant on calibration for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX calibration_municipality_id_created_by_idx ON public.calibration USING btree (municipality_id, created_by);
CREATE INDEX calibration_municipality_id_opened_by_idx ON public.calibration USING btree (municipality_id, opened_by);
CREATE INDEX calibration_municipality_id_programme_version_id_opened_at_idx ON public.calibration USING btree (municipality_id, programme_version_id, opened_at);
CREATE INDEX calibration_municipality_id_withdrawn_by_idx ON public.calibration USING btree (municipality_id, withdrawn_by);
grant insert, select on calibration to tilsyn_app;
grant update (opened_at, opened_by, withdrawn_at, withdrawn_by, withdrawn_reason, pairs, agreeing) on calibration to tilsyn_app;
comment on table calibration is 'A calibration: some training cases, some reviewers, and a day by which they should have answered.';
comment on column calibration.due_on is 'A wish: answering ends when the answers are opened, not on this day.';
comment on column calibration.opened_at is 'From here on nobody answers and the invited see all answers that were handed in; null: sealed.';
comment on column calibration.opened_by is 'Null with opened_at set: the last answer was handed in.';
comment on column calibration.pairs is 'Counted at the opening: pairs of people who answered one and the same question of one training case.';
comment on column calibration.agreeing is 'Of those, the pairs that gave the same answer.';

create table calibration_answer (
  municipality_id uuid not null default sealed.current_municipality(),
  calibration_id uuid not null,
  training_case_id uuid not null,
  person_id uuid not null,
  question_key text not null,
  answer text,
  value text,
  override_reason text,
  wording text not null,
  comment text,
  evidence_reference text,
  evidence_date date,
  answered_at timestamp with time zone not null,
  version integer not null,
  constraint calibration_answer_pkey PRIMARY KEY (municipality_id, calibration_id, training_case_id, person_id, question_key),
  constraint calibration_answer_municipality_id_calibration_id_training_fkey FOREIGN KEY (municipality_id, calibration_id, training_case_id, person_id) REFERENCES calibration_form(municipality_id, calibration_id, training_case_id, person_id),
  constraint calibration_answer_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint calibration_answer_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'na'::text]))),
  constraint calibration_answer_check CHECK (((answer IS NULL) OR (value IS NULL))),
  constraint calibration_answer_override_reason_check CHECK ((override_reason <> ''::text)),
  constraint calibration_answer_question_key_check CHECK ((question_key <> ''::text)),
  constraint calibration_answer_value_check CHECK ((value <> ''::text)),
  constraint calibration_answer_version_check CHECK ((version > 0)),
  constraint calibration_answer_wording_check CHECK ((wording <> ''::text))
);
alter table calibration_answer enable row level security, force row level security;
create policy tenant on calibration_answer for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE TRIGGER calibration_answer_closed BEFORE INSERT OR UPDATE ON public.calibration_answer FOR EACH ROW EXECUTE FUNCTION refuse_change_of_calibration();
grant insert, select on calibration_answer to tilsyn_app;
grant update (answer, value, override_reason, wording, comment, evidence_reference, evidence_date, answered_at, version) on calibration_answer to tilsyn_app;
comment on table calibration_answer is 'What somebody answered in a calibration. Never counted in a round.';
comment on column calibration_answer.wording is 'The question as it stood, in Danish, when it was answered.';

create table calibration_case (
  municipality_id uuid not null default sealed.current_municipality(),
  calibration_id uuid not null,
  training_case_id uuid not null,
  version integer not null,
  ord integer not null,
  constraint calibration_case_pkey PRIMARY KEY (municipality_id, calibration_id, training_case_id),
  constraint calibration_case_municipality_id_calibration_id_ord_key UNIQUE (municipality_id, calibration_id, ord),
  constraint calibration_case_municipality_id_calibration_id_fkey FOREIGN KEY (municipality_id, calibration_id) REFERENCES calibration(municipality_id, id),
  constraint calibration_case_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint calibration_case_municipality_id_training_case_id_version_fkey FOREIGN KEY (municipality_id, training_case_id, version) REFERENCES training_case_version(municipality_id, training_case_id, version),
  constraint calibration_case_ord_check CHECK ((ord > 0))
);
alter table calibration_case enable row level security, force row level security;
create policy tenant on calibration_case for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX calibration_case_municipality_id_training_case_id_version_idx ON public.calibration_case USING btree (municipality_id, training_case_id, version);
grant insert, select on calibration_case to tilsyn_app;
comment on table calibration_case is 'Which training cases are answered, each in the version of the day the calibration was made.';

create table calibration_conclusion (
  municipality_id uuid not null default sealed.current_municipality(),
  id bigint not null generated always as identity,
  calibration_id uuid not null,
  training_case_id uuid not null,
  question_key text not null,
  at timestamp with time zone not null default now(),
  person_id uuid,
  given text,
  reason text,
  guidance text,
  constraint calibration_conclusion_pkey PRIMARY KEY (municipality_id, id),
  constraint calibration_conclusion_municipality_id_calibration_id_trai_fkey FOREIGN KEY (municipality_id, calibration_id, training_case_id) REFERENCES calibration_case(municipality_id, calibration_id, training_case_id),
  constraint calibration_conclusion_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint calibration_conclusion_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint calibration_conclusion_check CHECK (((given IS NULL) OR (reason IS NOT NULL))),
  constraint calibration_conclusion_given_check CHECK ((given <> ''::text)),
  constraint calibration_conclusion_guidance_check CHECK ((guidance <> ''::text)),
  constraint calibration_conclusion_question_key_check CHECK ((question_key <> ''::text)),
  constraint calibration_conclusion_reason_check CHECK ((reason <> ''::text))
);
alter table calibration_conclusion enable row level security, force row level security;
create policy tenant on calibration_conclusion for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX calibration_conclusion_municipality_id_calibration_id_train_idx ON public.calibration_conclusion USING btree (municipality_id, calibration_id, training_case_id, question_key, id);
CREATE INDEX calibration_conclusion_municipality_id_person_id_idx ON public.calibration_conclusion USING btree (municipality_id, person_id);
grant select on calibration_conclusion to tilsyn_app;
grant insert (municipality_id, calibration_id, training_case_id, question_key, at, person_id, given, reason, guidance) on calibration_conclusion to tilsyn_app;
comment on table calibration_conclusion is 'Append-only: what the meeting agreed on a question, beside everybody''s answers. The newest stands.';
comment on column calibration_conclusion.given is 'The agreed answer in its written form; null: none, only guidance, or what was written before is taken back.';

create table calibration_form (
  municipality_id uuid not null default sealed.current_municipality(),
  calibration_id uuid not null,
  training_case_id uuid not null,
  person_id uuid not null,
  level integer not null,
  started_at timestamp with time zone,
  submitted_at timestamp with time zone,
  version integer not null default 0,
  constraint calibration_form_pkey PRIMARY KEY (municipality_id, calibration_id, training_case_id, person_id),
  constraint calibration_form_municipality_id_calibration_id_training_c_fkey FOREIGN KEY (municipality_id, calibration_id, training_case_id) REFERENCES calibration_case(municipality_id, calibration_id, training_case_id),
  constraint calibration_form_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint calibration_form_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint calibration_form_check CHECK ((submitted_at >= started_at)),
  constraint calibration_form_level_check CHECK ((level > 0)),
  constraint calibration_form_version_check CHECK ((version >= 0))
);
alter table calibration_form enable row level security, force row level security;
create policy tenant on calibration_form for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX calibration_form_municipality_id_person_id_idx ON public.calibration_form USING btree (municipality_id, person_id);
grant insert, select on calibration_form to tilsyn_app;
grant update (started_at, submitted_at, version) on calibration_form to tilsyn_app;
comment on table calibration_form is 'One invited reviewer''s answers to one training case. Whoever has a form is invited.';
comment on column calibration_form.level is 'The level they review at, as of the invitation; results show it in place of a name.';
comment on column calibration_form.version is 'Number of writes, which gives answers their versions.';

create table case_deadline (
  municipality_id uuid not null default sealed.current_municipality(),
  case_id text not null,
  n integer not null,
  rule text not null,
  rules text not null,
  rules_version integer not null,
  unit text not null,
  unit_id uuid,
  caseworker text not null,
  started_on date,
  started_at timestamp with time zone,
  due_on date,
  due_at timestamp with time zone,
  ends_at timestamp with time zone,
  done_on date,
  done_at timestamp with time zone,
  verdict text not null,
  late_by double precision,
  because text,
  judged_at timestamp with time zone not null,
  judge_again_at timestamp with time zone,
  constraint case_deadline_pkey PRIMARY KEY (municipality_id, case_id, n),
  constraint case_deadline_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint case_deadline_municipality_id_rules_rules_version_fkey FOREIGN KEY (municipality_id, rules, rules_version) REFERENCES deadline_rules(municipality_id, key, version),
  constraint case_deadline_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint case_deadline_check CHECK (((verdict <> 'pending'::text) OR (done_on IS NULL))),
  constraint case_deadline_n_check CHECK ((n > 0)),
  constraint case_deadline_rule_check CHECK ((rule <> ''::text)),
  constraint case_deadline_verdict_check CHECK ((verdict = ANY (ARRAY['met'::text, 'late'::text, 'pending'::text, 'cannot-tell'::text])))
);
alter table case_deadline enable row level security, force row level security;
create policy tenant on case_deadline for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX case_deadline_municipality_id_done_on_idx ON public.case_deadline USING btree (municipality_id, done_on);
CREATE INDEX case_deadline_municipality_id_judge_again_at_idx ON public.case_deadline USING btree (municipality_id, judge_again_at) WHERE (judge_again_at IS NOT NULL);
CREATE INDEX case_deadline_municipality_id_rule_due_on_idx ON public.case_deadline USING btree (municipality_id, rule, due_on);
CREATE INDEX case_deadline_municipality_id_rule_started_on_idx ON public.case_deadline USING btree (municipality_id, rule, started_on);
CREATE INDEX case_deadline_municipality_id_rules_rules_version_idx ON public.case_deadline USING btree (municipality_id, rules, rules_version);
CREATE INDEX case_deadline_municipality_id_unit_id_due_on_idx ON public.case_deadline USING btree (municipality_id, unit_id, due_on);
CREATE INDEX case_deadline_pending ON public.case_deadline USING btree (municipality_id, ends_at, case_id, n) WHERE (verdict = 'pending'::text);
CREATE INDEX case_deadline_pending_of_caseworker ON public.case_deadline USING btree (municipality_id, caseworker, ends_at) WHERE (verdict = 'pending'::text);
CREATE INDEX case_deadline_pending_of_unit ON public.case_deadline USING btree (municipality_id, unit_id, ends_at) WHERE (verdict = 'pending'::text);
grant delete, insert, select on case_deadline to tilsyn_app;
comment on table case_deadline is 'One rule at one case, judged from its events; written anew as a whole when the case''s events change.';
comment on column case_deadline.n is 'Counts the deadlines of the case.';
comment on column case_deadline.unit is 'Of the event that set the clock going, or the case''s newest where that does not say.';
comment on column case_deadline.unit_id is 'The unit of that name; null where there is none.';
comment on column case_deadline.due_at is 'Only where the rule counts in hours.';
comment on column case_deadline.ends_at is 'The first moment that is too late. Not done by then means open, before it running: nobody need judge anew because time passes.';
comment on column case_deadline.late_by is 'Days or hours, as the rule counts; null where not late. Of what is not done it is counted when it is read.';
comment on column case_deadline.because is 'Which date, kind or time of day is missing.';
comment on column case_deadline.judge_again_at is 'From here on the same events are judged otherwise: a limit in hours from a start without a time of day may then have run out. Null: only the end of the clock changes anything.';

create table case_event (
  municipality_id uuid not null default sealed.current_municipality(),
  source_id uuid not null,
  event_key text not null,
  case_id text not null,
  kind text not null,
  day date not null,
  moment timestamp with time zone,
  unit text not null,
  caseworker text not null,
  child_id uuid,
  attributes jsonb not null default '{}'::jsonb,
  registered timestamp with time zone,
  batch_id uuid,
  recorded_at timestamp with time zone not null default now(),
  constraint case_event_pkey PRIMARY KEY (municipality_id, source_id, event_key),
  constraint case_event_municipality_id_batch_id_fkey FOREIGN KEY (municipality_id, batch_id) REFERENCES event_import(municipality_id, id),
  constraint case_event_municipality_id_child_id_fkey FOREIGN KEY (municipality_id, child_id) REFERENCES child(municipality_id, id),
  constraint case_event_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint case_event_municipality_id_source_id_fkey FOREIGN KEY (municipality_id, source_id) REFERENCES event_source(municipality_id, id),
  constraint case_event_attributes_check CHECK ((jsonb_typeof(attributes) = 'object'::text)),
  constraint case_event_case_id_check CHECK ((case_id <> ''::text)),
  constraint case_event_event_key_check CHECK ((event_key <> ''::text)),
  constraint case_event_kind_check CHECK ((kind <> ''::text))
);
alter table case_event enable row level security, force row level security;
create policy tenant on case_event for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX case_event_municipality_id_batch_id_idx ON public.case_event USING btree (municipality_id, batch_id);
CREATE INDEX case_event_municipality_id_case_id_day_idx ON public.case_event USING btree (municipality_id, case_id, day);
CREATE INDEX case_event_municipality_id_child_id_idx ON public.case_event USING btree (municipality_id, child_id) WHERE (child_id IS NOT NULL);
CREATE INDEX case_event_municipality_id_unit_case_id_idx ON public.case_event USING btree (municipality_id, unit, case_id) WHERE (unit <> ''::text);
CREATE INDEX case_event_of_gates ON public.case_event USING btree (municipality_id, kind, day) WHERE (kind = ANY (ARRAY['safety-plan-proposed'::text, 'safety-plan-approved-department-manager'::text, 'safety-plan-approved-area-manager'::text, 'safety-plan-approved-unit-lawyer'::text, 'safety-plan-started'::text, 'safety-plan-reviewed'::text, 'safety-plan-ended'::text, 'placement-committee-passed'::text, 'placement-decided'::text, 'placement-started'::text, 'responsibility-disputed'::text, 'responsibility-to-department-manager'::text, 'responsibility-to-manager'::text, 'responsibility-settled'::text]));
grant insert, select on case_event to tilsyn_app;
grant update (case_id, kind, day, moment, unit, caseworker, child_id, attributes, registered, batch_id, recorded_at) on case_event to tilsyn_app;
comment on table case_event is 'What a case system registered about a case, as its newest registration says.';
comment on column case_event.event_key is 'The source''s own id of the event, or else case, kind and time: the same event again is not another one.';
comment on column case_event.kind is 'Key of a kind of the rules, or the source''s own word where no rule knows it.';
comment on column case_event.day is 'In Denmark.';
comment on column case_event.moment is 'Null: the source gave no time of day, or one that the clock ran through twice.';
comment on column case_event.unit is 'As the source calls it; empty where it does not say.';
comment on column case_event.registered is 'When the source registered what stands here; null where it does not say.';
comment on column case_event.batch_id is 'The delivery that last wrote the row.';

create table case_event_version (
  municipality_id uuid not null default sealed.current_municipality(),
  source_id uuid not null,
  event_key text not null,
  version integer not null,
  content jsonb not null,
  registered timestamp with time zone,
  batch_id uuid,
  replaced_at timestamp with time zone not null default now(),
  constraint case_event_version_pkey PRIMARY KEY (municipality_id, source_id, event_key, version),
  constraint case_event_version_municipality_id_batch_id_fkey FOREIGN KEY (municipality_id, batch_id) REFERENCES event_import(municipality_id, id),
  constraint case_event_version_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint case_event_version_municipality_id_source_id_event_key_fkey FOREIGN KEY (municipality_id, source_id, event_key) REFERENCES case_event(municipality_id, source_id, event_key),
  constraint case_event_version_content_check CHECK ((jsonb_typeof(content) = 'object'::text)),
  constraint case_event_version_version_check CHECK ((version > 0))
);
alter table case_event_version enable row level security, force row level security;
create policy tenant on case_event_version for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX case_event_version_municipality_id_batch_id_idx ON public.case_event_version USING btree (municipality_id, batch_id);
grant insert, select on case_event_version to tilsyn_app;
comment on table case_event_version is 'Append-only: what an event said in a registration that a newer one replaced.';
comment on column case_event_version.content is 'The whole event as it was registered then, its child by the case system''s id.';
comment on column case_event_version.batch_id is 'The delivery that brought the newer registration, or this older one late.';

create table case_flow (
  municipality_id uuid not null default sealed.current_municipality(),
  case_id text not null,
  n integer not null,
  fact text not null,
  key text not null,
  from_on date,
  to_on date,
  outcome text,
  unit text not null,
  unit_id uuid,
  plan_on date,
  plan_due date,
  constraint case_flow_pkey PRIMARY KEY (municipality_id, case_id, n),
  constraint case_flow_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint case_flow_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint case_flow_check CHECK (((from_on IS NOT NULL) OR ((outcome = 'loose'::text) AND (to_on IS NOT NULL)))),
  constraint case_flow_fact_check CHECK ((fact = ANY (ARRAY['received'::text, 'step'::text, 'time'::text, 'measure'::text, 'placement'::text]))),
  constraint case_flow_n_check CHECK ((n > 0)),
  constraint case_flow_outcome_check CHECK ((outcome = ANY (ARRAY['assessed'::text, 'joined'::text, 'settled'::text, 'done'::text, 'stopped'::text, 'ended'::text, 'closed'::text, 'loose'::text])))
);
alter table case_flow enable row level security, force row level security;
create policy tenant on case_flow for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX case_flow_municipality_id_fact_from_on_idx ON public.case_flow USING btree (municipality_id, fact, from_on);
CREATE INDEX case_flow_municipality_id_fact_to_on_idx ON public.case_flow USING btree (municipality_id, fact, to_on);
CREATE INDEX case_flow_municipality_id_unit_id_idx ON public.case_flow USING btree (municipality_id, unit_id);
grant delete, insert, select on case_flow to tilsyn_app;
comment on table case_flow is 'What the reports count of a case; written anew as a whole when the case is judged.';
comment on column case_flow.n is 'Counts the facts of the case.';
comment on column case_flow.key is 'received: new or known; step: which; time: its key in the rules; measure: its type, empty where none is named.';
comment on column case_flow.from_on is 'Null only where there is an end without a start.';
comment on column case_flow.unit is 'Of the event that began it, or the case''s newest where that does not say.';
comment on column case_flow.unit_id is 'The unit of that name; null where there is none.';
comment on column case_flow.plan_on is 'Of a placement: when its plan was made.';
comment on column case_flow.plan_due is 'Of a placement: the last day for a plan by the rules.';

create table case_stage (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  case_id text not null,
  stage text not null,
  unit_id uuid not null,
  caseworker text not null,
  child_id uuid,
  started date not null,
  completed date,
  attributes jsonb not null default '{}'::jsonb,
  batch_id uuid,
  recorded_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone,
  constraint case_stage_pkey PRIMARY KEY (municipality_id, id),
  constraint case_stage_municipality_id_case_id_stage_key UNIQUE (municipality_id, case_id, stage),
  constraint case_stage_municipality_id_batch_id_fkey FOREIGN KEY (municipality_id, batch_id) REFERENCES import_batch(municipality_id, id),
  constraint case_stage_municipality_id_child_id_fkey FOREIGN KEY (municipality_id, child_id) REFERENCES child(municipality_id, id),
  constraint case_stage_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint case_stage_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint case_stage_attributes_check CHECK ((jsonb_typeof(attributes) = 'object'::text)),
  constraint case_stage_case_id_check CHECK ((case_id <> ''::text)),
  constraint case_stage_check CHECK ((completed >= started)),
  constraint case_stage_stage_check CHECK ((stage <> ''::text))
);
alter table case_stage enable row level security, force row level security;
create policy tenant on case_stage for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX case_stage_municipality_id_batch_id_idx ON public.case_stage USING btree (municipality_id, batch_id);
CREATE INDEX case_stage_municipality_id_child_id_idx ON public.case_stage USING btree (municipality_id, child_id);
CREATE INDEX case_stage_municipality_id_completed_id_idx ON public.case_stage USING btree (municipality_id, completed, id);
CREATE INDEX case_stage_municipality_id_stage_completed_idx ON public.case_stage USING btree (municipality_id, stage, completed);
CREATE INDEX case_stage_municipality_id_unit_id_completed_idx ON public.case_stage USING btree (municipality_id, unit_id, completed);
grant insert, select, update on case_stage to tilsyn_app;
comment on table case_stage is 'One step of a child''s case, e.g. a child assessment. It can be drawn when it is completed.';
comment on column case_stage.case_id is 'The case system''s id of the case; with stage unique.';
comment on column case_stage.stage is 'Key of a stage of the programme, e.g. underretning.';
comment on column case_stage.caseworker is 'The case system''s code of the responsible caseworker (person.initials where that person has access).';
comment on column case_stage.completed is 'Null: still open.';
comment on column case_stage.attributes is 'The import''s other columns, by name; eligibility and strata read them.';
comment on column case_stage.batch_id is 'The import that last wrote the row.';

create table case_stage_participant (
  municipality_id uuid not null default sealed.current_municipality(),
  case_stage_id uuid not null,
  caseworker text not null,
  part text not null,
  person_id uuid,
  constraint case_stage_participant_pkey PRIMARY KEY (municipality_id, case_stage_id, caseworker, part),
  constraint case_stage_participant_municipality_id_case_stage_id_fkey FOREIGN KEY (municipality_id, case_stage_id) REFERENCES case_stage(municipality_id, id),
  constraint case_stage_participant_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint case_stage_participant_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint case_stage_participant_caseworker_check CHECK ((caseworker <> ''::text)),
  constraint case_stage_participant_part_check CHECK ((part = ANY (ARRAY['responsible'::text, 'took-part'::text, 'decided'::text, 'advised'::text])))
);
alter table case_stage_participant enable row level security, force row level security;
create policy tenant on case_stage_participant for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX case_stage_participant_municipality_id_person_id_idx ON public.case_stage_participant USING btree (municipality_id, person_id);
grant delete, insert, select on case_stage_participant to tilsyn_app;
grant update (person_id) on case_stage_participant to tilsyn_app;
comment on table case_stage_participant is 'Who took part in a case stage: none of them may review it.';
comment on column case_stage_participant.person_id is 'Null: someone without access here.';

create table case_stage_version (
  municipality_id uuid not null default sealed.current_municipality(),
  case_stage_id uuid not null,
  version integer not null,
  content jsonb not null,
  batch_id uuid,
  replaced_at timestamp with time zone not null default now(),
  constraint case_stage_version_pkey PRIMARY KEY (municipality_id, case_stage_id, version),
  constraint case_stage_version_municipality_id_batch_id_fkey FOREIGN KEY (municipality_id, batch_id) REFERENCES import_batch(municipality_id, id),
  constraint case_stage_version_municipality_id_case_stage_id_fkey FOREIGN KEY (municipality_id, case_stage_id) REFERENCES case_stage(municipality_id, id),
  constraint case_stage_version_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint case_stage_version_content_check CHECK ((jsonb_typeof(content) = 'object'::text)),
  constraint case_stage_version_version_check CHECK ((version > 0))
);
alter table case_stage_version enable row level security, force row level security;
create policy tenant on case_stage_version for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX case_stage_version_municipality_id_batch_id_idx ON public.case_stage_version USING btree (municipality_id, batch_id);
grant insert, select on case_stage_version to tilsyn_app;
comment on table case_stage_version is 'Append-only: what a case stage said before a later import changed it.';
comment on column case_stage_version.content is 'The changed columns as they were.';
comment on column case_stage_version.batch_id is 'The import that changed it.';

create table case_to_judge (
  municipality_id uuid not null default sealed.current_municipality(),
  case_id text not null,
  since timestamp with time zone not null default now(),
  constraint case_to_judge_pkey PRIMARY KEY (municipality_id, case_id),
  constraint case_to_judge_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
);
alter table case_to_judge enable row level security, force row level security;
create policy tenant on case_to_judge for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX case_to_judge_municipality_id_since_case_id_idx ON public.case_to_judge USING btree (municipality_id, since, case_id);
grant delete, insert, select on case_to_judge to tilsyn_app;
grant update (since) on case_to_judge to tilsyn_app;
comment on table case_to_judge is 'Cases whose events or rules changed after their deadlines were judged; the program takes them from here.';

create table change_entry (
  municipality_id uuid not null default sealed.current_municipality(),
  id bigint not null generated always as identity,
  at timestamp with time zone not null default now(),
  person_id uuid default sealed.current_person(),
  session_id uuid default sealed.current_session(),
  act text not null,
  room text not null,
  subject_kind text not null,
  subject_id text,
  detail jsonb not null default '{}'::jsonb,
  written_in bigint default ((pg_current_xact_id())::text)::bigint,
  constraint change_entry_pkey PRIMARY KEY (municipality_id, id),
  constraint change_entry_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id) DEFERRABLE INITIALLY DEFERRED,
  constraint change_entry_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint change_entry_act_check CHECK ((act <> ''::text)),
  constraint change_entry_detail_check CHECK ((jsonb_typeof(detail) = 'object'::text)),
  constraint change_entry_room_check CHECK ((room = ANY (ARRAY['programme'::text, 'registry'::text, 'draw'::text, 'review'::text, 'calibration'::text, 'finding'::text, 'learning'::text, 'analysis'::text, 'report'::text, 'caseflow'::text, 'oversight'::text, 'access'::text, 'notification'::text]))),
  constraint change_entry_subject_kind_check CHECK ((subject_kind <> ''::text))
);
alter table change_entry enable row level security, force row level security;
create policy tenant on change_entry for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX change_entry_municipality_id_at_idx ON public.change_entry USING btree (municipality_id, at);
CREATE INDEX change_entry_municipality_id_person_id_at_idx ON public.change_entry USING btree (municipality_id, person_id, at);
CREATE INDEX change_entry_municipality_id_subject_kind_subject_id_at_idx ON public.change_entry USING btree (municipality_id, subject_kind, subject_id, at);
CREATE INDEX change_entry_written ON public.change_entry USING btree (municipality_id, written_in) WHERE (written_in IS NOT NULL);
grant select on change_entry to tilsyn_app;
grant insert (act, room, subject_kind, subject_id, detail) on change_entry to tilsyn_app;
comment on table change_entry is 'Append-only: one row for every act that changes something, written in the same transaction.';
comment on column change_entry.person_id is 'Null: the program itself.';
comment on column change_entry.detail is 'Codes and ids only, never answers, names or CPR numbers.';
comment on column change_entry.written_in is 'The transaction (xid8) that wrote the row; null: written before entries were sealed.';

create table child (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  external_id text not null,
  cpr_hash bytea,
  cpr_encrypted bytea,
  name_encrypted bytea,
  constraint child_pkey PRIMARY KEY (municipality_id, id),
  constraint child_municipality_id_cpr_hash_key UNIQUE (municipality_id, cpr_hash),
  constraint child_municipality_id_external_id_key UNIQUE (municipality_id, external_id),
  constraint child_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint child_check CHECK (((cpr_hash IS NULL) = (cpr_encrypted IS NULL))),
  constraint child_cpr_hash_check CHECK ((octet_length(cpr_hash) = 32)),
  constraint child_external_id_check CHECK ((external_id <> ''::text))
);
alter table child enable row level security, force row level security;
create policy tenant on child for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant insert, select, update on child to tilsyn_app;
comment on table child is 'A child whose case stages are in the registry. Reading it takes an access entry.';
comment on column child.external_id is 'The case system''s id.';
comment on column child.cpr_hash is 'HMAC-SHA256 of the ten digits, for look-up.';
comment on column child.cpr_encrypted is 'The ten digits, encrypted by the app; the key is not in the database.';
comment on column child.name_encrypted is 'The name, encrypted by the app.';

create table critical_act (
  municipality_id uuid not null default sealed.current_municipality(),
  id bigint not null generated always as identity,
  critical_case_id uuid not null,
  run integer not null,
  at timestamp with time zone not null,
  kind text not null,
  person_id uuid,
  review_id uuid,
  step text,
  due_at timestamp with time zone,
  text text,
  constraint critical_act_pkey PRIMARY KEY (municipality_id, id),
  constraint critical_act_municipality_id_critical_case_id_fkey FOREIGN KEY (municipality_id, critical_case_id) REFERENCES critical_case(municipality_id, id),
  constraint critical_act_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint critical_act_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint critical_act_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint critical_act_check CHECK (((kind = ANY (ARRAY['reported'::text, 'joined'::text])) = (review_id IS NOT NULL))),
  constraint critical_act_check1 CHECK (((kind = 'escalated'::text) = (step IS NOT NULL))),
  constraint critical_act_check2 CHECK (((kind = ANY (ARRAY['acknowledged'::text, 'acted'::text, 'confirmed'::text, 'accounted'::text, 'escalated'::text])) = (due_at IS NOT NULL))),
  constraint critical_act_check3 CHECK (((kind = ANY (ARRAY['told'::text, 'acknowledged'::text, 'escalated'::text])) OR (text IS NOT NULL))),
  constraint critical_act_check4 CHECK (((kind = 'escalated'::text) OR (person_id IS NOT NULL))),
  constraint critical_act_kind_check CHECK ((kind = ANY (ARRAY['reported'::text, 'joined'::text, 'told'::text, 'acknowledged'::text, 'acted'::text, 'confirmed'::text, 'accounted'::text, 'escalated'::text, 'withdrawn'::text, 'reopened'::text]))),
  constraint critical_act_run_check CHECK ((run > 0)),
  constraint critical_act_step_check CHECK ((step = ANY (ARRAY['acknowledged'::text, 'acted'::text, 'confirmed'::text, 'accounted'::text]))),
  constraint critical_act_text_check CHECK ((text <> ''::text))
);
alter table critical_act enable row level security, force row level security;
create policy tenant on critical_act for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE UNIQUE INDEX critical_act_escalated_once ON public.critical_act USING btree (municipality_id, critical_case_id, run, step) WHERE (kind = 'escalated'::text);
CREATE INDEX critical_act_municipality_id_critical_case_id_id_idx ON public.critical_act USING btree (municipality_id, critical_case_id, id);
CREATE INDEX critical_act_municipality_id_person_id_idx ON public.critical_act USING btree (municipality_id, person_id);
CREATE INDEX critical_act_municipality_id_review_id_idx ON public.critical_act USING btree (municipality_id, review_id);
CREATE UNIQUE INDEX critical_act_step_once ON public.critical_act USING btree (municipality_id, critical_case_id, run, kind) WHERE (kind = ANY (ARRAY['reported'::text, 'acknowledged'::text, 'acted'::text, 'confirmed'::text, 'accounted'::text, 'withdrawn'::text, 'reopened'::text]));
CREATE UNIQUE INDEX critical_act_told_once ON public.critical_act USING btree (municipality_id, critical_case_id, run, person_id) WHERE (kind = 'told'::text);
grant select on critical_act to tilsyn_app;
grant insert (critical_case_id, run, at, kind, person_id, review_id, step, due_at, text) on critical_act to tilsyn_app;
comment on table critical_act is 'Append-only: what was done in a critical case, by whom and when.';
comment on column critical_act.person_id is 'Who did it, or who was told; null: the program.';
comment on column critical_act.review_id is 'The review it was reported from.';
comment on column critical_act.step is 'The step that was overdue.';
comment on column critical_act.due_at is 'When the step was due.';
comment on column critical_act.text is 'In the person''s own words: what is feared, what was done, why.';

create table critical_case (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  case_id text not null,
  case_stage_id uuid not null,
  unit_id uuid not null,
  run integer not null default 1,
  started_at timestamp with time zone not null,
  acknowledge_by timestamp with time zone not null,
  act_by timestamp with time zone not null,
  confirm_by timestamp with time zone not null,
  account_by timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  acted_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  accounted_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  state text not null default 
CASE
    WHEN (withdrawn_at IS NOT NULL) THEN 'withdrawn'::text
    WHEN (accounted_at IS NOT NULL) THEN 'accounted'::text
    WHEN (confirmed_at IS NOT NULL) THEN 'confirmed'::text
    WHEN (acted_at IS NOT NULL) THEN 'acted'::text
    WHEN (acknowledged_at IS NOT NULL) THEN 'acknowledged'::text
    ELSE 'reported'::text
END,
  constraint critical_case_pkey PRIMARY KEY (municipality_id, id),
  constraint critical_case_municipality_id_case_stage_id_fkey FOREIGN KEY (municipality_id, case_stage_id) REFERENCES case_stage(municipality_id, id),
  constraint critical_case_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint critical_case_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint critical_case_case_id_check CHECK ((case_id <> ''::text)),
  constraint critical_case_check CHECK ((acknowledged_at >= started_at)),
  constraint critical_case_check1 CHECK ((acted_at >= acknowledged_at)),
  constraint critical_case_check2 CHECK ((confirmed_at >= acted_at)),
  constraint critical_case_check3 CHECK ((accounted_at >= confirmed_at)),
  constraint critical_case_check4 CHECK ((withdrawn_at >= started_at)),
  constraint critical_case_check5 CHECK (((acted_at IS NULL) OR (acknowledged_at IS NOT NULL))),
  constraint critical_case_check6 CHECK (((confirmed_at IS NULL) OR (acted_at IS NOT NULL))),
  constraint critical_case_check7 CHECK (((accounted_at IS NULL) OR (confirmed_at IS NOT NULL))),
  constraint critical_case_check8 CHECK (((accounted_at IS NULL) OR (withdrawn_at IS NULL))),
  constraint critical_case_check9 CHECK ((LEAST(acknowledge_by, act_by, confirm_by, account_by) > started_at)),
  constraint critical_case_run_check CHECK ((run > 0))
);
alter table critical_case enable row level security, force row level security;
create policy tenant on critical_case for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX critical_case_municipality_id_case_stage_id_idx ON public.critical_case USING btree (municipality_id, case_stage_id);
CREATE INDEX critical_case_municipality_id_unit_id_idx ON public.critical_case USING btree (municipality_id, unit_id);
CREATE UNIQUE INDEX critical_case_one_open ON public.critical_case USING btree (municipality_id, case_id) WHERE ((accounted_at IS NULL) AND (withdrawn_at IS NULL));
grant select on critical_case to tilsyn_app;
grant insert (id, case_id, case_stage_id, unit_id, run, started_at, acknowledge_by, act_by, confirm_by, account_by, acknowledged_at, acted_at, confirmed_at, accounted_at, withdrawn_at) on critical_case to tilsyn_app;
grant update (run, started_at, acknowledge_by, act_by, confirm_by, account_by, acknowledged_at, acted_at, confirmed_at, accounted_at, withdrawn_at) on critical_case to tilsyn_app;
comment on table critical_case is 'A case reported as critical, and how far its handling is.';
comment on column critical_case.case_id is 'The number its reporters find the file by.';
comment on column critical_case.case_stage_id is 'Of the first report: whoever took part in it does not close the case.';
comment on column critical_case.run is 'Counts the times the clock was started: 1, and one more for each reopening.';
comment on column critical_case.started_at is 'When this run''s clock started, by the program''s clock.';
comment on column critical_case.acknowledge_by is 'Deadlines of this run, by the programme''s settings when its clock started.';
comment on column critical_case.state is 'Computed: the furthest step done.';

create table deadline_rules (
  municipality_id uuid not null default sealed.current_municipality(),
  key text not null,
  version integer not null,
  title_da text not null,
  title_en text not null,
  source text not null,
  digest text not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  reason text,
  of_version integer,
  recorded_at timestamp with time zone not null default now(),
  constraint deadline_rules_pkey PRIMARY KEY (municipality_id, key, version),
  constraint deadline_rules_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint deadline_rules_municipality_id_published_by_fkey FOREIGN KEY (municipality_id, published_by) REFERENCES person(municipality_id, id),
  constraint deadline_rules_check CHECK (((of_version > 0) AND (of_version < version))),
  constraint deadline_rules_check1 CHECK (((published_by IS NULL) OR (reason IS NOT NULL))),
  constraint deadline_rules_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint deadline_rules_key_check CHECK ((key <> ''::text)),
  constraint deadline_rules_reason_check CHECK ((reason <> ''::text)),
  constraint deadline_rules_title_da_check CHECK ((title_da <> ''::text)),
  constraint deadline_rules_title_en_check CHECK ((title_en <> ''::text)),
  constraint deadline_rules_version_check CHECK ((version > 0))
);
alter table deadline_rules enable row level security, force row level security;
create policy tenant on deadline_rules for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX deadline_rules_municipality_id_published_by_idx ON public.deadline_rules USING btree (municipality_id, published_by);
CREATE TRIGGER published_never_changes BEFORE DELETE OR UPDATE ON public.deadline_rules FOR EACH ROW EXECUTE FUNCTION refuse_change_of_deadline_rules();
grant insert, select on deadline_rules to tilsyn_app;
comment on table deadline_rules is 'The deadlines of a law or a local agreement, as published. A version never changes; of each key the newest counts.';
comment on column deadline_rules.source is 'The rule file''s text, as it was read.';
comment on column deadline_rules.digest is 'SHA-256 (hex) of source.';
comment on column deadline_rules.published_by is 'Null: came with the program at the first import.';
comment on column deadline_rules.reason is 'Why it was published, in the publisher''s words; null where it came with the program.';
comment on column deadline_rules.of_version is 'The earlier version whose text is in force again; null where the text is new.';
comment on column deadline_rules.recorded_at is 'By the database''s clock: previews of events read before it are read again.';

create table difference_move (
  municipality_id uuid not null default sealed.current_municipality(),
  id bigint not null generated always as identity,
  review_id uuid not null,
  below_id uuid not null,
  question_key text not null,
  at timestamp with time zone not null default now(),
  person_id uuid not null,
  kind text not null,
  reason text,
  consensus text,
  own_answer text,
  below_answer text,
  note text,
  constraint difference_move_pkey PRIMARY KEY (municipality_id, id),
  constraint difference_move_municipality_id_below_id_fkey FOREIGN KEY (municipality_id, below_id) REFERENCES review(municipality_id, id),
  constraint difference_move_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint difference_move_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint difference_move_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint difference_move_below_answer_check CHECK ((below_answer <> ''::text)),
  constraint difference_move_check CHECK (((kind = 'proposed'::text) = (reason IS NOT NULL))),
  constraint difference_move_check1 CHECK (((kind = 'proposed'::text) = (consensus IS NOT NULL))),
  constraint difference_move_check2 CHECK ((review_id <> below_id)),
  constraint difference_move_consensus_check CHECK ((consensus <> ''::text)),
  constraint difference_move_kind_check CHECK ((kind = ANY (ARRAY['proposed'::text, 'agreed'::text, 'kept'::text]))),
  constraint difference_move_note_check CHECK ((note <> ''::text)),
  constraint difference_move_own_answer_check CHECK ((own_answer <> ''::text)),
  constraint difference_move_question_key_check CHECK ((question_key <> ''::text)),
  constraint difference_move_reason_check CHECK ((reason = ANY (ARRAY['law'::text, 'fact'::text, 'evidence-missing'::text, 'wording'::text])))
);
alter table difference_move enable row level security, force row level security;
create policy tenant on difference_move for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX difference_move_municipality_id_below_id_idx ON public.difference_move USING btree (municipality_id, below_id);
CREATE INDEX difference_move_municipality_id_person_id_idx ON public.difference_move USING btree (municipality_id, person_id);
CREATE INDEX difference_move_municipality_id_review_id_question_key_id_idx ON public.difference_move USING btree (municipality_id, review_id, question_key, id);
grant select on difference_move to tilsyn_app;
grant insert (review_id, below_id, question_key, person_id, kind, reason, consensus, own_answer, below_answer, note) on difference_move to tilsyn_app;
comment on table difference_move is 'Append-only: what two levels say to a question they answered differently. Neither answer is changed by it.';
comment on column difference_move.review_id is 'The higher level''s review.';
comment on column difference_move.kind is 'The higher level proposes; the lower level agrees or keeps its view.';
comment on column difference_move.consensus is 'yes, no, na, or the value in its written form: the grade''s place from 1, 12.5, 2024-01-31.';
comment on column difference_move.own_answer is 'The higher level''s answer when it was said; null: not asked there.';
comment on column difference_move.below_answer is 'The lower level''s answer when it was said; null: not asked there.';

create table draft_salt (
  municipality_id uuid not null default sealed.current_municipality(),
  person_id uuid not null default sealed.current_person(),
  salt bytea not null default sha256(((uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) || uuid_send(gen_random_uuid()))),
  made_at timestamp with time zone not null default now(),
  constraint draft_salt_pkey PRIMARY KEY (municipality_id, person_id, salt),
  constraint draft_salt_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint draft_salt_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint draft_salt_salt_check CHECK ((octet_length(salt) = 32))
);
alter table draft_salt enable row level security, force row level security;
create policy tenant on draft_salt for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX draft_salt_municipality_id_made_at_idx ON public.draft_salt USING btree (municipality_id, made_at);
grant delete, select on draft_salt to tilsyn_app;
grant insert (person_id) on draft_salt to tilsyn_app;
comment on table draft_salt is 'With a secret of the program, which is not in the database, makes the key of what a person''s browser keeps of unsent answers. A salt that is gone makes them unreadable for good.';

create table draw (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  level integer not null,
  phase text not null,
  algorithm text not null,
  frame_digest text not null,
  seed_digest text not null,
  seed bytea not null,
  selection jsonb not null,
  eligibility jsonb not null,
  from_draw_id uuid,
  committed_by uuid,
  committed_at timestamp with time zone not null default now(),
  drawn_at timestamp with time zone,
  seed_published_at timestamp with time zone,
  from_cases jsonb,
  constraint draw_pkey PRIMARY KEY (municipality_id, id),
  constraint draw_municipality_id_round_id_level_key UNIQUE (municipality_id, round_id, level),
  constraint draw_municipality_id_committed_by_fkey FOREIGN KEY (municipality_id, committed_by) REFERENCES person(municipality_id, id),
  constraint draw_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint draw_municipality_id_from_draw_id_fkey FOREIGN KEY (municipality_id, from_draw_id) REFERENCES draw(municipality_id, id),
  constraint draw_municipality_id_round_id_fkey FOREIGN KEY (municipality_id, round_id) REFERENCES round(municipality_id, id),
  constraint draw_check CHECK ((encode(sha256(seed), 'hex'::text) = seed_digest)),
  constraint draw_check1 CHECK ((drawn_at >= committed_at)),
  constraint draw_check2 CHECK ((seed_published_at >= drawn_at)),
  constraint draw_check3 CHECK (((from_draw_id IS NULL) = (from_cases IS NULL))),
  constraint draw_eligibility_check CHECK ((jsonb_typeof(eligibility) = 'array'::text)),
  constraint draw_frame_digest_check CHECK ((frame_digest ~ '^[0-9a-f]{64}$'::text)),
  constraint draw_from_cases_check CHECK ((jsonb_typeof(from_cases) = 'array'::text)),
  constraint draw_level_check CHECK ((level > 0)),
  constraint draw_phase_check CHECK ((phase <> ''::text)),
  constraint draw_seed_digest_check CHECK ((seed_digest ~ '^[0-9a-f]{64}$'::text)),
  constraint draw_selection_check CHECK ((jsonb_typeof(selection) = 'object'::text))
);
alter table draw enable row level security, force row level security;
create policy tenant on draw for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX draw_municipality_id_from_draw_id_idx ON public.draw USING btree (municipality_id, from_draw_id);
CREATE TRIGGER drawn_once BEFORE UPDATE ON public.draw FOR EACH ROW WHEN ((((old.drawn_at IS NOT NULL) AND (new.drawn_at IS DISTINCT FROM old.drawn_at)) OR ((old.seed_published_at IS NOT NULL) AND (new.seed_published_at IS DISTINCT FROM old.seed_published_at)))) EXECUTE FUNCTION refuse_second_time();
grant insert on draw to tilsyn_app;
grant select (municipality_id, id, round_id, level, phase, algorithm, frame_digest, seed_digest, selection, eligibility, from_draw_id, committed_by, committed_at, drawn_at, seed_published_at, from_cases) on draw to tilsyn_app;
grant update (drawn_at, seed_published_at) on draw to tilsyn_app;
comment on table draw is 'One level''s draw in a round: frame and seed are fixed by their digests before anything is drawn.';
comment on column draw.phase is 'ROUND/LEVEL; part of every case''s key.';
comment on column draw.frame_digest is 'SHA-256 over the eligible cases'' lines, sorted by case id as bytes.';
comment on column draw.seed is 'Secret until published: not granted to the app; read through sealed.draw_seed.';
comment on column draw.from_draw_id is 'The draw of the level below; null where the frame is the finished case stages.';
comment on column draw.from_cases is 'Case id and stage of the level below''s cases in force when this frame was frozen; null where the frame is the finished case stages.';

create table draw_case (
  municipality_id uuid not null default sealed.current_municipality(),
  draw_id uuid not null,
  case_stage_id uuid not null,
  case_id text not null,
  stage text not null,
  stratum text not null,
  key double precision,
  ord integer,
  status text not null default 'reserve'::text,
  reason text,
  replaced_by uuid,
  replaced_at timestamp with time zone,
  content jsonb not null,
  unit_id uuid not null,
  constraint draw_case_pkey PRIMARY KEY (municipality_id, draw_id, case_stage_id),
  constraint draw_case_municipality_id_draw_id_case_id_stage_key UNIQUE (municipality_id, draw_id, case_id, stage),
  constraint draw_case_municipality_id_case_stage_id_fkey FOREIGN KEY (municipality_id, case_stage_id) REFERENCES case_stage(municipality_id, id),
  constraint draw_case_municipality_id_draw_id_stratum_fkey FOREIGN KEY (municipality_id, draw_id, stratum) REFERENCES draw_stratum(municipality_id, draw_id, stratum),
  constraint draw_case_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint draw_case_municipality_id_replaced_by_fkey FOREIGN KEY (municipality_id, replaced_by) REFERENCES person(municipality_id, id),
  constraint draw_case_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint draw_case_check CHECK (((status = 'replaced'::text) = (reason IS NOT NULL))),
  constraint draw_case_check1 CHECK (((status = 'replaced'::text) = (replaced_at IS NOT NULL))),
  constraint draw_case_check2 CHECK (((status = 'reserve'::text) OR (ord IS NOT NULL))),
  constraint draw_case_content_check CHECK ((jsonb_typeof(content) = 'object'::text)),
  constraint draw_case_key_check CHECK (((key >= (0)::double precision) AND (key < (1)::double precision))),
  constraint draw_case_ord_check CHECK ((ord > 0)),
  constraint draw_case_reason_check CHECK ((reason <> ''::text)),
  constraint draw_case_status_check CHECK ((status = ANY (ARRAY['reserve'::text, 'drawn'::text, 'replaced'::text])))
);
alter table draw_case enable row level security, force row level security;
create policy tenant on draw_case for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX draw_case_municipality_id_case_stage_id_idx ON public.draw_case USING btree (municipality_id, case_stage_id);
CREATE INDEX draw_case_municipality_id_draw_id_status_idx ON public.draw_case USING btree (municipality_id, draw_id, status);
CREATE INDEX draw_case_municipality_id_draw_id_stratum_ord_idx ON public.draw_case USING btree (municipality_id, draw_id, stratum, ord);
CREATE INDEX draw_case_municipality_id_unit_id_idx ON public.draw_case USING btree (municipality_id, unit_id);
grant insert, select on draw_case to tilsyn_app;
grant update (key, ord, status, reason, replaced_by, replaced_at) on draw_case to tilsyn_app;
comment on table draw_case is 'The frozen frame: every eligible case stage with its stratum, after the draw with its number and order.';
comment on column draw_case.case_id is 'As it was when the frame was frozen; the digest is made of it.';
comment on column draw_case.key is 'The pseudo-random number in [0, 1); null before the draw.';
comment on column draw_case.ord is 'Place in the stratum''s order, from 1; null before the draw.';
comment on column draw_case.status is 'reserve: next in order when a drawn one is replaced.';
comment on column draw_case.replaced_by is 'Who found the case ineligible.';
comment on column draw_case.content is 'The frame''s other columns as they were when it was frozen: unit, caseworker, started, completed, attributes.';
comment on column draw_case.unit_id is 'The unit of content, where the case stage lay when the frame was frozen; its name there is the name of that day.';

create table draw_stratum (
  municipality_id uuid not null default sealed.current_municipality(),
  draw_id uuid not null,
  stratum text not null,
  eligible integer not null,
  wanted integer not null,
  drawn integer,
  excluded jsonb,
  constraint draw_stratum_pkey PRIMARY KEY (municipality_id, draw_id, stratum),
  constraint draw_stratum_municipality_id_draw_id_fkey FOREIGN KEY (municipality_id, draw_id) REFERENCES draw(municipality_id, id),
  constraint draw_stratum_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint draw_stratum_drawn_check CHECK ((drawn >= 0)),
  constraint draw_stratum_eligible_check CHECK ((eligible >= 0)),
  constraint draw_stratum_excluded_check CHECK ((jsonb_typeof(excluded) = 'array'::text)),
  constraint draw_stratum_wanted_check CHECK ((wanted >= 0))
);
alter table draw_stratum enable row level security, force row level security;
create policy tenant on draw_stratum for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant insert, select on draw_stratum to tilsyn_app;
grant update (drawn) on draw_stratum to tilsyn_app;
comment on table draw_stratum is 'How many cases a stratum of the frame has, how many were wanted and how many drawn.';
comment on column draw_stratum.wanted is 'May exceed eligible: then all are drawn.';
comment on column draw_stratum.drawn is 'Null before the draw.';
comment on column draw_stratum.excluded is 'How many cases fell out, by the part of the rule that they fell to; null where the selection counts none.';

create table due_feed (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  unit_id uuid not null,
  language text not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint due_feed_pkey PRIMARY KEY (municipality_id, id),
  constraint due_feed_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint due_feed_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint due_feed_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint due_feed_check CHECK ((ended_at >= created_at)),
  constraint due_feed_language_check CHECK ((language = ANY (ARRAY['da'::text, 'en'::text])))
);
alter table due_feed enable row level security, force row level security;
create policy tenant on due_feed for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX due_feed_municipality_id_unit_id_idx ON public.due_feed USING btree (municipality_id, unit_id);
CREATE UNIQUE INDEX due_feed_one ON public.due_feed USING btree (municipality_id, person_id, unit_id) WHERE (ended_at IS NULL);
grant insert, select on due_feed to tilsyn_app;
grant update (ended_at) on due_feed to tilsyn_app;
comment on table due_feed is 'A unit''s due days as a calendar that a calendar program fetches again and again for a person. It holds days and numbers, and what it may hold is asked anew each time it is fetched.';
comment on column due_feed.ended_at is 'Since when the address no longer answers.';

create table due_plan (
  municipality_id uuid not null default sealed.current_municipality(),
  round_id uuid not null,
  level integer not null,
  days integer not null,
  spread boolean not null,
  constraint due_plan_pkey PRIMARY KEY (municipality_id, round_id, level),
  constraint due_plan_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint due_plan_municipality_id_round_id_fkey FOREIGN KEY (municipality_id, round_id) REFERENCES round(municipality_id, id),
  constraint due_plan_days_check CHECK (((days >= 1) AND (days <= 365))),
  constraint due_plan_level_check CHECK ((level > 0))
);
alter table due_plan enable row level security, force row level security;
create policy tenant on due_plan for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant insert, select, update on due_plan to tilsyn_app;
comment on table due_plan is 'When a level''s reviews are due, where those who lead the audit chose otherwise than the usual.';
comment on column due_plan.days is 'Calendar days after the draw by which everything is to be submitted.';
comment on column due_plan.spread is 'True: every reviewer''s reviews are spread evenly over the weeks; false: all are due on the last day.';

create table event_import (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  source_id uuid not null,
  channel text not null,
  file_name text not null,
  file_digest text not null,
  state text not null default 'previewed'::text,
  counts jsonb not null,
  mapping jsonb not null default '{}'::jsonb,
  kinds jsonb not null default '{}'::jsonb,
  columns text[] not null default '{}'::text[],
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  reading jsonb not null default '{}'::jsonb,
  constraint event_import_pkey PRIMARY KEY (municipality_id, id),
  constraint event_import_municipality_id_confirmed_by_fkey FOREIGN KEY (municipality_id, confirmed_by) REFERENCES person(municipality_id, id),
  constraint event_import_municipality_id_created_by_fkey FOREIGN KEY (municipality_id, created_by) REFERENCES person(municipality_id, id),
  constraint event_import_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint event_import_municipality_id_source_id_fkey FOREIGN KEY (municipality_id, source_id) REFERENCES event_source(municipality_id, id),
  constraint event_import_channel_check CHECK ((channel = ANY (ARRAY['file'::text, 'api'::text]))),
  constraint event_import_check CHECK (((state = 'confirmed'::text) = (confirmed_at IS NOT NULL))),
  constraint event_import_counts_check CHECK ((jsonb_typeof(counts) = 'object'::text)),
  constraint event_import_file_digest_check CHECK ((file_digest ~ '^[0-9a-f]{64}$'::text)),
  constraint event_import_kinds_check CHECK ((jsonb_typeof(kinds) = 'object'::text)),
  constraint event_import_mapping_check CHECK ((jsonb_typeof(mapping) = 'object'::text)),
  constraint event_import_reading_check CHECK ((jsonb_typeof(reading) = 'object'::text)),
  constraint event_import_state_check CHECK ((state = ANY (ARRAY['previewed'::text, 'confirmed'::text, 'discarded'::text])))
);
alter table event_import enable row level security, force row level security;
create policy tenant on event_import for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX event_import_municipality_id_confirmed_by_idx ON public.event_import USING btree (municipality_id, confirmed_by);
CREATE INDEX event_import_municipality_id_created_at_idx ON public.event_import USING btree (municipality_id, created_at);
CREATE INDEX event_import_municipality_id_created_by_idx ON public.event_import USING btree (municipality_id, created_by);
CREATE INDEX event_import_municipality_id_source_id_idx ON public.event_import USING btree (municipality_id, source_id);
grant insert, select on event_import to tilsyn_app;
grant update (state, counts, confirmed_by, confirmed_at) on event_import to tilsyn_app;
comment on table event_import is 'One delivery of events, as a file or through the programming interface. Nothing is an event before it is confirmed.';
comment on column event_import.file_name is 'As the person''s computer called it, CPR-like digits hidden; empty where there was no file.';
comment on column event_import.file_digest is 'SHA-256 (hex) of the bytes delivered.';
comment on column event_import.counts is 'Rows by outcome, what is in them that no rule knows, and how many cases they touch.';
comment on column event_import.reading is 'As of event_source; dateOrder also where the file itself showed it.';

create table event_import_row (
  municipality_id uuid not null default sealed.current_municipality(),
  batch_id uuid not null,
  line integer not null,
  outcome text not null,
  event_key text,
  case_id text,
  kind text,
  day date,
  moment timestamp with time zone,
  unit text,
  caseworker text,
  child text,
  attributes jsonb,
  registered timestamp with time zone,
  note jsonb,
  child_cpr_hash bytea,
  child_cpr bytea,
  constraint event_import_row_pkey PRIMARY KEY (municipality_id, batch_id, line),
  constraint event_import_row_municipality_id_batch_id_fkey FOREIGN KEY (municipality_id, batch_id) REFERENCES event_import(municipality_id, id),
  constraint event_import_row_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint event_import_row_check CHECK (((outcome = 'refused'::text) OR ((event_key IS NOT NULL) AND (case_id IS NOT NULL) AND (kind IS NOT NULL) AND (day IS NOT NULL) AND (unit IS NOT NULL) AND (caseworker IS NOT NULL) AND (attributes IS NOT NULL)))),
  constraint event_import_row_check1 CHECK (((child_cpr_hash IS NULL) = (child_cpr IS NULL))),
  constraint event_import_row_child_cpr_hash_check CHECK ((octet_length(child_cpr_hash) = 32)),
  constraint event_import_row_line_check CHECK ((line > 0)),
  constraint event_import_row_outcome_check CHECK ((outcome = ANY (ARRAY['new'::text, 'corrected'::text, 'older'::text, 'refused'::text])))
);
alter table event_import_row enable row level security, force row level security;
create policy tenant on event_import_row for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant delete, insert, select on event_import_row to tilsyn_app;
comment on table event_import_row is 'The rows of a previewed delivery; deleted when it is confirmed or discarded. Unchanged rows are only counted.';
comment on column event_import_row.outcome is 'corrected: says something else of a known event than what stands; older: registered before what stands, so kept as history only.';
comment on column event_import_row.note is 'corrected: field to [before, after]; refused: the problems of the row (at most 1,000 rows of a delivery are kept).';
comment on column event_import_row.child_cpr_hash is 'HMAC-SHA256 of the ten digits, for look-up.';
comment on column event_import_row.child_cpr is 'The ten digits, encrypted by the app; the key is not in the database.';

create table event_source (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  name text not null,
  mapping jsonb not null default '{}'::jsonb,
  kinds jsonb not null default '{}'::jsonb,
  built_in boolean not null default false,
  reading jsonb not null default '{}'::jsonb,
  constraint event_source_pkey PRIMARY KEY (municipality_id, id),
  constraint event_source_municipality_id_name_key UNIQUE (municipality_id, name),
  constraint event_source_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint event_source_kinds_check CHECK ((jsonb_typeof(kinds) = 'object'::text)),
  constraint event_source_mapping_check CHECK ((jsonb_typeof(mapping) = 'object'::text)),
  constraint event_source_name_check CHECK ((name <> ''::text)),
  constraint event_source_reading_check CHECK ((jsonb_typeof(reading) = 'object'::text))
);
alter table event_source enable row level security, force row level security;
create policy tenant on event_source for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE UNIQUE INDEX event_source_municipality_id_idx ON public.event_source USING btree (municipality_id) WHERE built_in;
grant insert, select on event_source to tilsyn_app;
grant update (mapping, kinds, reading) on event_source to tilsyn_app;
comment on table event_source is 'A system whose events come again and again. Ids of events are unique within their source.';
comment on column event_source.mapping is 'Our column name to the file''s column name.';
comment on column event_source.kinds is 'The source''s word for a kind of event to the rules'' key.';
comment on column event_source.built_in is 'The program''s own registers; nothing is imported into it.';
comment on column event_source.reading is 'dateOrder (dmy or mdy), noTime (times of day that mean none is known), attributes (our name to the file''s column); what is left out was never said.';

create table feedback (
  municipality_id uuid not null default sealed.current_municipality(),
  review_id uuid not null,
  released_at timestamp with time zone not null,
  constraint feedback_pkey PRIMARY KEY (municipality_id, review_id),
  constraint feedback_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint feedback_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id)
);
alter table feedback enable row level security, force row level security;
create policy tenant on feedback for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant insert, select on feedback to tilsyn_app;
comment on table feedback is 'Append-only: reviews that those who did the work may see. One a case stage and round: the highest level''s.';

create table feedback_outcome (
  municipality_id uuid not null default sealed.current_municipality(),
  reply_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  outcome text not null,
  words text not null,
  constraint feedback_outcome_pkey PRIMARY KEY (municipality_id, reply_id),
  constraint feedback_outcome_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint feedback_outcome_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint feedback_outcome_municipality_id_reply_id_fkey FOREIGN KEY (municipality_id, reply_id) REFERENCES feedback_reply(municipality_id, id),
  constraint feedback_outcome_outcome_check CHECK ((outcome = ANY (ARRAY['upheld'::text, 'changed'::text]))),
  constraint feedback_outcome_words_check CHECK ((words <> ''::text))
);
alter table feedback_outcome enable row level security, force row level security;
create policy tenant on feedback_outcome for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX feedback_outcome_municipality_id_person_id_idx ON public.feedback_outcome USING btree (municipality_id, person_id);
grant insert, select on feedback_outcome to tilsyn_app;
comment on table feedback_outcome is 'Append-only: how a dispute ended. No answer is changed by it.';
comment on column feedback_outcome.outcome is 'upheld: the review stands; changed: those who lead the audit are asked to have it corrected.';

create table feedback_recipient (
  municipality_id uuid not null default sealed.current_municipality(),
  review_id uuid not null,
  person_id uuid not null,
  read_at timestamp with time zone,
  constraint feedback_recipient_pkey PRIMARY KEY (municipality_id, review_id, person_id),
  constraint feedback_recipient_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint feedback_recipient_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint feedback_recipient_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES feedback(municipality_id, review_id)
);
alter table feedback_recipient enable row level security, force row level security;
create policy tenant on feedback_recipient for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX feedback_recipient_municipality_id_person_id_idx ON public.feedback_recipient USING btree (municipality_id, person_id);
grant insert, select on feedback_recipient to tilsyn_app;
grant update (read_at) on feedback_recipient to tilsyn_app;
comment on table feedback_recipient is 'Who did the work: the responsible caseworker and those who took part, as the registry had them at the release.';
comment on column feedback_recipient.read_at is 'When they said that they had read it; null: not yet.';

create table feedback_reply (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  review_id uuid not null,
  question_key text not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  words text,
  constraint feedback_reply_pkey PRIMARY KEY (municipality_id, id),
  constraint feedback_reply_municipality_id_review_id_question_key_perso_key UNIQUE (municipality_id, review_id, question_key, person_id),
  constraint feedback_reply_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint feedback_reply_municipality_id_review_id_person_id_fkey FOREIGN KEY (municipality_id, review_id, person_id) REFERENCES feedback_recipient(municipality_id, review_id, person_id),
  constraint feedback_reply_check CHECK (((kind <> 'disputed'::text) OR (words IS NOT NULL))),
  constraint feedback_reply_kind_check CHECK ((kind = ANY (ARRAY['accepted'::text, 'disputed'::text]))),
  constraint feedback_reply_question_key_check CHECK ((question_key <> ''::text)),
  constraint feedback_reply_words_check CHECK ((words <> ''::text))
);
alter table feedback_reply enable row level security, force row level security;
create policy tenant on feedback_reply for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX feedback_reply_municipality_id_review_id_person_id_idx ON public.feedback_reply USING btree (municipality_id, review_id, person_id);
grant insert, select on feedback_reply to tilsyn_app;
comment on table feedback_reply is 'Append-only: whether somebody accepts a point that was not in order, or disputes it, in their own words.';

create table finding (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  case_stage_id uuid not null,
  unit_id uuid not null,
  stage text not null,
  question_key text,
  words text,
  added_in uuid,
  added_by uuid,
  found_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  sources integer not null default 0,
  severity text not null default 'unassessed'::text,
  severity_by uuid,
  run integer not null default 1,
  version integer not null default 1,
  measures text[],
  responsible_id uuid,
  due_on date,
  contacted_on date,
  response text,
  carried_out_on date,
  journalised_on date,
  carried_out_by uuid,
  verified_by uuid,
  ground text,
  proposed_by uuid,
  approved_by uuid,
  fallen boolean not null default false,
  told_waiting boolean not null default false,
  state text not null default 
CASE
    WHEN fallen THEN 'fallen-away'::text
    WHEN (approved_by IS NOT NULL) THEN 'not-restored'::text
    WHEN (proposed_by IS NOT NULL) THEN 'proposed'::text
    WHEN (verified_by IS NOT NULL) THEN 'verified'::text
    WHEN (carried_out_by IS NOT NULL) THEN 'carried-out'::text
    WHEN (contacted_on IS NOT NULL) THEN 'contacted'::text
    WHEN (measures IS NOT NULL) THEN 'planned'::text
    ELSE 'open'::text
END,
  closed boolean not null default (fallen OR (approved_by IS NOT NULL) OR (verified_by IS NOT NULL)),
  first_due_on date,
  put_off integer not null default 0,
  put_off_late boolean not null default false,
  words_key text,
  late_before boolean not null default false,
  constraint finding_pkey PRIMARY KEY (municipality_id, id),
  constraint finding_municipality_id_round_id_case_stage_id_question_key_key UNIQUE (municipality_id, round_id, case_stage_id, question_key),
  constraint finding_municipality_id_added_by_fkey FOREIGN KEY (municipality_id, added_by) REFERENCES person(municipality_id, id),
  constraint finding_municipality_id_added_in_fkey FOREIGN KEY (municipality_id, added_in) REFERENCES review(municipality_id, id),
  constraint finding_municipality_id_approved_by_fkey FOREIGN KEY (municipality_id, approved_by) REFERENCES person(municipality_id, id),
  constraint finding_municipality_id_carried_out_by_fkey FOREIGN KEY (municipality_id, carried_out_by) REFERENCES person(municipality_id, id),
  constraint finding_municipality_id_case_stage_id_fkey FOREIGN KEY (municipality_id, case_stage_id) REFERENCES case_stage(municipality_id, id),
  constraint finding_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint finding_municipality_id_proposed_by_fkey FOREIGN KEY (municipality_id, proposed_by) REFERENCES person(municipality_id, id),
  constraint finding_municipality_id_responsible_id_fkey FOREIGN KEY (municipality_id, responsible_id) REFERENCES person(municipality_id, id),
  constraint finding_municipality_id_round_id_fkey FOREIGN KEY (municipality_id, round_id) REFERENCES round(municipality_id, id),
  constraint finding_municipality_id_severity_by_fkey FOREIGN KEY (municipality_id, severity_by) REFERENCES person(municipality_id, id),
  constraint finding_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint finding_municipality_id_verified_by_fkey FOREIGN KEY (municipality_id, verified_by) REFERENCES person(municipality_id, id),
  constraint finding_approved_by_another CHECK (((approved_by IS NULL) OR ((proposed_by IS NOT NULL) AND (approved_by <> proposed_by) AND (approved_by IS DISTINCT FROM responsible_id)))),
  constraint finding_carried_out CHECK (((carried_out_on IS NULL) OR ((measures IS NOT NULL) AND
CASE
    WHEN ('registration-only'::text = ANY (measures)) THEN (journalised_on IS NULL)
    ELSE ((contacted_on IS NOT NULL) AND (response = 'accepted'::text) AND (journalised_on IS NOT NULL))
END))),
  constraint finding_check CHECK (((question_key IS NULL) = (words IS NOT NULL))),
  constraint finding_check1 CHECK (((words IS NULL) = (added_in IS NULL))),
  constraint finding_check10 CHECK (((proposed_by IS NULL) OR (carried_out_by IS NULL))),
  constraint finding_check11 CHECK (((ground IS DISTINCT FROM 'citizen-declined'::text) OR (NOT (response IS DISTINCT FROM 'declined'::text)))),
  constraint finding_check12 CHECK (((words IS NULL) = (words_key IS NULL))),
  constraint finding_check2 CHECK (((words IS NULL) = (added_by IS NULL))),
  constraint finding_check3 CHECK (((severity = 'unassessed'::text) OR (severity_by IS NOT NULL))),
  constraint finding_check4 CHECK (((measures IS NULL) = (responsible_id IS NULL))),
  constraint finding_check5 CHECK (((measures IS NULL) = (due_on IS NULL))),
  constraint finding_check6 CHECK (((contacted_on IS NULL) = (response IS NULL))),
  constraint finding_check7 CHECK (((carried_out_on IS NULL) = (carried_out_by IS NULL))),
  constraint finding_check8 CHECK (((journalised_on IS NULL) OR (carried_out_on IS NOT NULL))),
  constraint finding_check9 CHECK (((ground IS NULL) = (proposed_by IS NULL))),
  constraint finding_contact_planned CHECK (((contacted_on IS NULL) OR ((measures IS NOT NULL) AND (NOT ('registration-only'::text = ANY (measures)))))),
  constraint finding_fallen CHECK (((NOT fallen) OR ((sources = 0) AND (carried_out_by IS NULL) AND (approved_by IS NULL)))),
  constraint finding_first_due CHECK (((due_on IS NULL) OR (first_due_on IS NOT NULL))),
  constraint finding_ground_check CHECK ((ground = ANY (ARRAY['impossible'::text, 'too-late'::text, 'citizen-declined'::text, 'nothing-to-restore'::text]))),
  constraint finding_measures_check CHECK (((cardinality(measures) > 0) AND (measures <@ ARRAY['decision'::text, 'party-hearing'::text, 'consent'::text, 'reasons'::text, 'complaint-guidance'::text, 'journalising'::text, 'registration-only'::text]))),
  constraint finding_measures_check1 CHECK (((NOT ('registration-only'::text = ANY (measures))) OR (cardinality(measures) = 1))),
  constraint finding_put_off_check CHECK ((put_off >= 0)),
  constraint finding_question_key_check CHECK ((question_key <> ''::text)),
  constraint finding_response_check CHECK ((response = ANY (ARRAY['accepted'::text, 'declined'::text]))),
  constraint finding_run_check CHECK ((run > 0)),
  constraint finding_severity_check CHECK ((severity = ANY (ARRAY['unassessed'::text, 'slight'::text, 'ordinary'::text, 'serious'::text]))),
  constraint finding_sources_check CHECK ((sources >= 0)),
  constraint finding_stage_check CHECK ((stage <> ''::text)),
  constraint finding_verified_by_another CHECK (((verified_by IS NULL) OR ((carried_out_by IS NOT NULL) AND (verified_by <> carried_out_by) AND (verified_by <> responsible_id)))),
  constraint finding_version_check CHECK ((version > 0)),
  constraint finding_words_check CHECK ((words <> ''::text)),
  constraint finding_words_key_check CHECK ((words_key <> ''::text))
);
alter table finding enable row level security, force row level security;
create policy tenant on finding for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX finding_in_order ON public.finding USING btree (municipality_id, closed, due_on, found_at, id);
CREATE INDEX finding_municipality_id_added_in_idx ON public.finding USING btree (municipality_id, added_in) WHERE (added_in IS NOT NULL);
CREATE INDEX finding_municipality_id_case_stage_id_idx ON public.finding USING btree (municipality_id, case_stage_id);
CREATE INDEX finding_municipality_id_responsible_id_idx ON public.finding USING btree (municipality_id, responsible_id) WHERE (NOT closed);
CREATE INDEX finding_of_unit_in_order ON public.finding USING btree (municipality_id, unit_id, closed, due_on, found_at, id);
CREATE UNIQUE INDEX finding_of_words ON public.finding USING btree (municipality_id, round_id, case_stage_id, words_key) WHERE (words_key IS NOT NULL);
CREATE INDEX finding_put_off_late ON public.finding USING btree (municipality_id, unit_id) WHERE (put_off_late OR late_before);
CREATE INDEX finding_waiting ON public.finding USING btree (municipality_id, recorded_at) WHERE ((state = 'open'::text) AND (sources > 0) AND (NOT told_waiting));
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.finding FOR EACH ROW EXECUTE FUNCTION sealed.guard_finding();
CREATE TRIGGER guard_closing_hand BEFORE UPDATE OF verified_by, approved_by ON public.finding FOR EACH ROW EXECUTE FUNCTION sealed.guard_closing_hand();
CREATE TRIGGER keep_due_days BEFORE UPDATE ON public.finding FOR EACH ROW EXECUTE FUNCTION sealed.keep_due_days();
grant select on finding to tilsyn_app;
grant insert (municipality_id, id, round_id, case_stage_id, unit_id, stage, question_key, words, added_in, added_by, found_at, recorded_at, fallen, words_key) on finding to tilsyn_app;
grant update (sources, severity, severity_by, run, version, measures, responsible_id, due_on, contacted_on, response, carried_out_on, journalised_on, carried_out_by, verified_by, ground, proposed_by, approved_by, fallen, told_waiting) on finding to tilsyn_app;
comment on table finding is 'One error at one case of one round, joined over the levels that found it, and how far its restoration is.';
comment on column finding.question_key is 'The question whose answer was not the expected one; null: added in a reviewer''s words.';
comment on column finding.added_in is 'The review that the words were added in.';
comment on column finding.found_at is 'The first submission that found it.';
comment on column finding.recorded_at is 'When it was put on record; later than found_at for rounds from before there were findings.';
comment on column finding.sources is 'Reviews whose submitted answers stand behind it now.';
comment on column finding.run is 'Counts the times it was opened: 1, and one more for each reopening.';
comment on column finding.version is 'Grows with every act of a person; an act names the version it saw.';
comment on column finding.contacted_on is 'The citizen was contacted and told that the step is due to an earlier error.';
comment on column finding.journalised_on is 'The day of the note in the case; null where only the registration is corrected.';
comment on column finding.fallen is 'No submitted answer stands behind it any more.';
comment on column finding.told_waiting is 'Its unit was told that it has waited too long for a plan, in this run.';
comment on column finding.state is 'Computed: the furthest step.';
comment on column finding.first_due_on is 'The due day of the finding''s first plan, in whatever run; kept by a trigger, from the record.';
comment on column finding.put_off is 'How often the due day was moved to a later one, in all runs; kept by a trigger, from the record.';
comment on column finding.put_off_late is 'It was overdue when it was put off, in whatever run; kept by a trigger, from the record.';
comment on column finding.words_key is 'The words as they are compared: the same about one case of a round are one error.';
comment on column finding.late_before is 'Its due day had passed when an earlier run ended; kept by a trigger, from the record.';

create table finding_act (
  municipality_id uuid not null default sealed.current_municipality(),
  id bigint not null generated always as identity,
  finding_id uuid not null,
  run integer not null,
  at timestamp with time zone not null,
  kind text not null,
  person_id uuid,
  text text,
  review_id uuid,
  measures text[],
  responsible_id uuid,
  due_on date,
  done_on date,
  journalised_on date,
  response text,
  ground text,
  severity text,
  constraint finding_act_pkey PRIMARY KEY (municipality_id, id),
  constraint finding_act_municipality_id_finding_id_fkey FOREIGN KEY (municipality_id, finding_id) REFERENCES finding(municipality_id, id),
  constraint finding_act_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint finding_act_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint finding_act_municipality_id_responsible_id_fkey FOREIGN KEY (municipality_id, responsible_id) REFERENCES person(municipality_id, id),
  constraint finding_act_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint finding_act_check CHECK (((kind = ANY (ARRAY['found'::text, 'source-withdrawn'::text, 'fell-away'::text, 'told-overdue'::text, 'told-overdue-director'::text, 'told-waiting'::text])) = (person_id IS NULL))),
  constraint finding_act_check1 CHECK (((kind = ANY (ARRAY['found'::text, 'source-withdrawn'::text])) = (review_id IS NOT NULL))),
  constraint finding_act_check2 CHECK (((kind = 'plan'::text) = (measures IS NOT NULL))),
  constraint finding_act_check3 CHECK (((kind = 'plan'::text) = (responsible_id IS NOT NULL))),
  constraint finding_act_check5 CHECK (((kind = ANY (ARRAY['contact'::text, 'carry-out'::text])) = (done_on IS NOT NULL))),
  constraint finding_act_check6 CHECK (((kind = 'carry-out'::text) OR (journalised_on IS NULL))),
  constraint finding_act_check7 CHECK (((kind = 'contact'::text) = (response IS NOT NULL))),
  constraint finding_act_check8 CHECK (((kind = 'propose'::text) = (ground IS NOT NULL))),
  constraint finding_act_check9 CHECK (((kind = 'assess'::text) = (severity IS NOT NULL))),
  constraint finding_act_due CHECK (((kind = ANY (ARRAY['plan'::text, 'put-off'::text, 'told-overdue'::text, 'told-overdue-director'::text, 'told-waiting'::text])) = (due_on IS NOT NULL))),
  constraint finding_act_ground_check CHECK ((ground = ANY (ARRAY['impossible'::text, 'too-late'::text, 'citizen-declined'::text, 'nothing-to-restore'::text]))),
  constraint finding_act_kind_check CHECK ((kind = ANY (ARRAY['found'::text, 'source-withdrawn'::text, 'fell-away'::text, 'plan'::text, 'put-off'::text, 'contact'::text, 'carry-out'::text, 'verify'::text, 'send-back'::text, 'propose'::text, 'approve'::text, 'refuse'::text, 'reopen'::text, 'assess'::text, 'told-overdue'::text, 'told-overdue-director'::text, 'told-waiting'::text]))),
  constraint finding_act_reason CHECK (((kind <> ALL (ARRAY['put-off'::text, 'send-back'::text, 'propose'::text, 'refuse'::text, 'reopen'::text])) OR (text IS NOT NULL))),
  constraint finding_act_response_check CHECK ((response = ANY (ARRAY['accepted'::text, 'declined'::text]))),
  constraint finding_act_run_check CHECK ((run > 0)),
  constraint finding_act_severity_check CHECK ((severity = ANY (ARRAY['unassessed'::text, 'slight'::text, 'ordinary'::text, 'serious'::text]))),
  constraint finding_act_text_check CHECK ((text <> ''::text))
);
alter table finding_act enable row level security, force row level security;
create policy tenant on finding_act for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX finding_act_by_person ON public.finding_act USING btree (municipality_id, person_id, at) WHERE (kind = ANY (ARRAY['contact'::text, 'carry-out'::text, 'propose'::text, 'verify'::text, 'approve'::text]));
CREATE UNIQUE INDEX finding_act_ends_once ON public.finding_act USING btree (municipality_id, finding_id, run, kind) WHERE (kind = ANY (ARRAY['verify'::text, 'approve'::text, 'reopen'::text]));
CREATE INDEX finding_act_municipality_id_finding_id_id_idx ON public.finding_act USING btree (municipality_id, finding_id, id);
CREATE INDEX finding_act_municipality_id_review_id_idx ON public.finding_act USING btree (municipality_id, review_id) WHERE (review_id IS NOT NULL);
CREATE INDEX finding_act_responsible ON public.finding_act USING btree (municipality_id, responsible_id) WHERE (kind = 'plan'::text);
CREATE UNIQUE INDEX finding_act_told_once ON public.finding_act USING btree (municipality_id, finding_id, run, kind, due_on) WHERE (kind = ANY (ARRAY['told-overdue'::text, 'told-overdue-director'::text, 'told-waiting'::text]));
grant select on finding_act to tilsyn_app;
grant insert (municipality_id, finding_id, run, at, kind, person_id, text, review_id, measures, responsible_id, due_on, done_on, journalised_on, response, ground, severity) on finding_act to tilsyn_app;
comment on table finding_act is 'Append-only: what was done about a finding, by whom and when; what the program did names nobody.';
comment on column finding_act.text is 'In the person''s own words.';
comment on column finding_act.review_id is 'The review that found it, or whose answer stands no more.';
comment on column finding_act.due_on is 'Of a plan and of putting off; of the program''s messages, the day that had passed.';

create table finding_addition (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  finding_id uuid not null,
  review_id uuid not null,
  person_id uuid not null,
  text text not null,
  at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint finding_addition_pkey PRIMARY KEY (municipality_id, id),
  constraint finding_addition_municipality_id_finding_id_review_id_perso_key UNIQUE (municipality_id, finding_id, review_id, person_id),
  constraint finding_addition_municipality_id_finding_id_fkey FOREIGN KEY (municipality_id, finding_id) REFERENCES finding(municipality_id, id),
  constraint finding_addition_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint finding_addition_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint finding_addition_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint finding_addition_text_check CHECK ((text <> ''::text))
);
alter table finding_addition enable row level security, force row level security;
create policy tenant on finding_addition for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX finding_addition_municipality_id_review_id_idx ON public.finding_addition USING btree (municipality_id, review_id);
grant select on finding_addition to tilsyn_app;
grant insert (municipality_id, finding_id, review_id, person_id, text, at) on finding_addition to tilsyn_app;
grant update (text, at, withdrawn_at) on finding_addition to tilsyn_app;
comment on table finding_addition is 'What a reviewer added to a review in words. It stands behind its finding while the review is submitted.';
comment on column finding_addition.withdrawn_at is 'The reviewer took it back; null: it stands.';

create table finding_source (
  municipality_id uuid not null default sealed.current_municipality(),
  finding_id uuid not null,
  review_id uuid not null,
  level integer not null,
  found_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint finding_source_pkey PRIMARY KEY (municipality_id, finding_id, review_id),
  constraint finding_source_municipality_id_finding_id_fkey FOREIGN KEY (municipality_id, finding_id) REFERENCES finding(municipality_id, id),
  constraint finding_source_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint finding_source_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint finding_source_level_check CHECK ((level > 0))
);
alter table finding_source enable row level security, force row level security;
create policy tenant on finding_source for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX finding_source_municipality_id_review_id_idx ON public.finding_source USING btree (municipality_id, review_id);
grant insert, select on finding_source to tilsyn_app;
grant update (found_at, withdrawn_at) on finding_source to tilsyn_app;
comment on table finding_source is 'The reviews that found it, level by level.';
comment on column finding_source.withdrawn_at is 'When the answer was corrected or the submission taken back; null: it stands.';

create table flow_subscription (
  municipality_id uuid not null default sealed.current_municipality(),
  person_id uuid not null,
  rhythm text not null,
  scope text not null,
  since timestamp with time zone not null default now(),
  constraint flow_subscription_pkey PRIMARY KEY (municipality_id, person_id, rhythm),
  constraint flow_subscription_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint flow_subscription_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint flow_subscription_rhythm_check CHECK ((rhythm = ANY (ARRAY['week'::text, 'month'::text]))),
  constraint flow_subscription_scope_check CHECK ((scope = ANY (ARRAY['own-units'::text, 'municipality'::text])))
);
alter table flow_subscription enable row level security, force row level security;
create policy tenant on flow_subscription for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant delete, insert, select on flow_subscription to tilsyn_app;
grant update (scope) on flow_subscription to tilsyn_app;
comment on table flow_subscription is 'Who wants a mail when a week''s or a month''s report of case flow is there. Begun and stopped by the person; the change log keeps when.';
comment on column flow_subscription.scope is 'What the mail links to: each of the person''s units, or the municipality as a whole. Whether they may read it is asked anew at every mail.';
comment on column flow_subscription.since is 'Reports that were there before are not told of.';

create table four_box (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  round_id uuid,
  visit_id uuid,
  title text not null,
  lines jsonb not null,
  version integer not null default 1,
  author_id uuid,
  author_role text not null,
  written_at timestamp with time zone not null,
  shared_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint four_box_pkey PRIMARY KEY (municipality_id, id),
  constraint four_box_municipality_id_author_id_fkey FOREIGN KEY (municipality_id, author_id) REFERENCES person(municipality_id, id),
  constraint four_box_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint four_box_municipality_id_round_id_fkey FOREIGN KEY (municipality_id, round_id) REFERENCES round(municipality_id, id),
  constraint four_box_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint four_box_municipality_id_visit_id_fkey FOREIGN KEY (municipality_id, visit_id) REFERENCES learning_visit(municipality_id, id),
  constraint four_box_municipality_id_withdrawn_by_fkey FOREIGN KEY (municipality_id, withdrawn_by) REFERENCES person(municipality_id, id),
  constraint four_box_author_role_check CHECK ((author_role <> ''::text)),
  constraint four_box_check CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint four_box_lines_check CHECK ((jsonb_typeof(lines) = 'object'::text)),
  constraint four_box_title_check CHECK ((title <> ''::text)),
  constraint four_box_version_check CHECK ((version > 0))
);
alter table four_box enable row level security, force row level security;
create policy tenant on four_box for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX four_box_municipality_id_author_id_idx ON public.four_box USING btree (municipality_id, author_id);
CREATE INDEX four_box_municipality_id_round_id_idx ON public.four_box USING btree (municipality_id, round_id);
CREATE INDEX four_box_municipality_id_unit_id_written_at_idx ON public.four_box USING btree (municipality_id, unit_id, written_at);
CREATE INDEX four_box_municipality_id_visit_id_idx ON public.four_box USING btree (municipality_id, visit_id);
CREATE INDEX four_box_municipality_id_withdrawn_by_idx ON public.four_box USING btree (municipality_id, withdrawn_by);
grant insert, select on four_box to tilsyn_app;
grant update (title, lines, version, shared_at, withdrawn_at, withdrawn_by) on four_box to tilsyn_app;
comment on table four_box is 'A four-box proposal: what do we want, what is hard, how do we do it, what do we do already.';
comment on column four_box.lines is 'The lines of each box: {want, hard, how, already}, each an array of texts.';
comment on column four_box.author_role is 'As of the writing; shown to the unit in place of the name.';
comment on column four_box.shared_at is 'From here on the unit reads it; null: a draft that its author alone sees.';

create table goal (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  programme_key text not null,
  stage_key text,
  question_key text,
  target_percent integer not null,
  why text,
  base_round_id uuid not null,
  base_figure jsonb not null,
  round_id uuid,
  set_by uuid,
  set_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_reason text,
  four_box_id uuid,
  constraint goal_pkey PRIMARY KEY (municipality_id, id),
  constraint goal_municipality_id_base_round_id_fkey FOREIGN KEY (municipality_id, base_round_id) REFERENCES round(municipality_id, id),
  constraint goal_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint goal_municipality_id_four_box_id_fkey FOREIGN KEY (municipality_id, four_box_id) REFERENCES four_box(municipality_id, id),
  constraint goal_municipality_id_round_id_fkey FOREIGN KEY (municipality_id, round_id) REFERENCES round(municipality_id, id),
  constraint goal_municipality_id_set_by_fkey FOREIGN KEY (municipality_id, set_by) REFERENCES person(municipality_id, id),
  constraint goal_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint goal_municipality_id_withdrawn_by_fkey FOREIGN KEY (municipality_id, withdrawn_by) REFERENCES person(municipality_id, id),
  constraint goal_base_figure_check CHECK ((jsonb_typeof(base_figure) = 'object'::text)),
  constraint goal_check CHECK ((withdrawn_at >= set_at)),
  constraint goal_check1 CHECK (((question_key IS NULL) OR (stage_key IS NOT NULL))),
  constraint goal_check2 CHECK ((round_id <> base_round_id)),
  constraint goal_check3 CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))),
  constraint goal_programme_key_check CHECK ((programme_key <> ''::text)),
  constraint goal_question_key_check CHECK ((question_key <> ''::text)),
  constraint goal_stage_key_check CHECK ((stage_key <> ''::text)),
  constraint goal_target_percent_check CHECK (((target_percent >= 1) AND (target_percent <= 100))),
  constraint goal_why_check CHECK ((why <> ''::text)),
  constraint goal_withdrawn_reason_check CHECK ((withdrawn_reason <> ''::text))
);
alter table goal enable row level security, force row level security;
create policy tenant on goal for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX goal_municipality_id_base_round_id_idx ON public.goal USING btree (municipality_id, base_round_id);
CREATE INDEX goal_municipality_id_four_box_id_idx ON public.goal USING btree (municipality_id, four_box_id);
CREATE INDEX goal_municipality_id_round_id_idx ON public.goal USING btree (municipality_id, round_id);
CREATE INDEX goal_municipality_id_set_by_idx ON public.goal USING btree (municipality_id, set_by);
CREATE INDEX goal_municipality_id_unit_id_set_at_idx ON public.goal USING btree (municipality_id, unit_id, set_at);
CREATE INDEX goal_municipality_id_withdrawn_by_idx ON public.goal USING btree (municipality_id, withdrawn_by);
CREATE TRIGGER goal_settled BEFORE UPDATE ON public.goal FOR EACH ROW EXECUTE FUNCTION refuse_change_of_goal();
grant insert, select on goal to tilsyn_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on goal to tilsyn_app;
comment on table goal is 'What share a unit wants to reach on one question, one stage or all stages, by which round. It cannot be changed, only withdrawn.';
comment on column goal.stage_key is 'Null: all stages.';
comment on column goal.question_key is 'Null: the composite of the stage, or of all stages.';
comment on column goal.base_round_id is 'The finished round whose results the goal was chosen from.';
comment on column goal.base_figure is 'What that round showed of it, and what may be expected of the next though nothing changes.';
comment on column goal.round_id is 'The round it is judged at; null: the next one of the programme whose cases are finished after the goal was set.';
comment on column goal.four_box_id is 'The shared proposal of the unit that the goal grew from; null: none.';

create table goal_judgement (
  municipality_id uuid not null default sealed.current_municipality(),
  goal_id uuid not null,
  round_id uuid not null,
  verdict text not null,
  reason text,
  figure jsonb,
  judged_at timestamp with time zone not null,
  constraint goal_judgement_pkey PRIMARY KEY (municipality_id, goal_id),
  constraint goal_judgement_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint goal_judgement_municipality_id_goal_id_fkey FOREIGN KEY (municipality_id, goal_id) REFERENCES goal(municipality_id, id),
  constraint goal_judgement_municipality_id_round_id_fkey FOREIGN KEY (municipality_id, round_id) REFERENCES round(municipality_id, id),
  constraint goal_judgement_check CHECK (((verdict = 'cannot-tell'::text) = (reason IS NOT NULL))),
  constraint goal_judgement_check1 CHECK (((figure IS NULL) = ((reason IS NOT NULL) AND (reason <> 'too-few'::text)))),
  constraint goal_judgement_figure_check CHECK ((jsonb_typeof(figure) = 'object'::text)),
  constraint goal_judgement_reason_check CHECK ((reason = ANY (ARRAY['too-few'::text, 'no-answers'::text, 'asked-otherwise'::text]))),
  constraint goal_judgement_verdict_check CHECK ((verdict = ANY (ARRAY['met'::text, 'not-met'::text, 'cannot-tell'::text])))
);
alter table goal_judgement enable row level security, force row level security;
create policy tenant on goal_judgement for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX goal_judgement_municipality_id_round_id_idx ON public.goal_judgement USING btree (municipality_id, round_id);
grant insert, select on goal_judgement to tilsyn_app;
comment on table goal_judgement is 'Append-only: what a closed round says of a goal, by the results'' own interval.';
comment on column goal_judgement.figure is 'The share with its counts and interval; null where nothing could be counted.';

create table import_batch (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  source_id uuid not null,
  file_name text not null,
  file_digest text not null,
  state text not null default 'previewed'::text,
  counts jsonb not null,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  mapping jsonb not null default '{}'::jsonb,
  columns text[] not null default '{}'::text[],
  constraint import_batch_pkey PRIMARY KEY (municipality_id, id),
  constraint import_batch_municipality_id_confirmed_by_fkey FOREIGN KEY (municipality_id, confirmed_by) REFERENCES person(municipality_id, id),
  constraint import_batch_municipality_id_created_by_fkey FOREIGN KEY (municipality_id, created_by) REFERENCES person(municipality_id, id),
  constraint import_batch_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint import_batch_municipality_id_source_id_fkey FOREIGN KEY (municipality_id, source_id) REFERENCES import_source(municipality_id, id),
  constraint import_batch_check CHECK (((state = 'confirmed'::text) = (confirmed_at IS NOT NULL))),
  constraint import_batch_counts_check CHECK ((jsonb_typeof(counts) = 'object'::text)),
  constraint import_batch_file_digest_check CHECK ((file_digest ~ '^[0-9a-f]{64}$'::text)),
  constraint import_batch_mapping_check CHECK ((jsonb_typeof(mapping) = 'object'::text)),
  constraint import_batch_state_check CHECK ((state = ANY (ARRAY['previewed'::text, 'confirmed'::text, 'discarded'::text])))
);
alter table import_batch enable row level security, force row level security;
create policy tenant on import_batch for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX import_batch_municipality_id_created_at_idx ON public.import_batch USING btree (municipality_id, created_at);
CREATE INDEX import_batch_municipality_id_source_id_idx ON public.import_batch USING btree (municipality_id, source_id);
grant insert, select on import_batch to tilsyn_app;
grant update (state, counts, confirmed_by, confirmed_at) on import_batch to tilsyn_app;
comment on table import_batch is 'One reading of one file. Nothing reaches the registry before it is confirmed.';
comment on column import_batch.file_name is 'As the person''s computer called it; CPR-like digits are hidden.';
comment on column import_batch.file_digest is 'SHA-256 (hex) of the file''s bytes.';
comment on column import_batch.counts is 'Rows by outcome: rows, new, changed, unchanged, refused; open: not finished.';
comment on column import_batch.mapping is 'Our column name to the file''s, as this file was read.';
comment on column import_batch.columns is 'The file''s column names, in its order; CPR-like digits are hidden.';

create table import_row (
  municipality_id uuid not null default sealed.current_municipality(),
  batch_id uuid not null,
  line integer not null,
  outcome text not null,
  content jsonb not null,
  difference jsonb,
  constraint import_row_pkey PRIMARY KEY (municipality_id, batch_id, line),
  constraint import_row_municipality_id_batch_id_fkey FOREIGN KEY (municipality_id, batch_id) REFERENCES import_batch(municipality_id, id),
  constraint import_row_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint import_row_line_check CHECK ((line > 0)),
  constraint import_row_outcome_check CHECK ((outcome = ANY (ARRAY['new'::text, 'unchanged'::text, 'changed'::text, 'refused'::text])))
);
alter table import_row enable row level security, force row level security;
create policy tenant on import_row for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant delete, insert, select on import_row to tilsyn_app;
comment on table import_row is 'The rows of a previewed file; deleted when the batch is confirmed or discarded.';
comment on column import_row.line is 'Line in the file; the header is line 1.';
comment on column import_row.content is 'New or changed: the case stage as read, its CPR number encrypted and hashed. Refused: the problems of the row (at most 1,000 refused rows of a file are kept). Unchanged rows are only counted.';
comment on column import_row.difference is 'For changed rows: field to [before, after].';

create table import_source (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  name text not null,
  mapping jsonb not null,
  constraint import_source_pkey PRIMARY KEY (municipality_id, id),
  constraint import_source_municipality_id_name_key UNIQUE (municipality_id, name),
  constraint import_source_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint import_source_mapping_check CHECK ((jsonb_typeof(mapping) = 'object'::text)),
  constraint import_source_name_check CHECK ((name <> ''::text))
);
alter table import_source enable row level security, force row level security;
create policy tenant on import_source for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant insert, select, update on import_source to tilsyn_app;
comment on table import_source is 'A kind of file that is imported again and again.';
comment on column import_source.mapping is 'Our column name to the file''s column name.';

create table initiative (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  action_plan_id uuid not null,
  created_at timestamp with time zone not null,
  constraint initiative_pkey PRIMARY KEY (municipality_id, id),
  constraint initiative_municipality_id_id_action_plan_id_key UNIQUE (municipality_id, id, action_plan_id),
  constraint initiative_municipality_id_action_plan_id_fkey FOREIGN KEY (municipality_id, action_plan_id) REFERENCES action_plan(municipality_id, id),
  constraint initiative_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id)
);
alter table initiative enable row level security, force row level security;
create policy tenant on initiative for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX initiative_municipality_id_action_plan_id_idx ON public.initiative USING btree (municipality_id, action_plan_id);
grant insert, select on initiative to tilsyn_app;
comment on table initiative is 'Something an action plan sets going; the same one through all versions it stands in.';

create table initiative_act (
  municipality_id uuid not null default sealed.current_municipality(),
  id bigint not null generated always as identity,
  initiative_id uuid not null,
  kind text not null,
  day date not null,
  note text,
  person_id uuid,
  at timestamp with time zone not null,
  constraint initiative_act_pkey PRIMARY KEY (municipality_id, id),
  constraint initiative_act_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint initiative_act_municipality_id_initiative_id_fkey FOREIGN KEY (municipality_id, initiative_id) REFERENCES initiative(municipality_id, id),
  constraint initiative_act_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint initiative_act_check CHECK (((kind <> ALL (ARRAY['noted'::text, 'stopped'::text, 'resumed'::text])) OR (note IS NOT NULL))),
  constraint initiative_act_kind_check CHECK ((kind = ANY (ARRAY['started'::text, 'noted'::text, 'done'::text, 'stopped'::text, 'resumed'::text]))),
  constraint initiative_act_note_check CHECK ((note <> ''::text))
);
alter table initiative_act enable row level security, force row level security;
create policy tenant on initiative_act for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX initiative_act_municipality_id_initiative_id_id_idx ON public.initiative_act USING btree (municipality_id, initiative_id, id);
CREATE INDEX initiative_act_municipality_id_person_id_idx ON public.initiative_act USING btree (municipality_id, person_id);
CREATE UNIQUE INDEX initiative_act_started_once ON public.initiative_act USING btree (municipality_id, initiative_id) WHERE (kind = 'started'::text);
grant select on initiative_act to tilsyn_app;
grant insert (municipality_id, initiative_id, kind, day, note, person_id, at) on initiative_act to tilsyn_app;
comment on table initiative_act is 'Append-only: how an initiative goes. Its state is what these acts add up to.';
comment on column initiative_act.day is 'When it happened; before and after are reckoned from the day of the first start.';

create table initiative_aim (
  municipality_id uuid not null default sealed.current_municipality(),
  action_plan_id uuid not null,
  version integer not null,
  initiative_id uuid not null,
  ord integer not null,
  programme_key text not null,
  stage_key text,
  question_key text,
  constraint initiative_aim_pkey PRIMARY KEY (municipality_id, action_plan_id, version, initiative_id, ord),
  constraint initiative_aim_municipality_id_action_plan_id_version_initi_key UNIQUE NULLS NOT DISTINCT (municipality_id, action_plan_id, version, initiative_id, programme_key, stage_key, question_key),
  constraint initiative_aim_municipality_id_action_plan_id_version_init_fkey FOREIGN KEY (municipality_id, action_plan_id, version, initiative_id) REFERENCES initiative_version(municipality_id, action_plan_id, version, initiative_id),
  constraint initiative_aim_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint initiative_aim_check CHECK (((question_key IS NULL) OR (stage_key IS NOT NULL))),
  constraint initiative_aim_ord_check CHECK ((ord > 0)),
  constraint initiative_aim_programme_key_check CHECK ((programme_key <> ''::text)),
  constraint initiative_aim_question_key_check CHECK ((question_key <> ''::text)),
  constraint initiative_aim_stage_key_check CHECK ((stage_key <> ''::text))
);
alter table initiative_aim enable row level security, force row level security;
create policy tenant on initiative_aim for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE TRIGGER initiative_aim_published BEFORE INSERT OR DELETE OR UPDATE ON public.initiative_aim FOR EACH ROW EXECUTE FUNCTION refuse_change_within_published_plan();
grant delete, insert, select on initiative_aim to tilsyn_app;
comment on table initiative_aim is 'The figures an initiative is meant to move, named before anyone knows whether they did.';
comment on column initiative_aim.stage_key is 'Null: all stages.';
comment on column initiative_aim.question_key is 'Null: the composite of the stage, or of all stages.';

create table initiative_version (
  municipality_id uuid not null default sealed.current_municipality(),
  action_plan_id uuid not null,
  version integer not null,
  initiative_id uuid not null,
  ord integer not null,
  title text not null,
  what text not null,
  owner_person_id uuid,
  owner_unit_id uuid,
  starts_on date not null,
  ends_on date,
  source text not null,
  reference text,
  constraint initiative_version_pkey PRIMARY KEY (municipality_id, action_plan_id, version, initiative_id),
  constraint initiative_version_municipality_id_action_plan_id_version_o_key UNIQUE (municipality_id, action_plan_id, version, ord) DEFERRABLE,
  constraint initiative_version_municipality_id_action_plan_id_version_fkey FOREIGN KEY (municipality_id, action_plan_id, version) REFERENCES action_plan_version(municipality_id, action_plan_id, version),
  constraint initiative_version_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint initiative_version_municipality_id_initiative_id_action_pl_fkey FOREIGN KEY (municipality_id, initiative_id, action_plan_id) REFERENCES initiative(municipality_id, id, action_plan_id),
  constraint initiative_version_municipality_id_owner_person_id_fkey FOREIGN KEY (municipality_id, owner_person_id) REFERENCES person(municipality_id, id),
  constraint initiative_version_municipality_id_owner_unit_id_fkey FOREIGN KEY (municipality_id, owner_unit_id) REFERENCES unit(municipality_id, id),
  constraint initiative_version_check CHECK ((ends_on >= starts_on)),
  constraint initiative_version_check1 CHECK ((num_nonnulls(owner_person_id, owner_unit_id) = 1)),
  constraint initiative_version_ord_check CHECK ((ord > 0)),
  constraint initiative_version_reference_check CHECK ((reference <> ''::text)),
  constraint initiative_version_source_check CHECK ((source = ANY (ARRAY['audit'::text, 'ombudsman'::text, 'task-force'::text, 'ankestyrelsen'::text, 'citizen'::text, 'own'::text]))),
  constraint initiative_version_title_check CHECK ((title <> ''::text)),
  constraint initiative_version_what_check CHECK ((what <> ''::text))
);
alter table initiative_version enable row level security, force row level security;
create policy tenant on initiative_version for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX initiative_version_municipality_id_initiative_id_idx ON public.initiative_version USING btree (municipality_id, initiative_id);
CREATE INDEX initiative_version_municipality_id_owner_person_id_idx ON public.initiative_version USING btree (municipality_id, owner_person_id);
CREATE INDEX initiative_version_municipality_id_owner_unit_id_idx ON public.initiative_version USING btree (municipality_id, owner_unit_id);
CREATE TRIGGER initiative_version_published BEFORE INSERT OR DELETE OR UPDATE ON public.initiative_version FOR EACH ROW EXECUTE FUNCTION refuse_change_within_published_plan();
grant delete, insert, select on initiative_version to tilsyn_app;
comment on table initiative_version is 'What one version of the plan says of an initiative.';
comment on column initiative_version.source is 'What called for it: a finding of an audit, the ombudsman, the Task Force, Ankestyrelsen, a citizen, or the municipality itself.';
comment on column initiative_version.reference is 'Where to find that: a report and its page, a letter and its date.';

create table irregularity (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  text_da text not null,
  text_en text,
  author_id uuid,
  at timestamp with time zone not null default now(),
  constraint irregularity_pkey PRIMARY KEY (municipality_id, id),
  constraint irregularity_municipality_id_author_id_fkey FOREIGN KEY (municipality_id, author_id) REFERENCES person(municipality_id, id),
  constraint irregularity_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint irregularity_municipality_id_round_id_fkey FOREIGN KEY (municipality_id, round_id) REFERENCES round(municipality_id, id),
  constraint irregularity_text_da_check CHECK ((text_da <> ''::text))
);
alter table irregularity enable row level security, force row level security;
create policy tenant on irregularity for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX irregularity_municipality_id_round_id_at_idx ON public.irregularity USING btree (municipality_id, round_id, at);
grant insert, select on irregularity to tilsyn_app;
comment on table irregularity is 'Append-only: what deviated from the plan, and why; printed in the report.';

create table learning_visit (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  round_id uuid,
  follows_id uuid,
  held_on date not null,
  place text,
  participants jsonb not null,
  agenda jsonb not null,
  minutes text not null default ''::text,
  plan_version integer not null default 1,
  agenda_version integer not null default 1,
  minutes_version integer not null default 1,
  planned_by uuid,
  planned_at timestamp with time zone not null,
  closed_as text,
  closed_by uuid,
  closed_at timestamp with time zone,
  cancelled_reason text,
  constraint learning_visit_pkey PRIMARY KEY (municipality_id, id),
  constraint learning_visit_municipality_id_closed_by_fkey FOREIGN KEY (municipality_id, closed_by) REFERENCES person(municipality_id, id),
  constraint learning_visit_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint learning_visit_municipality_id_follows_id_fkey FOREIGN KEY (municipality_id, follows_id) REFERENCES learning_visit(municipality_id, id),
  constraint learning_visit_municipality_id_planned_by_fkey FOREIGN KEY (municipality_id, planned_by) REFERENCES person(municipality_id, id),
  constraint learning_visit_municipality_id_round_id_fkey FOREIGN KEY (municipality_id, round_id) REFERENCES round(municipality_id, id),
  constraint learning_visit_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint learning_visit_agenda_check CHECK ((jsonb_typeof(agenda) = 'array'::text)),
  constraint learning_visit_agenda_version_check CHECK ((agenda_version > 0)),
  constraint learning_visit_cancelled_reason_check CHECK ((cancelled_reason <> ''::text)),
  constraint learning_visit_check CHECK ((follows_id <> id)),
  constraint learning_visit_check1 CHECK (((closed_as IS NULL) = (closed_at IS NULL))),
  constraint learning_visit_check2 CHECK (((NOT (closed_as IS DISTINCT FROM 'cancelled'::text)) = (cancelled_reason IS NOT NULL))),
  constraint learning_visit_closed_as_check CHECK ((closed_as = ANY (ARRAY['held'::text, 'cancelled'::text]))),
  constraint learning_visit_minutes_version_check CHECK ((minutes_version > 0)),
  constraint learning_visit_participants_check CHECK ((jsonb_typeof(participants) = 'array'::text)),
  constraint learning_visit_place_check CHECK ((place <> ''::text)),
  constraint learning_visit_plan_version_check CHECK ((plan_version > 0))
);
alter table learning_visit enable row level security, force row level security;
create policy tenant on learning_visit for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX learning_visit_municipality_id_closed_by_idx ON public.learning_visit USING btree (municipality_id, closed_by);
CREATE INDEX learning_visit_municipality_id_follows_id_idx ON public.learning_visit USING btree (municipality_id, follows_id);
CREATE INDEX learning_visit_municipality_id_planned_by_idx ON public.learning_visit USING btree (municipality_id, planned_by);
CREATE INDEX learning_visit_municipality_id_round_id_idx ON public.learning_visit USING btree (municipality_id, round_id);
CREATE INDEX learning_visit_municipality_id_unit_id_held_on_idx ON public.learning_visit USING btree (municipality_id, unit_id, held_on);
grant insert, select on learning_visit to tilsyn_app;
grant update (round_id, held_on, place, participants, agenda, minutes, plan_version, agenda_version, minutes_version, closed_as, closed_by, closed_at, cancelled_reason) on learning_visit to tilsyn_app;
comment on table learning_visit is 'A learning visit to a unit: planned until closed_as says that it was held or cancelled.';
comment on column learning_visit.round_id is 'The round it follows up; null: none. Figures are read from the round when the visit is looked at, never kept here, so that the seal decides each time.';
comment on column learning_visit.follows_id is 'The visit this one follows up; its open attention points are settled here.';
comment on column learning_visit.participants is 'In their order: [{person: id or null, name}]; a name without a person is somebody from outside.';
comment on column learning_visit.agenda is 'In their order: [{kind, question: key or null, text, note}].';
comment on column learning_visit.plan_version is 'Grows with each write of day, place, round or participants; agenda_version and minutes_version of theirs. Who saw an older one is told, and overwrites nothing.';
comment on column learning_visit.planned_by is 'Null: the program itself, in the demo.';

create table legal_hold (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  case_id text not null,
  reason text not null,
  placed_by uuid not null,
  placed_at timestamp with time zone not null default now(),
  lifted_by uuid,
  lifted_at timestamp with time zone,
  lifted_reason text,
  constraint legal_hold_pkey PRIMARY KEY (municipality_id, id),
  constraint legal_hold_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint legal_hold_municipality_id_lifted_by_fkey FOREIGN KEY (municipality_id, lifted_by) REFERENCES person(municipality_id, id),
  constraint legal_hold_municipality_id_placed_by_fkey FOREIGN KEY (municipality_id, placed_by) REFERENCES person(municipality_id, id),
  constraint legal_hold_case_id_check CHECK ((case_id <> ''::text)),
  constraint legal_hold_check CHECK ((((lifted_by IS NULL) = (lifted_at IS NULL)) AND ((lifted_by IS NULL) = (lifted_reason IS NULL)))),
  constraint legal_hold_lifted_reason_check CHECK ((lifted_reason <> ''::text)),
  constraint legal_hold_reason_check CHECK ((reason <> ''::text))
);
alter table legal_hold enable row level security, force row level security;
create policy tenant on legal_hold for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX legal_hold_municipality_id_case_id_idx ON public.legal_hold USING btree (municipality_id, case_id);
CREATE INDEX legal_hold_municipality_id_placed_by_idx ON public.legal_hold USING btree (municipality_id, placed_by);
CREATE UNIQUE INDEX legal_hold_one_open ON public.legal_hold USING btree (municipality_id, case_id) WHERE (lifted_at IS NULL);
grant select on legal_hold to tilsyn_app;
grant insert (id, case_id, reason, placed_by, placed_at) on legal_hold to tilsyn_app;
grant update (lifted_by, lifted_at, lifted_reason) on legal_hold to tilsyn_app;
comment on table legal_hold is 'A case that is not erased while this stands, e.g. because of a complaint or a lawsuit.';

create table log_head (
  municipality_id uuid not null default sealed.current_municipality(),
  number bigint not null,
  size bigint not null,
  root bytea not null,
  sealed_at timestamp with time zone not null,
  seen text not null,
  previous bytea not null,
  key_id text not null,
  signature bytea not null,
  peaks bytea not null,
  constraint log_head_pkey PRIMARY KEY (municipality_id, number),
  constraint log_head_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint log_head_key_id_check CHECK ((key_id ~ '^[0-9a-f]{16}$'::text)),
  constraint log_head_number_check CHECK ((number > 0)),
  constraint log_head_peaks_check CHECK (((octet_length(peaks) % 32) = 0)),
  constraint log_head_previous_check CHECK ((octet_length(previous) = 32)),
  constraint log_head_root_check CHECK ((octet_length(root) = 32)),
  constraint log_head_signature_check CHECK ((octet_length(signature) = 64)),
  constraint log_head_size_check CHECK ((size > 0))
);
alter table log_head enable row level security, force row level security;
create policy tenant on log_head for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE TRIGGER only_the_sealer BEFORE INSERT ON public.log_head FOR EACH STATEMENT EXECUTE FUNCTION only_the_sealer();
grant select on log_head to tilsyn_app;
grant insert (municipality_id, number, size, root, sealed_at, seen, previous, key_id, signature, peaks) on log_head to tilsyn_app;
comment on table log_head is 'Append-only: the signed head of the tree after each batch of entries. Also written out to a file beside the key.';
comment on column log_head.size is 'Leaves that the root stands for.';
comment on column log_head.seen is 'The snapshot (pg_snapshot) that the batch was read in: every entry committed by then is sealed. Empty while a backlog is being sealed for the first time.';
comment on column log_head.previous is 'SHA-256 of the head before with its signature; zeros for the first.';
comment on column log_head.key_id is 'First 16 hex digits of the SHA-256 of the public key (SPKI, DER).';
comment on column log_head.peaks is 'Roots of the perfect subtrees, the largest first; they give the root and let the tree grow without reading it.';

create table log_hold (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  case_id text not null,
  entries text[] not null,
  until date not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null default now(),
  decided_by uuid,
  decided_at timestamp with time zone,
  approved boolean,
  lifted_by uuid,
  lifted_at timestamp with time zone,
  constraint log_hold_pkey PRIMARY KEY (municipality_id, id),
  constraint log_hold_municipality_id_decided_by_fkey FOREIGN KEY (municipality_id, decided_by) REFERENCES person(municipality_id, id),
  constraint log_hold_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint log_hold_municipality_id_lifted_by_fkey FOREIGN KEY (municipality_id, lifted_by) REFERENCES person(municipality_id, id),
  constraint log_hold_municipality_id_proposed_by_fkey FOREIGN KEY (municipality_id, proposed_by) REFERENCES person(municipality_id, id),
  constraint log_hold_case_id_check CHECK ((case_id <> ''::text)),
  constraint log_hold_check CHECK ((((decided_by IS NULL) = (decided_at IS NULL)) AND ((decided_by IS NULL) = (approved IS NULL)))),
  constraint log_hold_check1 CHECK ((decided_by <> proposed_by)),
  constraint log_hold_check2 CHECK (((lifted_by IS NULL) = (lifted_at IS NULL))),
  constraint log_hold_check3 CHECK (((lifted_by IS NULL) OR approved)),
  constraint log_hold_entries_check CHECK ((cardinality(entries) > 0)),
  constraint log_hold_reason_check CHECK ((reason <> ''::text))
);
alter table log_hold enable row level security, force row level security;
create policy tenant on log_hold for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX log_hold_municipality_id_case_id_idx ON public.log_hold USING btree (municipality_id, case_id);
grant select on log_hold to tilsyn_app;
grant insert (id, case_id, entries, until, reason, proposed_by) on log_hold to tilsyn_app;
grant update (decided_by, decided_at, approved, lifted_by, lifted_at) on log_hold to tilsyn_app;
comment on table log_hold is 'Log entries on a case that are told to the people concerned later. Counts only when a second person approved it.';
comment on column log_hold.entries is 'As access:17 or change:17.';
comment on column log_hold.until is 'The last day the entries are left out.';
comment on column log_hold.approved is 'Null: waits for the second person.';

create table log_seal (
  municipality_id uuid not null default sealed.current_municipality(),
  "position" bigint not null,
  log text not null,
  entry_id bigint not null,
  leaf bytea not null,
  constraint log_seal_pkey PRIMARY KEY (municipality_id, "position"),
  constraint log_seal_municipality_id_log_entry_id_key UNIQUE (municipality_id, log, entry_id),
  constraint log_seal_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint log_seal_leaf_check CHECK ((octet_length(leaf) = 32)),
  constraint log_seal_log_check CHECK ((log = ANY (ARRAY['access'::text, 'change'::text]))),
  constraint log_seal_position_check CHECK (("position" > 0))
);
alter table log_seal enable row level security, force row level security;
create policy tenant on log_seal for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE TRIGGER only_the_sealer BEFORE INSERT ON public.log_seal FOR EACH STATEMENT EXECUTE FUNCTION only_the_sealer();
grant select on log_seal to tilsyn_app;
grant insert (municipality_id, "position", log, entry_id, leaf) on log_seal to tilsyn_app;
comment on table log_seal is 'Append-only: one leaf of the municipality''s tree for every entry of both logs.';
comment on column log_seal."position" is 'From 1 without gaps, in the order of sealing.';
comment on column log_seal.entry_id is 'No reference: that an entry is gone must be seen, not prevented.';
comment on column log_seal.leaf is 'SHA-256 of a zero byte and the entry''s canonical bytes.';

create table mail (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null,
  day date not null,
  content jsonb not null,
  created_at timestamp with time zone not null default now(),
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  failure text,
  constraint mail_pkey PRIMARY KEY (municipality_id, id),
  constraint mail_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint mail_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint mail_attempts_check CHECK ((attempts >= 0)),
  constraint mail_kind_check CHECK ((kind = ANY (ARRAY['urgent'::text, 'digest'::text, 'flow-week'::text, 'flow-month'::text])))
);
alter table mail enable row level security, force row level security;
create policy tenant on mail for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX mail_municipality_id_next_attempt_at_idx ON public.mail USING btree (municipality_id, next_attempt_at) WHERE (sent_at IS NULL);
CREATE INDEX mail_municipality_id_person_id_idx ON public.mail USING btree (municipality_id, person_id);
CREATE UNIQUE INDEX mail_one_digest ON public.mail USING btree (municipality_id, person_id, day) WHERE (kind = 'digest'::text);
CREATE UNIQUE INDEX mail_one_report ON public.mail USING btree (municipality_id, person_id, kind, day) WHERE (kind = ANY (ARRAY['flow-week'::text, 'flow-month'::text]));
grant delete, insert, select on mail to tilsyn_app;
grant update (attempts, next_attempt_at, sent_at, failure) on mail to tilsyn_app;
comment on table mail is 'Mails to staff: written in the transaction that decides on them, sent afterwards, tried again when the mail server is away.';
comment on column mail.day is 'The Danish day it was written for, one digest a person a day; of a report the first day of its week or month.';
comment on column mail.content is 'Kinds of notification and how many of each, or which report is there; the text is made when it is sent.';
comment on column mail.failure is 'Code of the last failed attempt; sent_at and failure both null: waiting.';

create table mail_preference (
  municipality_id uuid not null default sealed.current_municipality(),
  person_id uuid not null,
  digest text not null,
  language text not null,
  constraint mail_preference_pkey PRIMARY KEY (municipality_id, person_id),
  constraint mail_preference_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint mail_preference_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint mail_preference_digest_check CHECK ((digest = ANY (ARRAY['daily'::text, 'weekly'::text, 'never'::text]))),
  constraint mail_preference_language_check CHECK ((language = ANY (ARRAY['da'::text, 'en'::text])))
);
alter table mail_preference enable row level security, force row level security;
create policy tenant on mail_preference for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant insert, select, update on mail_preference to tilsyn_app;
comment on table mail_preference is 'How often somebody wants the digest; without a row daily and in Danish. Urgent mails come always.';

create table merge_move (
  municipality_id uuid not null default sealed.current_municipality(),
  id bigint not null generated always as identity,
  review_id uuid not null,
  question_key text not null,
  at timestamp with time zone not null default now(),
  person_id uuid not null,
  kind text not null,
  given text,
  reason text,
  note text,
  constraint merge_move_pkey PRIMARY KEY (municipality_id, id),
  constraint merge_move_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint merge_move_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint merge_move_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint merge_move_check CHECK (((kind = 'chosen'::text) = (given IS NOT NULL))),
  constraint merge_move_check1 CHECK (((kind = 'chosen'::text) = (reason IS NOT NULL))),
  constraint merge_move_given_check CHECK ((given <> ''::text)),
  constraint merge_move_kind_check CHECK ((kind = ANY (ARRAY['chosen'::text, 'confirmed'::text]))),
  constraint merge_move_note_check CHECK ((note <> ''::text)),
  constraint merge_move_question_key_check CHECK ((question_key <> ''::text)),
  constraint merge_move_reason_check CHECK ((reason = ANY (ARRAY['law'::text, 'fact'::text, 'evidence-missing'::text, 'wording'::text])))
);
alter table merge_move enable row level security, force row level security;
create policy tenant on merge_move for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX merge_move_municipality_id_person_id_idx ON public.merge_move USING btree (municipality_id, person_id);
CREATE INDEX merge_move_municipality_id_review_id_question_key_id_idx ON public.merge_move USING btree (municipality_id, review_id, question_key, id);
grant select on merge_move to tilsyn_app;
grant insert (review_id, question_key, person_id, kind, given, reason, note) on merge_move to tilsyn_app;
comment on table merge_move is 'Append-only: which answer two who reviewed apart choose as the level''s. One chooses, the other confirms.';
comment on column merge_move.given is 'The answer, or the value of another type in its written form.';

create table municipality (
  municipality_id uuid not null default sealed.current_municipality(),
  name text not null,
  demo boolean not null default false,
  created_at timestamp with time zone not null default now(),
  second_factor text not null default 'optional'::text,
  constraint municipality_pkey PRIMARY KEY (municipality_id),
  constraint municipality_name_check CHECK ((name <> ''::text)),
  constraint municipality_second_factor_check CHECK ((second_factor = ANY (ARRAY['optional'::text, 'required'::text])))
);
alter table municipality enable row level security, force row level security;
create policy sign_in_page on municipality for select to tilsyn_owner using (true);
create policy tenant on municipality for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant insert, select on municipality to tilsyn_app;
grant update (name, second_factor) on municipality to tilsyn_app;
comment on table municipality is 'A tenant. Every other table''s key begins with its id.';
comment on column municipality.demo is 'Constructed data: every page and report says so.';
comment on column municipality.second_factor is 'required: whoever signs in with a password gets no further than setting up one-time codes until that is done.';

create table notification (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null,
  subject_id uuid,
  once text not null default ''::text,
  urgent boolean not null,
  created_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone,
  mailed_at timestamp with time zone,
  constraint notification_pkey PRIMARY KEY (municipality_id, id),
  constraint notification_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint notification_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint notification_check CHECK ((seen_at >= created_at)),
  constraint notification_kind_check CHECK ((kind <> ''::text))
);
alter table notification enable row level security, force row level security;
create policy tenant on notification for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX notification_municipality_id_person_id_created_at_idx ON public.notification USING btree (municipality_id, person_id, created_at DESC);
CREATE INDEX notification_municipality_id_urgent_idx ON public.notification USING btree (municipality_id, urgent) WHERE (mailed_at IS NULL);
CREATE UNIQUE INDEX notification_once ON public.notification USING btree (municipality_id, person_id, kind, subject_id, once) NULLS NOT DISTINCT;
grant delete, insert, select on notification to tilsyn_app;
grant update (seen_at, mailed_at) on notification to tilsyn_app;
comment on table notification is 'What somebody should know or do. Kind and subject only: no text, no names, no case numbers.';
comment on column notification.subject_id is 'The review, round or other thing the kind speaks of.';
comment on column notification.once is 'With person, kind and subject: the same is told once, e.g. one reminder a day.';
comment on column notification.urgent is 'Mailed at once; the others wait for the next digest.';
comment on column notification.mailed_at is 'When a mail that counts it was written, or it was decided that none is.';

create table own_answer (
  municipality_id uuid not null default sealed.current_municipality(),
  review_id uuid not null,
  person_id uuid not null,
  question_key text not null,
  answer text,
  value text,
  value_type text,
  value_wording text,
  override_reason text,
  wording text not null,
  programme_version_id uuid not null,
  comment text,
  evidence_reference text,
  evidence_date date,
  answered_at timestamp with time zone not null,
  version integer not null,
  constraint own_answer_pkey PRIMARY KEY (municipality_id, review_id, person_id, question_key),
  constraint own_answer_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint own_answer_municipality_id_programme_version_id_fkey FOREIGN KEY (municipality_id, programme_version_id) REFERENCES programme_version(municipality_id, id),
  constraint own_answer_municipality_id_review_id_person_id_fkey FOREIGN KEY (municipality_id, review_id, person_id) REFERENCES own_review(municipality_id, review_id, person_id),
  constraint own_answer_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'na'::text]))),
  constraint own_answer_check CHECK (((value_type IS NOT NULL) = (value IS NOT NULL))),
  constraint own_answer_check1 CHECK (((answer IS NULL) OR (value IS NULL))),
  constraint own_answer_override_reason_check CHECK ((override_reason <> ''::text)),
  constraint own_answer_question_key_check CHECK ((question_key <> ''::text)),
  constraint own_answer_value_check CHECK ((value <> ''::text)),
  constraint own_answer_value_type_check CHECK ((value_type = ANY (ARRAY['graded'::text, 'number'::text, 'date'::text, 'text'::text]))),
  constraint own_answer_value_wording_check CHECK ((value_wording <> ''::text)),
  constraint own_answer_version_check CHECK ((version > 0)),
  constraint own_answer_wording_check CHECK ((wording <> ''::text))
);
alter table own_answer enable row level security, force row level security;
create policy tenant on own_answer for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX own_answer_municipality_id_programme_version_id_idx ON public.own_answer USING btree (municipality_id, programme_version_id);
CREATE TRIGGER own_answer_handed_in BEFORE DELETE OR UPDATE ON public.own_answer FOR EACH ROW EXECUTE FUNCTION refuse_change_of_handed_in();
grant delete, insert, select, update on own_answer to tilsyn_app;
comment on table own_answer is 'What one of two said before they merged, kept for ever beside the level''s answers in review_answer.';

create table own_review (
  municipality_id uuid not null default sealed.current_municipality(),
  review_id uuid not null,
  person_id uuid not null,
  started_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  minutes integer,
  comment text,
  version integer not null default 1,
  constraint own_review_pkey PRIMARY KEY (municipality_id, review_id, person_id),
  constraint own_review_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint own_review_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint own_review_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint own_review_check CHECK ((submitted_at >= started_at)),
  constraint own_review_minutes_check CHECK ((minutes >= 0)),
  constraint own_review_version_check CHECK ((version > 0))
);
alter table own_review enable row level security, force row level security;
create policy tenant on own_review for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX own_review_municipality_id_person_id_idx ON public.own_review USING btree (municipality_id, person_id);
grant select on own_review to tilsyn_app;
grant insert (review_id, person_id, started_at, comment) on own_review to tilsyn_app;
grant update (submitted_at, minutes, comment, version) on own_review to tilsyn_app;
comment on table own_review is 'One reviewer''s own form of a review that two fill in apart. Handed in it does not change, unless it is taken back while the other is still at work.';
comment on column own_review.submitted_at is 'Null: not yet handed in; until both have, neither may know anything of the other''s.';

create table person (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  name text not null,
  initials text not null,
  email text,
  created_at timestamp with time zone not null default now(),
  constraint person_pkey PRIMARY KEY (municipality_id, id),
  constraint person_municipality_id_initials_key UNIQUE (municipality_id, initials),
  constraint person_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint person_email_check CHECK ((email ~~ '%_@_%'::text)),
  constraint person_initials_check CHECK ((initials <> ''::text)),
  constraint person_name_check CHECK ((name <> ''::text))
);
alter table person enable row level security, force row level security;
create policy tenant on person for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant insert, select, update on person to tilsyn_app;
comment on table person is 'Staff: reviewers, managers, caseworkers with access. Children and parents are never here.';
comment on column person.initials is 'The code that the case system uses for a caseworker; imports match by it.';

create table programme_version (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  key text not null,
  version integer not null,
  title_da text not null,
  title_en text not null,
  source text not null,
  digest text not null,
  published_at timestamp with time zone,
  constraint programme_version_pkey PRIMARY KEY (municipality_id, id),
  constraint programme_version_municipality_id_key_version_key UNIQUE (municipality_id, key, version),
  constraint programme_version_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint programme_version_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint programme_version_key_check CHECK ((key <> ''::text)),
  constraint programme_version_title_da_check CHECK ((title_da <> ''::text)),
  constraint programme_version_title_en_check CHECK ((title_en <> ''::text)),
  constraint programme_version_version_check CHECK ((version > 0))
);
alter table programme_version enable row level security, force row level security;
create policy tenant on programme_version for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE TRIGGER published_never_changes BEFORE DELETE OR UPDATE ON public.programme_version FOR EACH ROW WHEN ((old.published_at IS NOT NULL)) EXECUTE FUNCTION refuse_change_of_published();
grant delete, insert, select, update on programme_version to tilsyn_app;
comment on table programme_version is 'What is audited and how. A published version never changes.';
comment on column programme_version.source is 'The programme file''s text, as it was read.';
comment on column programme_version.digest is 'SHA-256 (hex) of source.';
comment on column programme_version.published_at is 'Null: a draft, on which no round can open.';

create table purge_case (
  municipality_id uuid not null default sealed.current_municipality(),
  run_id uuid not null,
  case_id text not null,
  constraint purge_case_pkey PRIMARY KEY (municipality_id, run_id, case_id),
  constraint purge_case_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint purge_case_municipality_id_run_id_fkey FOREIGN KEY (municipality_id, run_id) REFERENCES purge_run(municipality_id, id),
  constraint purge_case_case_id_check CHECK ((case_id <> ''::text))
);
alter table purge_case enable row level security, force row level security;
create policy tenant on purge_case for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant delete, select on purge_case to tilsyn_app;
grant insert (municipality_id, run_id, case_id) on purge_case to tilsyn_app;
comment on table purge_case is 'Cases of a run that are still to be erased; the row goes with the case.';

create table purge_run (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  as_of date not null,
  cases integer not null,
  counts jsonb not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null default now(),
  decided_by uuid,
  decided_at timestamp with time zone,
  approved boolean,
  erased integer not null default 0,
  left_alone integer not null default 0,
  finished_at timestamp with time zone,
  constraint purge_run_pkey PRIMARY KEY (municipality_id, id),
  constraint purge_run_municipality_id_decided_by_fkey FOREIGN KEY (municipality_id, decided_by) REFERENCES person(municipality_id, id),
  constraint purge_run_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint purge_run_municipality_id_proposed_by_fkey FOREIGN KEY (municipality_id, proposed_by) REFERENCES person(municipality_id, id),
  constraint purge_run_cases_check CHECK ((cases >= 0)),
  constraint purge_run_check CHECK ((((decided_by IS NULL) = (decided_at IS NULL)) AND ((decided_by IS NULL) = (approved IS NULL)))),
  constraint purge_run_check1 CHECK ((decided_by <> proposed_by)),
  constraint purge_run_check2 CHECK (((finished_at IS NULL) OR approved)),
  constraint purge_run_counts_check CHECK ((jsonb_typeof(counts) = 'object'::text)),
  constraint purge_run_erased_check CHECK ((erased >= 0)),
  constraint purge_run_left_alone_check CHECK ((left_alone >= 0))
);
alter table purge_run enable row level security, force row level security;
create policy tenant on purge_run for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE UNIQUE INDEX purge_run_one_open ON public.purge_run USING btree (municipality_id) WHERE ((finished_at IS NULL) AND (approved IS NOT FALSE));
grant select on purge_run to tilsyn_app;
grant insert (id, as_of, cases, counts, proposed_by, proposed_at) on purge_run to tilsyn_app;
grant update (decided_by, decided_at, approved) on purge_run to tilsyn_app;
comment on table purge_run is 'Cases to be erased together: proposed by one person, approved by another, carried out by the command tilsyn purge.';
comment on column purge_run.as_of is 'The day by which the periods had passed.';
comment on column purge_run.counts is 'Rows by table when it was proposed.';
comment on column purge_run.left_alone is 'Cases that were held back since, or were no longer due.';
comment on column purge_run.finished_at is 'Every case is done and the files of the database were written anew.';

create table question_tally (
  municipality_id uuid not null default sealed.current_municipality(),
  round_id uuid not null,
  level integer not null,
  unit_id uuid not null,
  stage text not null,
  question_key text not null,
  yes integer not null default 0,
  no integer not null default 0,
  na integer not null default 0,
  constraint question_tally_pkey PRIMARY KEY (municipality_id, round_id, level, unit_id, stage, question_key),
  constraint question_tally_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint question_tally_municipality_id_round_id_fkey FOREIGN KEY (municipality_id, round_id) REFERENCES round(municipality_id, id),
  constraint question_tally_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint question_tally_level_check CHECK ((level > 0)),
  constraint question_tally_na_check CHECK ((na >= 0)),
  constraint question_tally_no_check CHECK ((no >= 0)),
  constraint question_tally_yes_check CHECK ((yes >= 0))
);
alter table question_tally enable row level security, force row level security;
create policy tenant on question_tally for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant insert, select on question_tally to tilsyn_app;
grant update (yes, no, na) on question_tally to tilsyn_app;
comment on table question_tally is 'Answers of submitted reviews, counted in the transaction that submits, so that a page''s cost does not grow with history.';

create table reconciliation_conclusion (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  review_id uuid not null,
  question_key text not null,
  conclusion text not null,
  reason text not null,
  registry text not null,
  answer text not null,
  concluded_by uuid not null,
  concluded_at timestamp with time zone not null,
  constraint reconciliation_conclusion_pkey PRIMARY KEY (municipality_id, id),
  constraint reconciliation_conclusion_municipality_id_concluded_by_fkey FOREIGN KEY (municipality_id, concluded_by) REFERENCES person(municipality_id, id),
  constraint reconciliation_conclusion_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint reconciliation_conclusion_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint reconciliation_conclusion_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'na'::text]))),
  constraint reconciliation_conclusion_conclusion_check CHECK ((conclusion = ANY (ARRAY['registry-wrong'::text, 'reviewer-wrong'::text, 'both-right'::text]))),
  constraint reconciliation_conclusion_question_key_check CHECK ((question_key <> ''::text)),
  constraint reconciliation_conclusion_reason_check CHECK ((reason <> ''::text)),
  constraint reconciliation_conclusion_registry_check CHECK ((registry = ANY (ARRAY['in-time'::text, 'late'::text, 'not-applicable'::text, 'cannot-tell'::text, 'not-matched'::text])))
);
alter table reconciliation_conclusion enable row level security, force row level security;
create policy tenant on reconciliation_conclusion for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX reconciliation_conclusion_municipality_id_concluded_by_idx ON public.reconciliation_conclusion USING btree (municipality_id, concluded_by);
CREATE INDEX reconciliation_conclusion_municipality_id_review_id_questio_idx ON public.reconciliation_conclusion USING btree (municipality_id, review_id, question_key, concluded_at);
grant insert, select on reconciliation_conclusion to tilsyn_app;
comment on table reconciliation_conclusion is 'Append-only: what people found out about a deadline that registry and reviewer disagree on; the newest of a review and question counts.';
comment on column reconciliation_conclusion.registry is 'What the registry''s dates said when it was concluded.';
comment on column reconciliation_conclusion.answer is 'What the reviewer''s independent answer was when it was concluded.';

create table register_entry (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  source_id uuid not null,
  event_key text not null,
  case_id text not null,
  register text not null,
  about text not null,
  created_at timestamp with time zone not null default now(),
  constraint register_entry_pkey PRIMARY KEY (municipality_id, id),
  constraint register_entry_municipality_id_source_id_event_key_key UNIQUE (municipality_id, source_id, event_key),
  constraint register_entry_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint register_entry_municipality_id_source_id_event_key_fkey FOREIGN KEY (municipality_id, source_id, event_key) REFERENCES case_event(municipality_id, source_id, event_key),
  constraint register_entry_case_id_check CHECK ((case_id <> ''::text)),
  constraint register_entry_register_check CHECK ((register = ANY (ARRAY['safety-plan'::text, 'placement'::text, 'notifier'::text, 'disagreement'::text])))
);
alter table register_entry enable row level security, force row level security;
create policy tenant on register_entry for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX register_entry_municipality_id_case_id_idx ON public.register_entry USING btree (municipality_id, case_id);
grant select on register_entry to tilsyn_app;
grant insert (municipality_id, source_id, event_key, case_id, register, about) on register_entry to tilsyn_app;
comment on table register_entry is 'An event that a person entered in a register. What it says stands in its newest version.';
comment on column register_entry.about is 'Which safety plan, placement or disagreement of the case; empty: the case has no more than one.';

create table register_entry_version (
  municipality_id uuid not null default sealed.current_municipality(),
  entry_id uuid not null,
  version integer not null,
  act text not null,
  kind text not null,
  day date not null,
  moment timestamp with time zone,
  child_id uuid,
  note text not null default ''::text,
  reason text not null default ''::text,
  approver uuid,
  same_source uuid,
  same_key text,
  by uuid,
  at timestamp with time zone not null default now(),
  constraint register_entry_version_pkey PRIMARY KEY (municipality_id, entry_id, version),
  constraint register_entry_version_municipality_id_approver_fkey FOREIGN KEY (municipality_id, approver) REFERENCES person(municipality_id, id),
  constraint register_entry_version_municipality_id_by_fkey FOREIGN KEY (municipality_id, by) REFERENCES person(municipality_id, id),
  constraint register_entry_version_municipality_id_child_id_fkey FOREIGN KEY (municipality_id, child_id) REFERENCES child(municipality_id, id),
  constraint register_entry_version_municipality_id_entry_id_fkey FOREIGN KEY (municipality_id, entry_id) REFERENCES register_entry(municipality_id, id),
  constraint register_entry_version_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint register_entry_version_municipality_id_same_source_same_ke_fkey FOREIGN KEY (municipality_id, same_source, same_key) REFERENCES case_event(municipality_id, source_id, event_key),
  constraint register_entry_version_act_check CHECK ((act = ANY (ARRAY['entered'::text, 'corrected'::text, 'withdrawn'::text, 'set-aside'::text, 'counted-again'::text]))),
  constraint register_entry_version_check CHECK (((version = 1) = (act = 'entered'::text))),
  constraint register_entry_version_check1 CHECK (((act = 'set-aside'::text) = (same_key IS NOT NULL))),
  constraint register_entry_version_check2 CHECK (((same_source IS NULL) = (same_key IS NULL))),
  constraint register_entry_version_check3 CHECK (((act <> ALL (ARRAY['corrected'::text, 'withdrawn'::text, 'counted-again'::text])) OR (reason <> ''::text))),
  constraint register_entry_version_kind_check CHECK ((kind <> ''::text)),
  constraint register_entry_version_version_check CHECK ((version > 0))
);
alter table register_entry_version enable row level security, force row level security;
create policy tenant on register_entry_version for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX register_entry_version_municipality_id_approver_idx ON public.register_entry_version USING btree (municipality_id, approver) WHERE (approver IS NOT NULL);
CREATE INDEX register_entry_version_municipality_id_by_idx ON public.register_entry_version USING btree (municipality_id, by);
CREATE INDEX register_entry_version_municipality_id_child_id_idx ON public.register_entry_version USING btree (municipality_id, child_id) WHERE (child_id IS NOT NULL);
CREATE INDEX register_entry_version_municipality_id_same_source_same_key_idx ON public.register_entry_version USING btree (municipality_id, same_source, same_key) WHERE (same_key IS NOT NULL);
grant select on register_entry_version to tilsyn_app;
grant insert (municipality_id, entry_id, version, act, kind, day, moment, child_id, note, reason, approver, same_source, same_key, by) on register_entry_version to tilsyn_app;
comment on table register_entry_version is 'Append-only: what an entry says from then on, and who said so.';
comment on column register_entry_version.act is 'set-aside: the case system has the same event, so that this one no longer counts; counted-again: somebody said that they are two.';
comment on column register_entry_version.kind is 'Of the event as it was entered, also where it no longer counts.';
comment on column register_entry_version.day is 'In Denmark.';
comment on column register_entry_version.approver is 'Of an approval: who gave it. Somebody else in the first version''s "by": entered on their behalf.';
comment on column register_entry_version.by is 'Null: the program, while it took a delivery in.';

create table report_release (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  title_da text not null,
  title_en text not null,
  template text not null,
  edition text not null,
  languages text[] not null,
  left_out jsonb not null,
  passages jsonb not null,
  rewordings jsonb not null,
  edits integer not null default 0,
  state text not null default 'draft'::text,
  corrects_id uuid,
  correction jsonb,
  created_by uuid,
  created_at timestamp with time zone not null,
  model text,
  baseline_key text,
  digest bytea,
  number text,
  released_by uuid,
  released_at timestamp with time zone,
  constraint report_release_pkey PRIMARY KEY (municipality_id, id),
  constraint report_release_municipality_id_number_key UNIQUE (municipality_id, number),
  constraint report_release_municipality_id_corrects_id_fkey FOREIGN KEY (municipality_id, corrects_id) REFERENCES report_release(municipality_id, id),
  constraint report_release_municipality_id_created_by_fkey FOREIGN KEY (municipality_id, created_by) REFERENCES person(municipality_id, id),
  constraint report_release_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint report_release_municipality_id_released_by_fkey FOREIGN KEY (municipality_id, released_by) REFERENCES person(municipality_id, id),
  constraint report_release_municipality_id_round_id_fkey FOREIGN KEY (municipality_id, round_id) REFERENCES round(municipality_id, id),
  constraint report_release_baseline_key_check CHECK ((baseline_key <> ''::text)),
  constraint report_release_check CHECK (((model IS NULL) = (digest IS NULL))),
  constraint report_release_check1 CHECK (((model IS NOT NULL) = (state = ANY (ARRAY['checking'::text, 'checked'::text, 'approved'::text, 'released'::text])))),
  constraint report_release_check2 CHECK (((state = 'released'::text) = ((number IS NOT NULL) AND (released_at IS NOT NULL)))),
  constraint report_release_check3 CHECK (((corrects_id IS NULL) = (correction IS NULL))),
  constraint report_release_correction_check CHECK ((jsonb_typeof(correction) = 'object'::text)),
  constraint report_release_digest_check CHECK ((octet_length(digest) = 32)),
  constraint report_release_edition_check CHECK ((edition = ANY (ARRAY['internal'::text, 'public'::text]))),
  constraint report_release_edits_check CHECK ((edits >= 0)),
  constraint report_release_languages_check CHECK (((languages = '{da}'::text[]) OR (languages = '{da,en}'::text[]))),
  constraint report_release_left_out_check CHECK ((jsonb_typeof(left_out) = 'array'::text)),
  constraint report_release_number_check CHECK ((number ~ '^[0-9]{4}-[0-9]{1,5}$'::text)),
  constraint report_release_passages_check CHECK ((jsonb_typeof(passages) = 'array'::text)),
  constraint report_release_rewordings_check CHECK ((jsonb_typeof(rewordings) = 'array'::text)),
  constraint report_release_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'checking'::text, 'checked'::text, 'approved'::text, 'released'::text, 'dropped'::text]))),
  constraint report_release_template_check CHECK ((template = ANY (ARRAY['committee'::text, 'director'::text, 'ombudsman'::text]))),
  constraint report_release_title_da_check CHECK ((title_da <> ''::text)),
  constraint report_release_title_en_check CHECK ((title_en <> ''::text))
);
alter table report_release enable row level security, force row level security;
create policy for_everybody on report_release for select to tilsyn_owner using (((state = 'released'::text) AND (edition = 'public'::text)));
create policy tenant on report_release for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX report_release_municipality_id_corrects_id_idx ON public.report_release USING btree (municipality_id, corrects_id);
CREATE INDEX report_release_municipality_id_created_by_idx ON public.report_release USING btree (municipality_id, created_by);
CREATE INDEX report_release_municipality_id_released_by_idx ON public.report_release USING btree (municipality_id, released_by);
CREATE INDEX report_release_municipality_id_round_id_idx ON public.report_release USING btree (municipality_id, round_id);
CREATE TRIGGER report_release_held BEFORE DELETE OR UPDATE ON public.report_release FOR EACH ROW EXECUTE FUNCTION hold_report_release();
grant insert, select on report_release to tilsyn_app;
grant update (left_out, passages, rewordings, edits, state, model, baseline_key, digest, number, released_by, released_at) on report_release to tilsyn_app;
comment on table report_release is 'A report of a round from its draft to its release; a released one never changes, later corrections are releases of their own.';
comment on column report_release.left_out is 'Keys of the sections that are left out.';
comment on column report_release.passages is 'People''s own paragraphs by section, in both languages, with figures by reference.';
comment on column report_release.rewordings is 'The program''s statements in other words.';
comment on column report_release.edits is 'Counts the saves, so that nobody overwrites what they have not seen.';
comment on column report_release.correction is 'What the correction is about, in both languages.';
comment on column report_release.model is 'The whole report as it was handed over, as text: its digest is of these bytes.';
comment on column report_release.baseline_key is 'The round that the frozen report compares with; an attacker''s check of later editions must know it.';
comment on column report_release.number is 'Year and number within it, e.g. 2026-3.';

create table report_release_event (
  municipality_id uuid not null default sealed.current_municipality(),
  release_id uuid not null,
  number integer not null,
  step text not null,
  word text,
  person_id uuid,
  at timestamp with time zone not null,
  constraint report_release_event_pkey PRIMARY KEY (municipality_id, release_id, number),
  constraint report_release_event_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint report_release_event_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint report_release_event_municipality_id_release_id_fkey FOREIGN KEY (municipality_id, release_id) REFERENCES report_release(municipality_id, id),
  constraint report_release_event_check CHECK (((step = 'send-back'::text) <= (word IS NOT NULL))),
  constraint report_release_event_number_check CHECK ((number > 0)),
  constraint report_release_event_step_check CHECK ((step = ANY (ARRAY['begin'::text, 'write'::text, 'hand-over'::text, 'pass'::text, 'approve'::text, 'release'::text, 'send-back'::text, 'drop'::text]))),
  constraint report_release_event_word_check CHECK ((word <> ''::text))
);
alter table report_release_event enable row level security, force row level security;
create policy tenant on report_release_event for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX report_release_event_municipality_id_person_id_idx ON public.report_release_event USING btree (municipality_id, person_id);
grant insert, select on report_release_event to tilsyn_app;
comment on table report_release_event is 'Append-only: who took a report which step. Writing is told once a person for each time it lay as a draft.';

create table report_release_file (
  municipality_id uuid not null default sealed.current_municipality(),
  release_id uuid not null,
  language text not null,
  format text not null,
  digest bytea not null,
  bytes bytea not null,
  constraint report_release_file_pkey PRIMARY KEY (municipality_id, release_id, language, format),
  constraint report_release_file_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint report_release_file_municipality_id_release_id_fkey FOREIGN KEY (municipality_id, release_id) REFERENCES report_release(municipality_id, id),
  constraint report_release_file_digest_check CHECK ((octet_length(digest) = 32)),
  constraint report_release_file_format_check CHECK ((format <> ''::text)),
  constraint report_release_file_language_check CHECK ((language = ANY (ARRAY['da'::text, 'en'::text])))
);
alter table report_release_file enable row level security, force row level security;
create policy for_everybody on report_release_file for select to tilsyn_owner using ((EXISTS ( SELECT
   FROM report_release r
  WHERE ((r.municipality_id = report_release_file.municipality_id) AND (r.id = report_release_file.release_id) AND (r.state = 'released'::text) AND (r.edition = 'public'::text)))));
create policy tenant on report_release_file for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE TRIGGER report_release_file_held BEFORE INSERT OR DELETE OR UPDATE ON public.report_release_file FOR EACH ROW EXECUTE FUNCTION hold_report_release_file();
grant insert, select on report_release_file to tilsyn_app;
comment on table report_release_file is 'A released report''s files, as they were made at the release: a later program lays out otherwise, and these stay.';

create table retention_rule (
  municipality_id uuid not null default sealed.current_municipality(),
  kind text not null,
  version integer not null,
  months integer,
  basis text,
  confirmed boolean not null default false,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null default now(),
  approved_by uuid,
  approved_at timestamp with time zone,
  approved boolean,
  constraint retention_rule_pkey PRIMARY KEY (municipality_id, kind, version),
  constraint retention_rule_municipality_id_approved_by_fkey FOREIGN KEY (municipality_id, approved_by) REFERENCES person(municipality_id, id),
  constraint retention_rule_municipality_id_decided_by_fkey FOREIGN KEY (municipality_id, decided_by) REFERENCES person(municipality_id, id),
  constraint retention_rule_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint retention_rule_basis_check CHECK ((basis <> ''::text)),
  constraint retention_rule_check CHECK (((basis IS NOT NULL) OR (NOT confirmed))),
  constraint retention_rule_check1 CHECK ((((approved_by IS NULL) = (approved IS NULL)) AND ((approved_by IS NULL) = (approved_at IS NULL)))),
  constraint retention_rule_check2 CHECK ((approved_by <> decided_by)),
  constraint retention_rule_kind_check CHECK ((kind <> ''::text)),
  constraint retention_rule_months_check CHECK ((months > 0)),
  constraint retention_rule_reason_check CHECK ((reason <> ''::text)),
  constraint retention_rule_version_check CHECK ((version > 0))
);
alter table retention_rule enable row level security, force row level security;
create policy tenant on retention_rule for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX retention_rule_municipality_id_approved_by_idx ON public.retention_rule USING btree (municipality_id, approved_by);
CREATE INDEX retention_rule_municipality_id_decided_by_idx ON public.retention_rule USING btree (municipality_id, decided_by);
CREATE TRIGGER judged_rule_stays BEFORE UPDATE ON public.retention_rule FOR EACH ROW EXECUTE FUNCTION refuse_change_of_judged_rule();
grant select on retention_rule to tilsyn_app;
grant insert (kind, version, months, basis, confirmed, reason, decided_by, decided_at) on retention_rule to tilsyn_app;
grant update (approved_by, approved_at, approved) on retention_rule to tilsyn_app;
comment on table retention_rule is 'Append-only but for the second person''s yes or no: how long the municipality keeps a kind of record. The highest approved version counts; a kind without one is kept.';
comment on column retention_rule.months is 'Counted from the kind''s start (core/access/retention/kinds.ts). Null: kept until something else is decided.';
comment on column retention_rule.basis is 'The legal basis in the municipality''s own words; null: none was named.';
comment on column retention_rule.confirmed is 'Somebody who may has confirmed the basis.';
comment on column retention_rule.approved_by is 'Another person than who decided it. Null: nobody has said yes or no yet, and the version before counts.';
comment on column retention_rule.approved is 'False: refused; it never counts.';

create table review (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  level integer not null,
  case_stage_id uuid not null,
  draw_id uuid not null,
  unit_id uuid not null,
  state text not null default 'assigned'::text,
  assigned_to uuid,
  assigned_with uuid,
  started_at timestamp with time zone,
  submitted_at timestamp with time zone,
  minutes integer,
  comment text,
  version integer not null default 1,
  anchor_id uuid,
  shown_case_id text,
  drawn_case_stage_id uuid default 
CASE
    WHEN (anchor_id IS NULL) THEN case_stage_id
    ELSE NULL::uuid
END,
  due_on date,
  influenced_since timestamp with time zone,
  apart boolean not null default false,
  findings_at timestamp with time zone,
  constraint review_pkey PRIMARY KEY (municipality_id, id),
  constraint review_municipality_id_round_id_level_case_stage_id_key UNIQUE (municipality_id, round_id, level, case_stage_id),
  constraint review_municipality_id_anchor_id_case_stage_id_fkey FOREIGN KEY (municipality_id, anchor_id, case_stage_id) REFERENCES anchor_case(municipality_id, id, case_stage_id),
  constraint review_municipality_id_assigned_to_fkey FOREIGN KEY (municipality_id, assigned_to) REFERENCES person(municipality_id, id),
  constraint review_municipality_id_assigned_with_fkey FOREIGN KEY (municipality_id, assigned_with) REFERENCES person(municipality_id, id),
  constraint review_municipality_id_draw_id_drawn_case_stage_id_fkey FOREIGN KEY (municipality_id, draw_id, drawn_case_stage_id) REFERENCES draw_case(municipality_id, draw_id, case_stage_id),
  constraint review_municipality_id_draw_id_fkey FOREIGN KEY (municipality_id, draw_id) REFERENCES draw(municipality_id, id),
  constraint review_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint review_municipality_id_round_id_fkey FOREIGN KEY (municipality_id, round_id) REFERENCES round(municipality_id, id),
  constraint review_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint review_check CHECK (((state <> 'assigned'::text) OR (started_at IS NULL))),
  constraint review_check1 CHECK (((state <> ALL (ARRAY['in-progress'::text, 'submitted'::text])) OR ((started_at IS NOT NULL) AND (assigned_to IS NOT NULL)))),
  constraint review_check2 CHECK (((state = 'submitted'::text) = (submitted_at IS NOT NULL))),
  constraint review_check3 CHECK ((submitted_at >= started_at)),
  constraint review_check4 CHECK ((assigned_with <> assigned_to)),
  constraint review_check5 CHECK (((shown_case_id IS NULL) OR (anchor_id IS NOT NULL))),
  constraint review_check6 CHECK ((influenced_since >= started_at)),
  constraint review_level_check CHECK ((level > 0)),
  constraint review_minutes_check CHECK ((minutes >= 0)),
  constraint review_shown_case_id_check CHECK ((shown_case_id <> ''::text)),
  constraint review_state_check CHECK ((state = ANY (ARRAY['assigned'::text, 'in-progress'::text, 'submitted'::text, 'written-off'::text]))),
  constraint review_version_check CHECK ((version > 0))
);
alter table review enable row level security, force row level security;
create policy tenant on review for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX review_findings_missing ON public.review USING btree (municipality_id, id) WHERE ((state = 'submitted'::text) AND (findings_at IS NULL) AND (anchor_id IS NULL));
CREATE INDEX review_municipality_id_anchor_id_case_stage_id_idx ON public.review USING btree (municipality_id, anchor_id, case_stage_id);
CREATE INDEX review_municipality_id_assigned_to_state_idx ON public.review USING btree (municipality_id, assigned_to, state);
CREATE INDEX review_municipality_id_assigned_with_state_idx ON public.review USING btree (municipality_id, assigned_with, state);
CREATE INDEX review_municipality_id_case_stage_id_idx ON public.review USING btree (municipality_id, case_stage_id);
CREATE INDEX review_municipality_id_draw_id_drawn_case_stage_id_idx ON public.review USING btree (municipality_id, draw_id, drawn_case_stage_id);
CREATE INDEX review_municipality_id_due_on_idx ON public.review USING btree (municipality_id, due_on) WHERE (state = ANY (ARRAY['assigned'::text, 'in-progress'::text]));
CREATE INDEX review_municipality_id_level_submitted_at_id_idx ON public.review USING btree (municipality_id, level, submitted_at DESC, id) WHERE ((state = 'submitted'::text) AND (minutes > 0));
CREATE INDEX review_municipality_id_round_id_level_submitted_at_id_idx ON public.review USING btree (municipality_id, round_id, level, submitted_at DESC, id) WHERE ((state = 'submitted'::text) AND (minutes > 0));
CREATE INDEX review_municipality_id_round_id_level_unit_id_state_idx ON public.review USING btree (municipality_id, round_id, level, unit_id, state);
grant insert, select on review to tilsyn_app;
grant update (state, assigned_to, assigned_with, started_at, submitted_at, minutes, comment, version, due_on, influenced_since, findings_at) on review to tilsyn_app;
comment on table review is 'One level''s review of one drawn case stage, or of an anchor.';
comment on column review.unit_id is 'The case stage''s unit on the day of the draw.';
comment on column review.assigned_to is 'Null: not yet given to anyone.';
comment on column review.assigned_with is 'The second reviewer, where two fill one form together.';
comment on column review.minutes is 'Time used, as stated on submission.';
comment on column review.version is 'Grows with every write; a write names the version it saw.';
comment on column review.anchor_id is 'Set: an anchor, which was not drawn and counts in no result. Told to nobody but those who lead the audit.';
comment on column review.shown_case_id is 'The case id that the reviewer sees, where the frozen file has one of its own.';
comment on column review.drawn_case_stage_id is 'The case stage where it was drawn; null for an anchor.';
comment on column review.due_on is 'The day it should be submitted by; null: none was set.';
comment on column review.influenced_since is 'When it was first sent back while another level''s answers to the case were open to its reviewers. What they submit after that is corrected, not independent: statistics read the submission before.';
comment on column review.apart is 'Each of its two reviewers fills a form of their own (own_review); review_answer holds what they merged, and is what they correct once it has been sent back.';
comment on column review.findings_at is 'When its submitted answers were looked through for errors; null: not since they were submitted.';

create table review_answer (
  municipality_id uuid not null default sealed.current_municipality(),
  review_id uuid not null,
  question_key text not null,
  answer text,
  wording text not null,
  programme_version_id uuid not null,
  comment text,
  evidence_reference text,
  evidence_date date,
  answered_by uuid not null,
  answered_at timestamp with time zone not null default now(),
  version integer not null default 1,
  value text,
  value_type text,
  value_wording text,
  derived_value text,
  override_reason text,
  constraint review_answer_pkey PRIMARY KEY (municipality_id, review_id, question_key),
  constraint review_answer_municipality_id_answered_by_fkey FOREIGN KEY (municipality_id, answered_by) REFERENCES person(municipality_id, id),
  constraint review_answer_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint review_answer_municipality_id_programme_version_id_fkey FOREIGN KEY (municipality_id, programme_version_id) REFERENCES programme_version(municipality_id, id),
  constraint review_answer_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint review_answer_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'na'::text]))),
  constraint review_answer_check CHECK (((value_type IS NOT NULL) = ((value IS NOT NULL) OR (derived_value IS NOT NULL)))),
  constraint review_answer_check1 CHECK (((answer IS NULL) OR (value_type IS NULL))),
  constraint review_answer_check2 CHECK (((NOT (value_type IS DISTINCT FROM 'graded'::text)) = (value_wording IS NOT NULL))),
  constraint review_answer_check3 CHECK (((derived_value IS NULL) OR (value_type = 'graded'::text))),
  constraint review_answer_check4 CHECK (((override_reason IS NULL) OR ((value IS NOT NULL) AND (value_type = 'graded'::text)))),
  constraint review_answer_check5 CHECK (
CASE value_type
    WHEN 'graded'::text THEN ((COALESCE(value, '1'::text) ~ '^[1-9][0-9]?$'::text) AND (COALESCE(derived_value, '1'::text) ~ '^[1-9][0-9]?$'::text))
    WHEN 'number'::text THEN (value ~ '^-?(0|[1-9][0-9]{0,14})([.][0-9]{1,6})?$'::text)
    WHEN 'date'::text THEN (value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'::text)
    ELSE true
END),
  constraint review_answer_derived_value_check CHECK ((derived_value <> ''::text)),
  constraint review_answer_override_reason_check CHECK ((override_reason <> ''::text)),
  constraint review_answer_question_key_check CHECK ((question_key <> ''::text)),
  constraint review_answer_value_check CHECK ((value <> ''::text)),
  constraint review_answer_value_type_check CHECK ((value_type = ANY (ARRAY['graded'::text, 'number'::text, 'date'::text, 'text'::text]))),
  constraint review_answer_value_wording_check CHECK ((value_wording <> ''::text)),
  constraint review_answer_version_check CHECK ((version > 0)),
  constraint review_answer_wording_check CHECK ((wording <> ''::text))
);
alter table review_answer enable row level security, force row level security;
create policy tenant on review_answer for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant delete, insert, select, update on review_answer to tilsyn_app;
comment on table review_answer is 'One answered question, with the wording of that day: nothing joins to today''s text.';
comment on column review_answer.answer is 'na: not applicable; it leaves every denominator and is never a no. Null: comment or evidence only so far; gone from a submitted review.';
comment on column review_answer.wording is 'The question as it stood in Danish when it was answered.';
comment on column review_answer.evidence_reference is 'The document in the case system that shows it.';
comment on column review_answer.value is 'Answer to a question of another type than yes-no, in one written form: the grade''s place from 1, 12.5, 2024-01-31, or the text.';
comment on column review_answer.value_wording is 'The grade as it stood in Danish when it was given.';
comment on column review_answer.derived_value is 'The grade that followed from the other answers on submission. Where value is set as well, the reviewer overrode it.';
comment on column review_answer.override_reason is 'Why the reviewer overrode the derived grade.';

create table review_event (
  municipality_id uuid not null default sealed.current_municipality(),
  id bigint not null generated always as identity,
  review_id uuid not null,
  at timestamp with time zone not null default now(),
  person_id uuid,
  kind text not null,
  reason text,
  detail jsonb not null default '{}'::jsonb,
  constraint review_event_pkey PRIMARY KEY (municipality_id, id),
  constraint review_event_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint review_event_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint review_event_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint review_event_kind_check CHECK ((kind = ANY (ARRAY['assigned'::text, 'moved'::text, 'declared'::text, 'conflict'::text, 'submitted'::text, 'returned'::text, 'reopened'::text, 'merged'::text, 'written-off'::text, 'critical'::text]))),
  constraint review_event_reason_check CHECK ((reason <> ''::text))
);
alter table review_event enable row level security, force row level security;
create policy tenant on review_event for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX review_event_municipality_id_person_id_idx ON public.review_event USING btree (municipality_id, person_id);
CREATE INDEX review_event_municipality_id_review_id_at_idx ON public.review_event USING btree (municipality_id, review_id, at);
grant select on review_event to tilsyn_app;
grant insert (municipality_id, review_id, person_id, kind, reason, detail) on review_event to tilsyn_app;
comment on table review_event is 'Append-only: what happened to a review, and why, as its people see it.';
comment on column review_event.person_id is 'Who did it; null: the program.';
comment on column review_event.reason is 'In the person''s own words.';
comment on column review_event.detail is 'Codes and ids only.';

create table review_exclusion (
  municipality_id uuid not null default sealed.current_municipality(),
  person_id uuid not null,
  case_id text not null,
  ground text not null,
  review_id uuid not null,
  declared_at timestamp with time zone not null default now(),
  constraint review_exclusion_pkey PRIMARY KEY (municipality_id, person_id, case_id),
  constraint review_exclusion_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint review_exclusion_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint review_exclusion_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint review_exclusion_case_id_check CHECK ((case_id <> ''::text)),
  constraint review_exclusion_ground_check CHECK ((ground = ANY (ARRAY['took-part'::text, 'decided'::text, 'supervised'::text, 'discussed'::text, 'knows'::text])))
);
alter table review_exclusion enable row level security, force row level security;
create policy tenant on review_exclusion for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX review_exclusion_municipality_id_case_id_idx ON public.review_exclusion USING btree (municipality_id, case_id);
CREATE INDEX review_exclusion_municipality_id_review_id_idx ON public.review_exclusion USING btree (municipality_id, review_id);
grant select on review_exclusion to tilsyn_app;
grant insert (person_id, case_id, ground, review_id) on review_exclusion to tilsyn_app;
comment on table review_exclusion is 'Append-only: who has declared that they cannot judge a case independently. It holds for all its stages and rounds.';
comment on column review_exclusion.review_id is 'The review it was declared on.';

create table review_message (
  municipality_id uuid not null default sealed.current_municipality(),
  id bigint not null generated always as identity,
  review_id uuid not null,
  below_id uuid not null,
  question_key text not null,
  at timestamp with time zone not null default now(),
  person_id uuid not null,
  text text not null,
  constraint review_message_pkey PRIMARY KEY (municipality_id, id),
  constraint review_message_municipality_id_below_id_fkey FOREIGN KEY (municipality_id, below_id) REFERENCES review(municipality_id, id),
  constraint review_message_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint review_message_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint review_message_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint review_message_check CHECK ((review_id <> below_id)),
  constraint review_message_question_key_check CHECK ((question_key <> ''::text)),
  constraint review_message_text_check CHECK ((text <> ''::text))
);
alter table review_message enable row level security, force row level security;
create policy tenant on review_message for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX review_message_municipality_id_below_id_idx ON public.review_message USING btree (municipality_id, below_id);
CREATE INDEX review_message_municipality_id_person_id_idx ON public.review_message USING btree (municipality_id, person_id);
CREATE INDEX review_message_municipality_id_review_id_question_key_id_idx ON public.review_message USING btree (municipality_id, review_id, question_key, id);
grant select on review_message to tilsyn_app;
grant insert (review_id, below_id, question_key, person_id, text) on review_message to tilsyn_app;
comment on table review_message is 'Append-only: what the reviewers of two neighbour levels write to each other about a question, once both have submitted.';
comment on column review_message.review_id is 'The higher level''s review.';

create table review_note (
  municipality_id uuid not null default sealed.current_municipality(),
  review_id uuid not null,
  question_key text not null,
  person_id uuid not null,
  text text not null,
  constraint review_note_pkey PRIMARY KEY (municipality_id, review_id, question_key, person_id),
  constraint review_note_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint review_note_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint review_note_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint review_note_question_key_check CHECK ((question_key <> ''::text)),
  constraint review_note_text_check CHECK ((text <> ''::text))
);
alter table review_note enable row level security, force row level security;
create policy tenant on review_note for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX review_note_municipality_id_person_id_idx ON public.review_note USING btree (municipality_id, person_id);
grant delete, insert, select, update on review_note to tilsyn_app;
comment on table review_note is 'What a reviewer notes for themselves. Only its writer ever reads it; it is erased when the round closes.';

create table review_submission (
  municipality_id uuid not null default sealed.current_municipality(),
  review_id uuid not null,
  number integer not null,
  submitted_at timestamp with time zone not null,
  submitted_by uuid,
  minutes integer,
  comment text,
  influenced boolean not null,
  constraint review_submission_pkey PRIMARY KEY (municipality_id, review_id, number),
  constraint review_submission_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint review_submission_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint review_submission_municipality_id_submitted_by_fkey FOREIGN KEY (municipality_id, submitted_by) REFERENCES person(municipality_id, id),
  constraint review_submission_minutes_check CHECK ((minutes >= 0)),
  constraint review_submission_number_check CHECK ((number > 0))
);
alter table review_submission enable row level security, force row level security;
create policy tenant on review_submission for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX review_submission_municipality_id_submitted_by_idx ON public.review_submission USING btree (municipality_id, submitted_by);
grant insert, select on review_submission to tilsyn_app;
comment on table review_submission is 'Append-only: a submission that was sent back, as it stood. The newest submission is the review itself.';
comment on column review_submission.submitted_by is 'Null: not known; the review came from elsewhere.';
comment on column review_submission.influenced is 'Submitted by reviewers to whom another level''s answers to the case had been open.';

create table review_submission_answer (
  municipality_id uuid not null default sealed.current_municipality(),
  review_id uuid not null,
  number integer not null,
  question_key text not null,
  answer text,
  wording text not null,
  programme_version_id uuid not null,
  comment text,
  evidence_reference text,
  evidence_date date,
  answered_by uuid not null,
  answered_at timestamp with time zone not null,
  value text,
  value_type text,
  value_wording text,
  derived_value text,
  override_reason text,
  constraint review_submission_answer_pkey PRIMARY KEY (municipality_id, review_id, number, question_key),
  constraint review_submission_answer_municipality_id_answered_by_fkey FOREIGN KEY (municipality_id, answered_by) REFERENCES person(municipality_id, id),
  constraint review_submission_answer_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint review_submission_answer_municipality_id_programme_version_fkey FOREIGN KEY (municipality_id, programme_version_id) REFERENCES programme_version(municipality_id, id),
  constraint review_submission_answer_municipality_id_review_id_number_fkey FOREIGN KEY (municipality_id, review_id, number) REFERENCES review_submission(municipality_id, review_id, number),
  constraint review_submission_answer_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'na'::text]))),
  constraint review_submission_answer_check CHECK (((answer IS NOT NULL) OR (value IS NOT NULL) OR (derived_value IS NOT NULL))),
  constraint review_submission_answer_question_key_check CHECK ((question_key <> ''::text)),
  constraint review_submission_answer_wording_check CHECK ((wording <> ''::text))
);
alter table review_submission_answer enable row level security, force row level security;
create policy tenant on review_submission_answer for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX review_submission_answer_municipality_id_answered_by_idx ON public.review_submission_answer USING btree (municipality_id, answered_by);
CREATE INDEX review_submission_answer_municipality_id_programme_version__idx ON public.review_submission_answer USING btree (municipality_id, programme_version_id);
grant insert, select on review_submission_answer to tilsyn_app;
comment on table review_submission_answer is 'Append-only: the answers of a submission that was sent back, as review_answer had them.';

create table role_assignment (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  role text not null,
  unit_id uuid,
  valid_from date not null,
  valid_to date,
  from_claims boolean not null default false,
  constraint role_assignment_pkey PRIMARY KEY (municipality_id, id),
  constraint role_assignment_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint role_assignment_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint role_assignment_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint role_assignment_check CHECK ((valid_to >= (valid_from - 1))),
  constraint role_assignment_role_check CHECK ((role = ANY (ARRAY['caseworker'::text, 'professional-coordinator'::text, 'department-manager'::text, 'area-manager'::text, 'unit-lawyer'::text, 'staff-lawyer'::text, 'central-lawyer'::text, 'director'::text, 'administrator'::text, 'ombudsman'::text])))
);
alter table role_assignment enable row level security, force row level security;
create policy roles_of_session on role_assignment for select to tilsyn_owner using (true);
create policy tenant on role_assignment for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX role_assignment_municipality_id_person_id_valid_from_idx ON public.role_assignment USING btree (municipality_id, person_id, valid_from);
CREATE INDEX role_assignment_municipality_id_unit_id_role_idx ON public.role_assignment USING btree (municipality_id, unit_id, role);
grant insert, select on role_assignment to tilsyn_app;
grant update (valid_to) on role_assignment to tilsyn_app;
comment on table role_assignment is 'Who had which role, where and when. People move; old assignments stay and end.';
comment on column role_assignment.unit_id is 'Null: the whole municipality.';
comment on column role_assignment.valid_to is 'Last day, inclusive; null: until further notice; the day before valid_from: taken back before it counted.';
comment on column role_assignment.from_claims is 'Given by what the municipality''s sign-in said of the person; ended when it no longer says so.';

create table round (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  key text not null,
  title_da text not null,
  title_en text not null,
  programme_version_id uuid not null,
  period_from date not null,
  period_to date not null,
  baseline_round_id uuid,
  state text not null default 'planned'::text,
  created_at timestamp with time zone not null default now(),
  opened_by uuid,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint round_pkey PRIMARY KEY (municipality_id, id),
  constraint round_municipality_id_key_key UNIQUE (municipality_id, key),
  constraint round_municipality_id_baseline_round_id_fkey FOREIGN KEY (municipality_id, baseline_round_id) REFERENCES round(municipality_id, id),
  constraint round_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint round_municipality_id_opened_by_fkey FOREIGN KEY (municipality_id, opened_by) REFERENCES person(municipality_id, id),
  constraint round_municipality_id_programme_version_id_fkey FOREIGN KEY (municipality_id, programme_version_id) REFERENCES programme_version(municipality_id, id),
  constraint round_check CHECK ((period_to >= period_from)),
  constraint round_check1 CHECK (((state = 'planned'::text) = (opened_at IS NULL))),
  constraint round_check2 CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint round_check3 CHECK ((baseline_round_id <> id)),
  constraint round_key_check CHECK (((key <> ''::text) AND (key !~ '[/|[:space:]]'::text))),
  constraint round_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text]))),
  constraint round_title_da_check CHECK ((title_da <> ''::text)),
  constraint round_title_en_check CHECK ((title_en <> ''::text))
);
alter table round enable row level security, force row level security;
create policy tenant on round for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX round_municipality_id_period_from_idx ON public.round USING btree (municipality_id, period_from);
CREATE INDEX round_municipality_id_programme_version_id_idx ON public.round USING btree (municipality_id, programme_version_id);
grant insert, select on round to tilsyn_app;
grant update (title_da, title_en, baseline_round_id, state, opened_by, opened_at, closed_at) on round to tilsyn_app;
comment on table round is 'One audit round on one programme version.';
comment on column round.key is 'E.g. 2018q2; part of every draw''s phase, so it never changes.';
comment on column round.period_from is 'Case stages completed from this day on are in the frame.';
comment on column round.period_to is 'Last day of the frame, inclusive.';

create table round_progress (
  municipality_id uuid not null default sealed.current_municipality(),
  round_id uuid not null,
  level integer not null,
  unit_id uuid not null,
  drawn integer not null default 0,
  assigned integer not null default 0,
  started integer not null default 0,
  submitted integer not null default 0,
  minutes bigint not null default 0,
  constraint round_progress_pkey PRIMARY KEY (municipality_id, round_id, level, unit_id),
  constraint round_progress_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint round_progress_municipality_id_round_id_fkey FOREIGN KEY (municipality_id, round_id) REFERENCES round(municipality_id, id),
  constraint round_progress_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint round_progress_assigned_check CHECK ((assigned >= 0)),
  constraint round_progress_drawn_check CHECK ((drawn >= 0)),
  constraint round_progress_level_check CHECK ((level > 0)),
  constraint round_progress_minutes_check CHECK ((minutes >= 0)),
  constraint round_progress_started_check CHECK ((started >= 0)),
  constraint round_progress_submitted_check CHECK ((submitted >= 0))
);
alter table round_progress enable row level security, force row level security;
create policy tenant on round_progress for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant insert, select on round_progress to tilsyn_app;
grant update (drawn, assigned, started, submitted, minutes) on round_progress to tilsyn_app;
comment on table round_progress is 'How far a level is in a unit, kept up to date by the acts that change it.';
comment on column round_progress.drawn is 'Reviews in the draw now, replaced cases not counted.';
comment on column round_progress.assigned is 'Of drawn: given to a reviewer. Started and submitted reviews count here too.';
comment on column round_progress.started is 'Of assigned: with a first answer. Submitted reviews count here too.';

create table set_aside_answer (
  municipality_id uuid not null default sealed.current_municipality(),
  id bigint not null generated always as identity,
  review_id uuid not null,
  set_aside_at timestamp with time zone not null default now(),
  question_key text not null,
  answer text,
  value text,
  value_type text,
  value_wording text,
  override_reason text,
  wording text not null,
  programme_version_id uuid not null,
  comment text,
  evidence_reference text,
  evidence_date date,
  answered_by uuid not null,
  answered_at timestamp with time zone not null,
  constraint set_aside_answer_pkey PRIMARY KEY (municipality_id, id),
  constraint set_aside_answer_municipality_id_answered_by_fkey FOREIGN KEY (municipality_id, answered_by) REFERENCES person(municipality_id, id),
  constraint set_aside_answer_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint set_aside_answer_municipality_id_programme_version_id_fkey FOREIGN KEY (municipality_id, programme_version_id) REFERENCES programme_version(municipality_id, id),
  constraint set_aside_answer_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint set_aside_answer_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'na'::text]))),
  constraint set_aside_answer_override_reason_check CHECK ((override_reason <> ''::text)),
  constraint set_aside_answer_question_key_check CHECK ((question_key <> ''::text)),
  constraint set_aside_answer_value_check CHECK ((value <> ''::text)),
  constraint set_aside_answer_value_type_check CHECK ((value_type = ANY (ARRAY['graded'::text, 'number'::text, 'date'::text, 'text'::text]))),
  constraint set_aside_answer_value_wording_check CHECK ((value_wording <> ''::text)),
  constraint set_aside_answer_wording_check CHECK ((wording <> ''::text))
);
alter table set_aside_answer enable row level security, force row level security;
create policy tenant on set_aside_answer for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX set_aside_answer_municipality_id_answered_by_idx ON public.set_aside_answer USING btree (municipality_id, answered_by);
CREATE INDEX set_aside_answer_municipality_id_programme_version_id_idx ON public.set_aside_answer USING btree (municipality_id, programme_version_id);
CREATE INDEX set_aside_answer_municipality_id_review_id_idx ON public.set_aside_answer USING btree (municipality_id, review_id);
grant select on set_aside_answer to tilsyn_app;
grant insert (review_id, question_key, answer, value, value_type, value_wording, override_reason, wording, programme_version_id, comment, evidence_reference, evidence_date, answered_by, answered_at) on set_aside_answer to tilsyn_app;
comment on table set_aside_answer is 'Append-only: answers of somebody with a conflict of interest, taken out of an open review and counted nowhere.';

create table strength (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  review_id uuid,
  question_key text,
  case_number integer,
  theme text,
  text text not null,
  author_id uuid,
  author_role text not null,
  written_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint strength_pkey PRIMARY KEY (municipality_id, id),
  constraint strength_municipality_id_author_id_fkey FOREIGN KEY (municipality_id, author_id) REFERENCES person(municipality_id, id),
  constraint strength_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint strength_municipality_id_review_id_fkey FOREIGN KEY (municipality_id, review_id) REFERENCES review(municipality_id, id),
  constraint strength_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint strength_municipality_id_withdrawn_by_fkey FOREIGN KEY (municipality_id, withdrawn_by) REFERENCES person(municipality_id, id),
  constraint strength_author_role_check CHECK ((author_role <> ''::text)),
  constraint strength_case_number_check CHECK ((case_number > 0)),
  constraint strength_check CHECK (((review_id IS NULL) = (question_key IS NULL))),
  constraint strength_check1 CHECK (((review_id IS NULL) = (case_number IS NULL))),
  constraint strength_check2 CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint strength_question_key_check CHECK ((question_key <> ''::text)),
  constraint strength_text_check CHECK ((text <> ''::text)),
  constraint strength_theme_check CHECK ((theme <> ''::text))
);
alter table strength enable row level security, force row level security;
create policy tenant on strength for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX strength_municipality_id_author_id_idx ON public.strength USING btree (municipality_id, author_id);
CREATE INDEX strength_municipality_id_review_id_idx ON public.strength USING btree (municipality_id, review_id);
CREATE INDEX strength_municipality_id_unit_id_written_at_idx ON public.strength USING btree (municipality_id, unit_id, written_at);
CREATE INDEX strength_municipality_id_withdrawn_by_idx ON public.strength USING btree (municipality_id, withdrawn_by);
grant insert, select on strength to tilsyn_app;
grant update (withdrawn_at, withdrawn_by) on strength to tilsyn_app;
comment on table strength is 'Something that went well: marked by a reviewer at a question of a submitted review, or written by the unit. Append-only but for the withdrawal.';
comment on column strength.review_id is 'Null: written by the unit. Set: it tells of an answer, so it is behind the seal of its round.';
comment on column strength.case_number is 'Stands for the case wherever the strength is shown: the cases of a round with a strength, numbered as they came.';
comment on column strength.theme is 'Key of a theme of the programme; of a review, that of the question.';

create table supervision (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  leader_id uuid not null,
  caseworker text not null,
  valid_from date not null,
  valid_to date,
  constraint supervision_pkey PRIMARY KEY (municipality_id, id),
  constraint supervision_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint supervision_municipality_id_leader_id_fkey FOREIGN KEY (municipality_id, leader_id) REFERENCES person(municipality_id, id),
  constraint supervision_caseworker_check CHECK ((caseworker <> ''::text)),
  constraint supervision_check CHECK ((valid_to >= (valid_from - 1)))
);
alter table supervision enable row level security, force row level security;
create policy tenant on supervision for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX supervision_municipality_id_caseworker_idx ON public.supervision USING btree (municipality_id, caseworker);
CREATE INDEX supervision_municipality_id_leader_id_idx ON public.supervision USING btree (municipality_id, leader_id);
grant insert, select on supervision to tilsyn_app;
grant update (valid_to) on supervision to tilsyn_app;
comment on table supervision is 'Who led which caseworker''s daily work, and when: a leader does not review what was done under them.';
comment on column supervision.caseworker is 'The case system''s code of the caseworker, as in case_stage_participant.';
comment on column supervision.valid_to is 'Last day, inclusive; null: until further notice; the day before valid_from: taken back.';

create table training_case (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  included_key text,
  created_at timestamp with time zone not null,
  constraint training_case_pkey PRIMARY KEY (municipality_id, id),
  constraint training_case_municipality_id_included_key_key UNIQUE (municipality_id, included_key),
  constraint training_case_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint training_case_included_key_check CHECK ((included_key <> ''::text))
);
alter table training_case enable row level security, force row level security;
create policy tenant on training_case for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant insert, select on training_case to tilsyn_app;
comment on table training_case is 'An invented case file. What it says is in its versions.';
comment on column training_case.included_key is 'Set: taken over from a file that comes with the program (programmes/training).';

create table training_case_version (
  municipality_id uuid not null default sealed.current_municipality(),
  training_case_id uuid not null,
  version integer not null,
  title text not null,
  stage text not null,
  started date not null,
  completed date not null,
  documents jsonb not null,
  digest text not null,
  written_by uuid,
  written_at timestamp with time zone not null,
  constraint training_case_version_pkey PRIMARY KEY (municipality_id, training_case_id, version),
  constraint training_case_version_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint training_case_version_municipality_id_training_case_id_fkey FOREIGN KEY (municipality_id, training_case_id) REFERENCES training_case(municipality_id, id),
  constraint training_case_version_municipality_id_written_by_fkey FOREIGN KEY (municipality_id, written_by) REFERENCES person(municipality_id, id),
  constraint training_case_version_check CHECK ((completed >= started)),
  constraint training_case_version_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint training_case_version_documents_check CHECK ((jsonb_typeof(documents) = 'array'::text)),
  constraint training_case_version_stage_check CHECK ((stage <> ''::text)),
  constraint training_case_version_title_check CHECK ((title <> ''::text)),
  constraint training_case_version_version_check CHECK ((version > 0))
);
alter table training_case_version enable row level security, force row level security;
create policy tenant on training_case_version for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX training_case_version_municipality_id_written_by_idx ON public.training_case_version USING btree (municipality_id, written_by);
grant insert, select on training_case_version to tilsyn_app;
comment on table training_case_version is 'Append-only: a new text is a new version, so that an answer always stands beside the text it was given to.';
comment on column training_case_version.documents is 'The invented documents in the order of the file: [{title, date, text}].';
comment on column training_case_version.digest is 'SHA-256 of the content, by which an unchanged text is known.';
comment on column training_case_version.written_by is 'Null: the program itself, in the demo.';

create table unit (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  name text not null,
  kind text not null,
  constraint unit_pkey PRIMARY KEY (municipality_id, id),
  constraint unit_municipality_id_name_key UNIQUE (municipality_id, name),
  constraint unit_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint unit_kind_check CHECK ((kind = ANY (ARRAY['family'::text, 'duty'::text]))),
  constraint unit_name_check CHECK ((name <> ''::text))
);
alter table unit enable row level security, force row level security;
create policy tenant on unit for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
grant insert, select, update on unit to tilsyn_app;
comment on table unit is 'An organisational unit whose case stages are audited.';
comment on column unit.kind is 'family: a family unit; duty: the duty unit, which answers outside office hours.';

create table visit_minutes (
  municipality_id uuid not null default sealed.current_municipality(),
  visit_id uuid not null,
  version integer not null,
  text text not null,
  saved_by uuid,
  saved_at timestamp with time zone not null,
  constraint visit_minutes_pkey PRIMARY KEY (municipality_id, visit_id, version),
  constraint visit_minutes_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint visit_minutes_municipality_id_saved_by_fkey FOREIGN KEY (municipality_id, saved_by) REFERENCES person(municipality_id, id),
  constraint visit_minutes_municipality_id_visit_id_fkey FOREIGN KEY (municipality_id, visit_id) REFERENCES learning_visit(municipality_id, id),
  constraint visit_minutes_version_check CHECK ((version > 0))
);
alter table visit_minutes enable row level security, force row level security;
create policy tenant on visit_minutes for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX visit_minutes_municipality_id_saved_by_idx ON public.visit_minutes USING btree (municipality_id, saved_by);
grant insert, select on visit_minutes to tilsyn_app;
comment on table visit_minutes is 'Append-only: every wording of a visit''s minutes that was saved; the newest is the visit''s own text.';
comment on column visit_minutes.version is 'The visit''s minutes_version as of this wording.';
comment on column visit_minutes.saved_by is 'Null: the program itself, in the demo.';

create table visit_point (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  visit_id uuid not null,
  text text not null,
  who text,
  due_on date,
  version integer not null default 1,
  written_by uuid,
  written_at timestamp with time zone not null,
  outcome text,
  outcome_note text,
  outcome_visit_id uuid,
  outcome_by uuid,
  outcome_at timestamp with time zone,
  constraint visit_point_pkey PRIMARY KEY (municipality_id, id),
  constraint visit_point_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint visit_point_municipality_id_outcome_by_fkey FOREIGN KEY (municipality_id, outcome_by) REFERENCES person(municipality_id, id),
  constraint visit_point_municipality_id_outcome_visit_id_fkey FOREIGN KEY (municipality_id, outcome_visit_id) REFERENCES learning_visit(municipality_id, id),
  constraint visit_point_municipality_id_visit_id_fkey FOREIGN KEY (municipality_id, visit_id) REFERENCES learning_visit(municipality_id, id),
  constraint visit_point_municipality_id_written_by_fkey FOREIGN KEY (municipality_id, written_by) REFERENCES person(municipality_id, id),
  constraint visit_point_check CHECK (((outcome IS NULL) = (outcome_at IS NULL))),
  constraint visit_point_check1 CHECK (((outcome IS NOT NULL) OR (outcome_note IS NULL))),
  constraint visit_point_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'dropped'::text]))),
  constraint visit_point_outcome_note_check CHECK ((outcome_note <> ''::text)),
  constraint visit_point_text_check CHECK ((text <> ''::text)),
  constraint visit_point_version_check CHECK ((version > 0)),
  constraint visit_point_who_check CHECK ((who <> ''::text))
);
alter table visit_point enable row level security, force row level security;
create policy tenant on visit_point for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX visit_point_municipality_id_outcome_by_idx ON public.visit_point USING btree (municipality_id, outcome_by);
CREATE INDEX visit_point_municipality_id_outcome_visit_id_idx ON public.visit_point USING btree (municipality_id, outcome_visit_id);
CREATE INDEX visit_point_municipality_id_visit_id_written_at_idx ON public.visit_point USING btree (municipality_id, visit_id, written_at);
CREATE INDEX visit_point_municipality_id_written_by_idx ON public.visit_point USING btree (municipality_id, written_by);
grant insert, select on visit_point to tilsyn_app;
grant update (text, who, due_on, version, outcome, outcome_note, outcome_visit_id, outcome_by, outcome_at) on visit_point to tilsyn_app;
comment on table visit_point is 'An attention point: what the unit takes with it from a visit, who does it and by when. Open until it has an outcome.';
comment on column visit_point.who is 'As it was said at the meeting: a name, a function, a team.';
comment on column visit_point.outcome_visit_id is 'The follow-up visit it was settled at; null: between visits.';

create table walk_through (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  case_id text not null,
  unit_id uuid not null,
  held_on date not null,
  participants jsonb not null,
  notes text not null default ''::text,
  version integer not null default 1,
  opened_by uuid,
  opened_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  constraint walk_through_pkey PRIMARY KEY (municipality_id, id),
  constraint walk_through_municipality_id_closed_by_fkey FOREIGN KEY (municipality_id, closed_by) REFERENCES person(municipality_id, id),
  constraint walk_through_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint walk_through_municipality_id_opened_by_fkey FOREIGN KEY (municipality_id, opened_by) REFERENCES person(municipality_id, id),
  constraint walk_through_municipality_id_unit_id_fkey FOREIGN KEY (municipality_id, unit_id) REFERENCES unit(municipality_id, id),
  constraint walk_through_case_id_check CHECK ((case_id <> ''::text)),
  constraint walk_through_check CHECK ((closed_at >= opened_at)),
  constraint walk_through_participants_check CHECK ((jsonb_typeof(participants) = 'array'::text)),
  constraint walk_through_version_check CHECK ((version > 0))
);
alter table walk_through enable row level security, force row level security;
create policy tenant on walk_through for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX walk_through_municipality_id_case_id_held_on_idx ON public.walk_through USING btree (municipality_id, case_id, held_on);
CREATE INDEX walk_through_municipality_id_closed_by_idx ON public.walk_through USING btree (municipality_id, closed_by);
CREATE INDEX walk_through_municipality_id_opened_by_idx ON public.walk_through USING btree (municipality_id, opened_by);
CREATE INDEX walk_through_municipality_id_unit_id_held_on_idx ON public.walk_through USING btree (municipality_id, unit_id, held_on);
CREATE UNIQUE INDEX walk_through_one_open ON public.walk_through USING btree (municipality_id, case_id) WHERE (closed_at IS NULL);
CREATE TRIGGER walk_through_closed BEFORE DELETE OR UPDATE ON public.walk_through FOR EACH ROW EXECUTE FUNCTION refuse_change_of_closed_walk_through();
grant insert, select on walk_through to tilsyn_app;
grant update (held_on, participants, notes, version, closed_by, closed_at) on walk_through to tilsyn_app;
comment on table walk_through is 'One walk-through of a case. Once closed_at is set, nobody changes it any more, the owner of the table included.';
comment on column walk_through.unit_id is 'The unit that had the case then.';
comment on column walk_through.participants is 'In their order: [{person: id or null, name}]; a name without a person is somebody from outside.';
comment on column walk_through.version is 'Grows with each write of day, participants or notes. Who saw an older one is told, and overwrites nothing.';
comment on column walk_through.opened_by is 'Null: the program itself, in the demo.';

create table walk_through_addition (
  municipality_id uuid not null default sealed.current_municipality(),
  id bigint not null generated always as identity,
  walk_through_id uuid not null,
  text text not null,
  person_id uuid,
  at timestamp with time zone not null,
  constraint walk_through_addition_pkey PRIMARY KEY (municipality_id, id),
  constraint walk_through_addition_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint walk_through_addition_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint walk_through_addition_municipality_id_walk_through_id_fkey FOREIGN KEY (municipality_id, walk_through_id) REFERENCES walk_through(municipality_id, id),
  constraint walk_through_addition_text_check CHECK ((text <> ''::text))
);
alter table walk_through_addition enable row level security, force row level security;
create policy tenant on walk_through_addition for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX walk_through_addition_municipality_id_person_id_idx ON public.walk_through_addition USING btree (municipality_id, person_id);
CREATE INDEX walk_through_addition_municipality_id_walk_through_id_id_idx ON public.walk_through_addition USING btree (municipality_id, walk_through_id, id);
grant select on walk_through_addition to tilsyn_app;
grant insert (municipality_id, walk_through_id, text, person_id, at) on walk_through_addition to tilsyn_app;
comment on table walk_through_addition is 'Append-only: what is corrected or added to a closed walk-through; what it said stays beside it.';

create table walk_through_agreement (
  municipality_id uuid not null default sealed.current_municipality(),
  id uuid not null default gen_random_uuid(),
  walk_through_id uuid not null,
  text text not null,
  who_id uuid,
  who text not null,
  due_on date not null,
  version integer not null default 1,
  written_by uuid,
  written_at timestamp with time zone not null,
  constraint walk_through_agreement_pkey PRIMARY KEY (municipality_id, id),
  constraint walk_through_agreement_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint walk_through_agreement_municipality_id_walk_through_id_fkey FOREIGN KEY (municipality_id, walk_through_id) REFERENCES walk_through(municipality_id, id),
  constraint walk_through_agreement_municipality_id_who_id_fkey FOREIGN KEY (municipality_id, who_id) REFERENCES person(municipality_id, id),
  constraint walk_through_agreement_municipality_id_written_by_fkey FOREIGN KEY (municipality_id, written_by) REFERENCES person(municipality_id, id),
  constraint walk_through_agreement_text_check CHECK ((text <> ''::text)),
  constraint walk_through_agreement_version_check CHECK ((version > 0)),
  constraint walk_through_agreement_who_check CHECK ((who <> ''::text))
);
alter table walk_through_agreement enable row level security, force row level security;
create policy tenant on walk_through_agreement for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX walk_through_agreement_municipality_id_walk_through_id_writ_idx ON public.walk_through_agreement USING btree (municipality_id, walk_through_id, written_at);
CREATE INDEX walk_through_agreement_municipality_id_who_id_due_on_idx ON public.walk_through_agreement USING btree (municipality_id, who_id, due_on);
CREATE INDEX walk_through_agreement_municipality_id_written_by_idx ON public.walk_through_agreement USING btree (municipality_id, written_by);
CREATE TRIGGER walk_through_agreement_closed BEFORE INSERT OR DELETE OR UPDATE ON public.walk_through_agreement FOR EACH ROW EXECUTE FUNCTION refuse_change_within_closed_walk_through();
grant insert, select on walk_through_agreement to tilsyn_app;
grant update (text, who_id, who, due_on, version) on walk_through_agreement to tilsyn_app;
comment on table walk_through_agreement is 'What was agreed: what, who and by when. It can be changed while its walk-through is open.';
comment on column walk_through_agreement.who_id is 'Null: somebody from outside, by the name alone.';
comment on column walk_through_agreement.who is 'The name as of the writing.';

create table walk_through_outcome (
  municipality_id uuid not null default sealed.current_municipality(),
  agreement_id uuid not null,
  n integer not null,
  outcome text not null,
  note text,
  person_id uuid,
  at timestamp with time zone not null,
  constraint walk_through_outcome_pkey PRIMARY KEY (municipality_id, agreement_id, n),
  constraint walk_through_outcome_municipality_id_agreement_id_fkey FOREIGN KEY (municipality_id, agreement_id) REFERENCES walk_through_agreement(municipality_id, id),
  constraint walk_through_outcome_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint walk_through_outcome_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint walk_through_outcome_check CHECK (((outcome = 'done'::text) OR (note IS NOT NULL))),
  constraint walk_through_outcome_n_check CHECK ((n > 0)),
  constraint walk_through_outcome_note_check CHECK ((note <> ''::text)),
  constraint walk_through_outcome_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'dropped'::text, 'reopened'::text])))
);
alter table walk_through_outcome enable row level security, force row level security;
create policy tenant on walk_through_outcome for all to public using ((municipality_id = ( SELECT sealed.current_municipality() AS current_municipality)));
CREATE INDEX walk_through_outcome_municipality_id_person_id_idx ON public.walk_through_outcome USING btree (municipality_id, person_id);
grant insert, select on walk_through_outcome to tilsyn_app;
comment on table walk_through_outcome is 'Append-only: what became of an agreement; the last one counts. Dropping and reopening need a reason.';

create table sealed.claim_key (
  singleton boolean not null default true,
  inner_block bytea not null,
  outer_block bytea not null,
  constraint claim_key_pkey PRIMARY KEY (singleton),
  constraint claim_key_inner_block_check CHECK ((octet_length(inner_block) = 64)),
  constraint claim_key_outer_block_check CHECK ((octet_length(outer_block) = 64)),
  constraint claim_key_singleton_check CHECK (singleton)
);
alter table sealed.claim_key enable row level security, force row level security;
create policy owner_only on sealed.claim_key for all to tilsyn_owner using (true);
comment on table sealed.claim_key is 'The key that claims are signed with, as the two padded blocks of HMAC-SHA256 (RFC 2104), so that the builtin sha256 suffices to verify.';

create table sealed.due_feed_token (
  municipality_id uuid not null,
  feed_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  constraint due_feed_token_pkey PRIMARY KEY (municipality_id, feed_id),
  constraint due_feed_token_token_hash_key UNIQUE (token_hash),
  constraint due_feed_token_municipality_id_feed_id_fkey FOREIGN KEY (municipality_id, feed_id) REFERENCES due_feed(municipality_id, id),
  constraint due_feed_token_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint due_feed_token_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint due_feed_token_token_hash_check CHECK ((octet_length(token_hash) = 32))
);
alter table sealed.due_feed_token enable row level security, force row level security;
create policy owner_only on sealed.due_feed_token for all to tilsyn_owner using (true);
CREATE INDEX due_feed_token_municipality_id_person_id_idx ON sealed.due_feed_token USING btree (municipality_id, person_id);
comment on table sealed.due_feed_token is 'Which calendar an address is of. The token itself is only in the address that the person was shown once.';
comment on column sealed.due_feed_token.token_hash is 'SHA-256 of the random 256-bit token.';

create table sealed.local_account (
  municipality_id uuid not null,
  username text not null,
  person_id uuid not null,
  password_hash text not null,
  changed_at timestamp with time zone not null default now(),
  given_until timestamp with time zone,
  constraint local_account_pkey PRIMARY KEY (municipality_id, username),
  constraint local_account_municipality_id_person_id_key UNIQUE (municipality_id, person_id),
  constraint local_account_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint local_account_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint local_account_password_hash_check CHECK ((password_hash ~~ 'scrypt$%'::text)),
  constraint local_account_username_check CHECK (((username = lower(username)) AND (username <> ''::text)))
);
alter table sealed.local_account enable row level security, force row level security;
create policy owner_only on sealed.local_account for all to tilsyn_owner using (true);
comment on table sealed.local_account is 'Sign-in with user name and password. The app reads one account at a time, of the claimed municipality only.';
comment on column sealed.local_account.password_hash is 'scrypt$N$r$p$salt$hash, salt and hash in base64.';
comment on column sealed.local_account.given_until is 'Until when the password works that an administrator gave; null: the person has chosen it.';

create table sealed.migration (
  file text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (file),
  constraint migration_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
);
alter table sealed.migration enable row level security, force row level security;
create policy owner_only on sealed.migration for all to tilsyn_owner using (true);
comment on table sealed.migration is 'Files of migrations/ that were applied here, with the SHA-256 of their text.';

create table sealed.pending_sign_in (
  municipality_id uuid not null,
  token_hash bytea not null,
  state text not null,
  nonce text not null,
  verifier text not null,
  goes_to text not null,
  session_hash bytea,
  begun_at timestamp with time zone not null default now(),
  constraint pending_sign_in_pkey PRIMARY KEY (municipality_id, token_hash),
  constraint pending_sign_in_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint pending_sign_in_session_hash_check CHECK ((octet_length(session_hash) = 32)),
  constraint pending_sign_in_token_hash_check CHECK ((octet_length(token_hash) = 32))
);
alter table sealed.pending_sign_in enable row level security, force row level security;
create policy owner_only on sealed.pending_sign_in for all to tilsyn_owner using (true);
CREATE INDEX pending_sign_in_begun_at_idx ON sealed.pending_sign_in USING btree (begun_at);
comment on table sealed.pending_sign_in is 'Sign-ins that are under way at the provider.';
comment on column sealed.pending_sign_in.token_hash is 'SHA-256 of the random token in the browser''s cookie: only the browser that left can come back.';
comment on column sealed.pending_sign_in.session_hash is 'The session whose person proves again who they are; null: a new sign-in.';

create table sealed.provider_account (
  municipality_id uuid not null,
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  linked_at timestamp with time zone not null default now(),
  constraint provider_account_pkey PRIMARY KEY (municipality_id, issuer, subject),
  constraint provider_account_municipality_id_issuer_person_id_key UNIQUE (municipality_id, issuer, person_id),
  constraint provider_account_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint provider_account_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint provider_account_issuer_check CHECK ((issuer <> ''::text)),
  constraint provider_account_subject_check CHECK ((subject <> ''::text))
);
alter table sealed.provider_account enable row level security, force row level security;
create policy owner_only on sealed.provider_account for all to tilsyn_owner using (true);
comment on table sealed.provider_account is 'Who a person is at the municipality''s provider of sign-in: the pair that the provider promises never to give to another.';

create table sealed.recovery_code (
  municipality_id uuid not null,
  person_id uuid not null,
  code_hash bytea not null,
  constraint recovery_code_pkey PRIMARY KEY (municipality_id, person_id, code_hash),
  constraint recovery_code_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint recovery_code_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES sealed.second_factor(municipality_id, person_id) ON DELETE CASCADE,
  constraint recovery_code_code_hash_check CHECK ((octet_length(code_hash) = 32))
);
alter table sealed.recovery_code enable row level security, force row level security;
create policy owner_only on sealed.recovery_code for all to tilsyn_owner using (true);
comment on table sealed.recovery_code is 'Codes for whoever has lost the telephone. Each signs in once and is then gone.';
comment on column sealed.recovery_code.code_hash is 'HMAC-SHA256 of 120 random bits and their owner, under a key that the database never sees.';

create table sealed.second_factor (
  municipality_id uuid not null,
  person_id uuid not null,
  secret bytea not null,
  begun_at timestamp with time zone not null default now(),
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  constraint second_factor_pkey PRIMARY KEY (municipality_id, person_id),
  constraint second_factor_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint second_factor_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id)
);
alter table sealed.second_factor enable row level security, force row level security;
create policy owner_only on sealed.second_factor for all to tilsyn_owner using (true);
comment on table sealed.second_factor is 'One-time codes (RFC 6238) of persons with a local account.';
comment on column sealed.second_factor.secret is 'AES-256-GCM under a key that the database never sees: 12 bytes nonce, ciphertext, 16 bytes tag.';
comment on column sealed.second_factor.confirmed_at is 'Null: begun, and asked for only once a first code has been given.';
comment on column sealed.second_factor.last_step is 'The latest 30-second step whose code was used; no code of it or before is taken again.';

create table sealed.session (
  municipality_id uuid not null,
  id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  method text not null default 'password'::text,
  authenticated_at timestamp with time zone not null default now(),
  constraint session_pkey PRIMARY KEY (municipality_id, id),
  constraint session_token_hash_key UNIQUE (token_hash),
  constraint session_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipality(municipality_id),
  constraint session_municipality_id_person_id_fkey FOREIGN KEY (municipality_id, person_id) REFERENCES person(municipality_id, id),
  constraint session_method_check CHECK ((method = ANY (ARRAY['password'::text, 'provider'::text, 'demo'::text]))),
  constraint session_token_hash_check CHECK ((octet_length(token_hash) = 32))
);
alter table sealed.session enable row level security, force row level security;
create policy owner_only on sealed.session for all to tilsyn_owner using (true);
CREATE INDEX session_expires_at_idx ON sealed.session USING btree (expires_at);
CREATE INDEX session_municipality_id_person_id_idx ON sealed.session USING btree (municipality_id, person_id);
comment on table sealed.session is 'Signed-in browsers. The token itself is only in the browser''s cookie.';
comment on column sealed.session.token_hash is 'SHA-256 of the random 256-bit token.';
comment on column sealed.session.method is 'password: a local account; provider: the municipality''s own account; demo: chosen from the list of invented persons.';
comment on column sealed.session.authenticated_at is 'When the person last proved who they are; exports of personal data ask for it anew.';
