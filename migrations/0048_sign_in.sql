-- Sign-in with the municipality's own account (OpenID Connect), one-time codes for local accounts, and when a person last
-- proved who they are. docs/decisions/0022-sign-in.md says why it is so.

alter table municipality add column second_factor text not null default 'optional' check (second_factor in ('optional', 'required'));
comment on column municipality.second_factor is 'required: whoever signs in with a password gets no further than setting up one-time codes until that is done.';
grant update (second_factor) on municipality to tilsyn_app;

alter table role_assignment add column from_claims boolean not null default false;
comment on column role_assignment.from_claims is 'Given by what the municipality''s sign-in said of the person; ended when it no longer says so.';

-- Accounts at the municipality's provider of sign-in.
create table sealed.provider_account (
  municipality_id uuid not null references municipality,
  issuer text not null check (issuer <> ''),
  subject text not null check (subject <> ''),
  person_id uuid not null,
  linked_at timestamptz not null default now(),
  primary key (municipality_id, issuer, subject),
  unique (municipality_id, issuer, person_id),
  foreign key (municipality_id, person_id) references person
);
comment on table sealed.provider_account is 'Who a person is at the municipality''s provider of sign-in: the pair that the provider promises never to give to another.';
alter table sealed.provider_account enable row level security, force row level security;
create policy owner_only on sealed.provider_account to tilsyn_owner using (true);

create function sealed.find_provider_account(account_issuer text, account_subject text) returns uuid
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select a.person_id from sealed.provider_account a
  where a.municipality_id = (select sealed.current_municipality()) and a.issuer = account_issuer and a.subject = account_subject
$$;
comment on function sealed.find_provider_account(text, text) is 'The person of the claimed municipality behind an account at its provider of sign-in.';

create function sealed.link_provider_account(account_issuer text, account_subject text, account_person uuid) returns boolean
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  with linked as (
    insert into sealed.provider_account (municipality_id, issuer, subject, person_id)
    values (sealed.current_municipality(), account_issuer, account_subject, account_person)
    on conflict do nothing returning 1)
  select exists (select from linked)
$$;
comment on function sealed.link_provider_account(text, text, uuid) is 'False when the person has another account there already, or the account another person.';

create function sealed.unlink_provider_accounts(wanted uuid) returns boolean
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  with gone as (
    delete from sealed.provider_account a
    where a.municipality_id = (select sealed.current_municipality()) and a.person_id = wanted returning 1)
  select exists (select from gone)
$$;
comment on function sealed.unlink_provider_accounts(uuid) is 'Forgets a person''s accounts at providers of sign-in.';

-- What must be remembered between leaving for the provider and coming back: ten minutes, and for one return only.
create table sealed.pending_sign_in (
  municipality_id uuid not null references municipality,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  state text not null,
  nonce text not null,
  verifier text not null,
  goes_to text not null,
  session_hash bytea check (octet_length(session_hash) = 32),
  begun_at timestamptz not null default now(),
  primary key (municipality_id, token_hash)
);
comment on table sealed.pending_sign_in is 'Sign-ins that are under way at the provider.';
comment on column sealed.pending_sign_in.token_hash is 'SHA-256 of the random token in the browser''s cookie: only the browser that left can come back.';
comment on column sealed.pending_sign_in.session_hash is 'The session whose person proves again who they are; null: a new sign-in.';
create index on sealed.pending_sign_in (begun_at);
alter table sealed.pending_sign_in enable row level security, force row level security;
create policy owner_only on sealed.pending_sign_in to tilsyn_owner using (true);

create function sealed.begin_sign_in(
  municipality uuid, wanted bytea, its_state text, its_nonce text, its_verifier text, its_goal text, its_session bytea) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  delete from sealed.pending_sign_in p where p.begun_at < now() - interval '10 minutes';
  insert into sealed.pending_sign_in (municipality_id, token_hash, state, nonce, verifier, goes_to, session_hash)
  values (municipality, wanted, its_state, its_nonce, its_verifier, its_goal, its_session)
$$;
comment on function sealed.begin_sign_in(uuid, bytea, text, text, text, text, bytea) is 'Remembers a sign-in that goes to the provider, and forgets those that took too long.';

create function sealed.take_sign_in(municipality uuid, wanted bytea)
returns table (state text, nonce text, verifier text, goes_to text, session_hash bytea)
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  delete from sealed.pending_sign_in p
  where p.municipality_id = municipality and p.token_hash = wanted and p.begun_at >= now() - interval '10 minutes'
  returning p.state, p.nonce, p.verifier, p.goes_to, p.session_hash
$$;
comment on function sealed.take_sign_in(uuid, bytea) is 'A sign-in that comes back from the provider; each is given out once.';

-- One-time codes.
create table sealed.second_factor (
  municipality_id uuid not null references municipality,
  person_id uuid not null,
  secret bytea not null,
  begun_at timestamptz not null default now(),
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  primary key (municipality_id, person_id),
  foreign key (municipality_id, person_id) references person
);
comment on table sealed.second_factor is 'One-time codes (RFC 6238) of persons with a local account.';
comment on column sealed.second_factor.secret is 'AES-256-GCM under a key that the database never sees: 12 bytes nonce, ciphertext, 16 bytes tag.';
comment on column sealed.second_factor.confirmed_at is 'Null: begun, and asked for only once a first code has been given.';
comment on column sealed.second_factor.last_step is 'The latest 30-second step whose code was used; no code of it or before is taken again.';
alter table sealed.second_factor enable row level security, force row level security;
create policy owner_only on sealed.second_factor to tilsyn_owner using (true);

create table sealed.recovery_code (
  municipality_id uuid not null references municipality,
  person_id uuid not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  primary key (municipality_id, person_id, code_hash),
  foreign key (municipality_id, person_id) references sealed.second_factor on delete cascade
);
comment on table sealed.recovery_code is 'Codes for whoever has lost the telephone. Each signs in once and is then gone.';
comment on column sealed.recovery_code.code_hash is 'SHA-256 of 80 random bits and their owner; a fast hash suffices for what cannot be guessed.';
alter table sealed.recovery_code enable row level security, force row level security;
create policy owner_only on sealed.recovery_code to tilsyn_owner using (true);

create function sealed.find_second_factor(wanted uuid)
returns table (secret bytea, confirmed boolean, recovery_codes bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select f.secret, f.confirmed_at is not null,
    (select count(*) from sealed.recovery_code r where r.municipality_id = f.municipality_id and r.person_id = f.person_id)
  from sealed.second_factor f
  where f.municipality_id = (select sealed.current_municipality()) and f.person_id = wanted
$$;
comment on function sealed.find_second_factor(uuid) is 'The encrypted secret of a person of the claimed municipality.';

create function sealed.begin_second_factor(encrypted bytea) returns boolean
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  with begun as (
    insert into sealed.second_factor as f (municipality_id, person_id, secret)
    values (sealed.current_municipality(), sealed.current_person(), encrypted)
    on conflict (municipality_id, person_id) do update set secret = excluded.secret, begun_at = now()
      where f.confirmed_at is null
    returning 1)
  select exists (select from begun)
$$;
comment on function sealed.begin_second_factor(bytea) is 'Keeps a secret for the claimed person, nobody else; false when codes are in use already.';

create function sealed.confirm_second_factor(step bigint, codes bytea[]) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
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
$$;
comment on function sealed.confirm_second_factor(bigint, bytea[]) is 'Takes the claimed person''s one-time codes into use, with recovery codes.';

create function sealed.use_code_step(wanted uuid, step bigint) returns boolean
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  with used as (
    update sealed.second_factor f set last_step = step
    where f.municipality_id = (select sealed.current_municipality()) and f.person_id = wanted
      and f.confirmed_at is not null and f.last_step < step
    returning 1)
  select exists (select from used)
$$;
comment on function sealed.use_code_step(uuid, bigint) is 'Uses a step''s code up; false when it or a later one was used before.';

create function sealed.use_recovery_code(wanted uuid, hash bytea) returns boolean
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  with used as (
    delete from sealed.recovery_code r
    where r.municipality_id = (select sealed.current_municipality()) and r.person_id = wanted and r.code_hash = hash
    returning 1)
  select exists (select from used)
$$;
comment on function sealed.use_recovery_code(uuid, bytea) is 'Uses a recovery code up; false when there is none such.';

create function sealed.remove_second_factor(wanted uuid) returns boolean
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  with gone as (
    delete from sealed.second_factor f
    where f.municipality_id = (select sealed.current_municipality()) and f.person_id = wanted returning 1)
  select exists (select from gone)
$$;
comment on function sealed.remove_second_factor(uuid) is 'Takes one-time codes and recovery codes of a person of the claimed municipality away.';

-- Sessions know how and when their person last proved who they are.
alter table sealed.session
  add column method text not null default 'password' check (method in ('password', 'provider', 'demo')),
  add column authenticated_at timestamptz not null default now();
comment on column sealed.session.method is 'password: a local account; provider: the municipality''s own account; demo: chosen from the list of invented persons.';
comment on column sealed.session.authenticated_at is 'When the person last proved who they are; exports of personal data ask for it anew.';

drop function sealed.open_session(uuid, bytea, timestamptz);
create function sealed.open_session(session_id uuid, session_token_hash bytea, expiry timestamptz, how text, proved timestamptz) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into sealed.session (municipality_id, id, token_hash, person_id, expires_at, method, authenticated_at)
  values (sealed.current_municipality(), session_id, session_token_hash, sealed.current_person(), expiry, how, proved)
$$;
comment on function sealed.open_session(uuid, bytea, timestamptz, text, timestamptz) is 'Opens a session for the claimed person; nobody else''s can be opened.';

drop function sealed.find_session(bytea);
create function sealed.find_session(wanted bytea)
returns table (
  municipality_id uuid, person_id uuid, session_id uuid, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz,
  method text, authenticated_at timestamptz, factor_missing boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select s.municipality_id, s.person_id, s.id, s.created_at, s.last_seen_at, s.expires_at, s.method, s.authenticated_at,
    s.method = 'password' and m.second_factor = 'required' and not exists (
      select from sealed.second_factor f
      where f.municipality_id = s.municipality_id and f.person_id = s.person_id and f.confirmed_at is not null)
  from sealed.session s join public.municipality m on m.municipality_id = s.municipality_id
  where s.token_hash = wanted and s.expires_at > now()
$$;
comment on function sealed.find_session(bytea) is 'Whose session a token hash is. Whoever knows the hash of a 256-bit token was given the token.';

create function sealed.list_own_sessions()
returns table (session_id uuid, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, method text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select s.id, s.created_at, s.last_seen_at, s.expires_at, s.method from sealed.session s
  where s.municipality_id = (select sealed.current_municipality()) and s.person_id = (select sealed.current_person())
    and s.expires_at > now()
  order by s.last_seen_at desc, s.id limit 100
$$;
comment on function sealed.list_own_sessions() is 'Where the claimed person is signed in, the latest used first.';

grant execute on function
  sealed.find_provider_account(text, text), sealed.link_provider_account(text, text, uuid), sealed.unlink_provider_accounts(uuid),
  sealed.begin_sign_in(uuid, bytea, text, text, text, text, bytea), sealed.take_sign_in(uuid, bytea),
  sealed.find_second_factor(uuid), sealed.begin_second_factor(bytea), sealed.confirm_second_factor(bigint, bytea[]),
  sealed.use_code_step(uuid, bigint), sealed.use_recovery_code(uuid, bytea), sealed.remove_second_factor(uuid),
  sealed.open_session(uuid, bytea, timestamptz, text, timestamptz), sealed.find_session(bytea), sealed.list_own_sessions()
to tilsyn_app;
