create table unit (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> ''),
  kind text not null check (kind in ('family', 'duty')),
  primary key (municipality_id, id),
  unique (municipality_id, name)
);
comment on table unit is 'An organisational unit whose case stages are audited.';
comment on column unit.kind is 'family: a family unit; duty: the duty unit, which answers outside office hours.';
alter table unit enable row level security, force row level security;
create policy tenant on unit using (municipality_id = (select sealed.current_municipality()));
grant select, insert, update on unit to tilsyn_app;

create table person (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> ''),
  initials text not null check (initials <> ''),
  email text check (email like '%_@_%'),
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  unique (municipality_id, initials)
);
comment on table person is 'Staff: reviewers, managers, caseworkers with access. Children and parents are never here.';
comment on column person.initials is 'The code that the case system uses for a caseworker; imports match by it.';
alter table person enable row level security, force row level security;
create policy tenant on person using (municipality_id = (select sealed.current_municipality()));
grant select, insert, update on person to tilsyn_app;

create table role_assignment (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  role text not null check (role in (
    'caseworker', 'professional-coordinator', 'department-manager', 'area-manager', 'unit-lawyer',
    'staff-lawyer', 'central-lawyer', 'director', 'administrator', 'ombudsman')),
  unit_id uuid,
  valid_from date not null,
  valid_to date,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person,
  foreign key (municipality_id, unit_id) references unit,
  check (valid_to >= valid_from)
);
comment on table role_assignment is 'Who had which role, where and when. People move; old assignments stay and end.';
comment on column role_assignment.unit_id is 'Null: the whole municipality.';
comment on column role_assignment.valid_to is 'Last day, inclusive; null: until further notice.';
create index on role_assignment (municipality_id, person_id, valid_from);
create index on role_assignment (municipality_id, unit_id, role);
alter table role_assignment enable row level security, force row level security;
create policy tenant on role_assignment using (municipality_id = (select sealed.current_municipality()));
grant select, insert on role_assignment to tilsyn_app;
grant update (valid_to) on role_assignment to tilsyn_app;

create table sealed.local_account (
  municipality_id uuid not null references municipality,
  username text not null check (username = lower(username) and username <> ''),
  person_id uuid not null,
  password_hash text not null check (password_hash like 'scrypt$%'),
  changed_at timestamptz not null default now(),
  primary key (municipality_id, username),
  unique (municipality_id, person_id),
  foreign key (municipality_id, person_id) references person
);
comment on table sealed.local_account is 'Sign-in with user name and password. The app reads one account at a time, of the claimed municipality only.';
comment on column sealed.local_account.password_hash is 'scrypt$N$r$p$salt$hash, salt and hash in base64.';
alter table sealed.local_account enable row level security, force row level security;
create policy owner_only on sealed.local_account to tilsyn_owner using (true);

create function sealed.find_account(wanted text) returns table (person_id uuid, password_hash text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select a.person_id, a.password_hash from sealed.local_account a
  where a.municipality_id = (select sealed.current_municipality()) and a.username = lower(wanted)
$$;
comment on function sealed.find_account(text) is 'The account of a user name in the claimed municipality.';

create function sealed.set_account(account_username text, account_person uuid, hash text) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into sealed.local_account (municipality_id, username, person_id, password_hash)
  values (sealed.current_municipality(), lower(account_username), account_person, hash)
  on conflict (municipality_id, person_id)
  do update set username = excluded.username, password_hash = excluded.password_hash, changed_at = now()
$$;
comment on function sealed.set_account(text, uuid, text) is 'Gives a person of the claimed municipality a user name and password, or new ones.';

create table sealed.session (
  municipality_id uuid not null references municipality,
  id uuid not null,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  person_id uuid not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person
);
comment on table sealed.session is 'Signed-in browsers. The token itself is only in the browser''s cookie.';
comment on column sealed.session.token_hash is 'SHA-256 of the random 256-bit token.';
create index on sealed.session (municipality_id, person_id);
create index on sealed.session (expires_at);
alter table sealed.session enable row level security, force row level security;
create policy owner_only on sealed.session to tilsyn_owner using (true);

create function sealed.open_session(session_id uuid, session_token_hash bytea, expiry timestamptz) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into sealed.session (municipality_id, id, token_hash, person_id, expires_at)
  values (sealed.current_municipality(), session_id, session_token_hash, sealed.current_person(), expiry)
$$;
comment on function sealed.open_session(uuid, bytea, timestamptz) is 'Opens a session for the claimed person; nobody else''s can be opened.';

create function sealed.find_session(wanted bytea)
returns table (municipality_id uuid, person_id uuid, session_id uuid, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select s.municipality_id, s.person_id, s.id, s.created_at, s.last_seen_at, s.expires_at
  from sealed.session s where s.token_hash = wanted and s.expires_at > now()
$$;
comment on function sealed.find_session(bytea) is 'Whose session a token hash is. Whoever knows the hash of a 256-bit token was given the token.';

create function sealed.touch_session(wanted bytea) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$ update sealed.session s set last_seen_at = now() where s.token_hash = wanted and s.expires_at > now() $$;
comment on function sealed.touch_session(bytea) is 'Remembers that a session was used.';

create function sealed.close_session(wanted bytea) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$ delete from sealed.session s where s.token_hash = wanted or s.expires_at < now() - interval '30 days' $$;
comment on function sealed.close_session(bytea) is 'Ends a session, and forgets those that ran out a month ago.';

create function sealed.close_sessions_of(wanted uuid) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$ delete from sealed.session s where s.municipality_id = (select sealed.current_municipality()) and s.person_id = wanted $$;
comment on function sealed.close_sessions_of(uuid) is 'Signs a person of the claimed municipality out everywhere.';

grant execute on function
  sealed.find_account(text), sealed.set_account(text, uuid, text),
  sealed.open_session(uuid, bytea, timestamptz), sealed.find_session(bytea), sealed.touch_session(bytea),
  sealed.close_session(bytea), sealed.close_sessions_of(uuid) to tilsyn_app;

-- Both logs: the app adds rows and reads them. Who, when and where come from the claim and the clock, never from
-- the app: those columns are not granted for insert.
create table access_entry (
  municipality_id uuid not null default sealed.current_municipality() references municipality deferrable initially deferred,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  person_id uuid default sealed.current_person(),
  session_id uuid default sealed.current_session(),
  act text not null check (act <> ''),
  subject_kind text not null check (subject_kind <> ''),
  subject_id text,
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object'),
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person
);
comment on table access_entry is 'Append-only: one row for every look at personal data, written in the transaction that looked.';
comment on column access_entry.municipality_id is 'Checked at commit, so that the entry of a municipality''s own making can come first.';
comment on column access_entry.person_id is 'Null: the program itself.';
comment on column access_entry.subject_id is 'What was looked at; null for lists, whose filter is in detail.';
comment on column access_entry.detail is 'Codes and ids only, never answers, names or CPR numbers.';
create index on access_entry (municipality_id, subject_kind, subject_id, at);
create index on access_entry (municipality_id, person_id, at);
create index on access_entry (municipality_id, at);
alter table access_entry enable row level security, force row level security;
create policy tenant on access_entry using (municipality_id = (select sealed.current_municipality()));
grant select on access_entry to tilsyn_app;
grant insert (act, subject_kind, subject_id, detail) on access_entry to tilsyn_app;

create table change_entry (
  municipality_id uuid not null default sealed.current_municipality() references municipality deferrable initially deferred,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  person_id uuid default sealed.current_person(),
  session_id uuid default sealed.current_session(),
  act text not null check (act <> ''),
  room text not null check (room in (
    'programme', 'registry', 'draw', 'review', 'finding', 'learning', 'analysis', 'report', 'caseflow', 'oversight', 'access')),
  subject_kind text not null check (subject_kind <> ''),
  subject_id text,
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object'),
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person
);
comment on table change_entry is 'Append-only: one row for every act that changes something, written in the same transaction.';
comment on column change_entry.person_id is 'Null: the program itself.';
comment on column change_entry.detail is 'Codes and ids only, never answers, names or CPR numbers.';
create index on change_entry (municipality_id, subject_kind, subject_id, at);
create index on change_entry (municipality_id, person_id, at);
create index on change_entry (municipality_id, at);
alter table change_entry enable row level security, force row level security;
create policy tenant on change_entry using (municipality_id = (select sealed.current_municipality()));
grant select on change_entry to tilsyn_app;
grant insert (act, room, subject_kind, subject_id, detail) on change_entry to tilsyn_app;
