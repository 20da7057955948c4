-- Rules that a municipality publishes itself, deadlines whose state becomes another one before their clock has run out, and
-- calendars of a unit's due days that other programs subscribe to.

alter table deadline_rules
  add column reason text check (reason <> ''),
  add column of_version int check (of_version > 0 and of_version < version),
  add column recorded_at timestamptz not null default now(),
  add check (published_by is null or reason is not null);
comment on column deadline_rules.reason is 'Why it was published, in the publisher''s words; null where it came with the program.';
comment on column deadline_rules.of_version is 'The earlier version whose text is in force again; null where the text is new.';
comment on column deadline_rules.recorded_at is 'By the database''s clock: previews of events read before it are read again.';

alter table case_deadline add column judge_again_at timestamptz;
comment on column case_deadline.judge_again_at is 'From here on the same events are judged otherwise: a limit in hours from a start without a time of day may then have run out. Null: only the end of the clock changes anything.';
create index on case_deadline (municipality_id, judge_again_at) where judge_again_at is not null;

create table due_feed (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  unit_id uuid not null,
  language text not null check (language in ('da', 'en')),
  created_at timestamptz not null,
  ended_at timestamptz check (ended_at >= created_at),
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, unit_id) references unit
);
comment on table due_feed is 'A unit''s due days as a calendar that a calendar program fetches again and again for a person. It holds days and numbers, and what it may hold is asked anew each time it is fetched.';
comment on column due_feed.ended_at is 'Since when the address no longer answers.';
create unique index due_feed_one on due_feed (municipality_id, person_id, unit_id) where ended_at is null;
create index on due_feed (municipality_id, unit_id);
alter table due_feed enable row level security, force row level security;
create policy tenant on due_feed using (municipality_id = (select sealed.current_municipality()));
grant select, insert on due_feed to tilsyn_app;
grant update (ended_at) on due_feed to tilsyn_app;

create table sealed.due_feed_token (
  municipality_id uuid not null references municipality,
  feed_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  primary key (municipality_id, feed_id),
  foreign key (municipality_id, feed_id) references public.due_feed,
  foreign key (municipality_id, person_id) references person
);
comment on table sealed.due_feed_token is 'Which calendar an address is of. The token itself is only in the address that the person was shown once.';
comment on column sealed.due_feed_token.token_hash is 'SHA-256 of the random 256-bit token.';
create index on sealed.due_feed_token (municipality_id, person_id);
alter table sealed.due_feed_token enable row level security, force row level security;
create policy owner_only on sealed.due_feed_token to tilsyn_owner using (true);

create function sealed.open_due_feed(wanted uuid, feed_token_hash bytea) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into sealed.due_feed_token (municipality_id, feed_id, person_id, token_hash)
  values (sealed.current_municipality(), wanted, sealed.current_person(), feed_token_hash)
$$;
comment on function sealed.open_due_feed(uuid, bytea) is 'Gives a calendar of the claimed person its address; nobody else''s can be given one.';

create function sealed.find_due_feed(wanted bytea)
returns table (municipality_id uuid, feed_id uuid, person_id uuid)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$ select t.municipality_id, t.feed_id, t.person_id from sealed.due_feed_token t where t.token_hash = wanted $$;
comment on function sealed.find_due_feed(bytea) is 'Whose calendar a token hash is. Whoever knows the hash of a 256-bit token was given the token.';

create function sealed.close_due_feed(wanted uuid) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  delete from sealed.due_feed_token t
  where t.municipality_id = (select sealed.current_municipality()) and t.feed_id = wanted
$$;
comment on function sealed.close_due_feed(uuid) is 'Ends the address of a calendar of the claimed municipality, once and for all.';

grant execute on function
  sealed.open_due_feed(uuid, bytea), sealed.find_due_feed(bytea), sealed.close_due_feed(uuid) to tilsyn_app;

alter table event_import_row
  add column child_cpr_hash bytea check (octet_length(child_cpr_hash) = 32),
  add column child_cpr bytea,
  add check ((child_cpr_hash is null) = (child_cpr is null));
comment on column event_import_row.child_cpr_hash is 'HMAC-SHA256 of the ten digits, for look-up.';
comment on column event_import_row.child_cpr is 'The ten digits, encrypted by the app; the key is not in the database.';
