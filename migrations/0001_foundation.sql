-- The tenant boundary. The app signs a claim per transaction; the database verifies it with a key that only the
-- owner can read. Everything the app may not touch directly lives in schema "sealed".

revoke create on schema public from public;
alter default privileges revoke execute on functions from public;
grant usage on schema public, sealed to tilsyn_app;
-- Without a right to make temporary tables nothing can be put before the real ones in the search path.
do $$
begin
  execute format('revoke temporary on database %I from public', current_database());
  execute format('grant connect on database %I to tilsyn_app', current_database());
end
$$;

create function sealed.applied_migrations() returns table (file text, digest text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$ select m.file, m.digest from sealed.migration m order by m.file limit 10000 $$;
comment on function sealed.applied_migrations() is 'Lets the app refuse to start on a schema that is not its own.';
grant execute on function sealed.applied_migrations() to tilsyn_app;

create table sealed.claim_key (
  singleton boolean primary key default true check (singleton),
  inner_block bytea not null check (octet_length(inner_block) = 64),
  outer_block bytea not null check (octet_length(outer_block) = 64)
);
comment on table sealed.claim_key is 'The key that claims are signed with, as the two padded blocks of HMAC-SHA256 (RFC 2104), so that the builtin sha256 suffices to verify.';
alter table sealed.claim_key enable row level security, force row level security;
create policy owner_only on sealed.claim_key to tilsyn_owner using (true);

-- A claim is 'municipality|person|session|issued-at|signature'; person and session may be empty, issued-at counts
-- milliseconds since 1970, the signature is lower-case hex. An absent, forged or stale claim gives null: no row is seen.
create function sealed.verified_claim() returns text[]
language plpgsql stable parallel safe security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  claim text := current_setting('tilsyn.claim', true);
  parts text[];
  signed bytea;
  expected bytea;
begin
  if claim is null or claim = '' then
    return null;
  end if;
  parts := string_to_array(claim, '|');
  if array_length(parts, 1) <> 5 or parts[4] !~ '^[0-9]{1,15}$' then
    return null;
  end if;
  signed := convert_to(array_to_string(parts[1:4], '|'), 'UTF8');
  select sha256(k.outer_block || sha256(k.inner_block || signed)) into expected from sealed.claim_key k;
  if expected is null or encode(expected, 'hex') <> parts[5] then
    return null;
  end if;
  if abs(extract(epoch from transaction_timestamp()) * 1000 - parts[4]::numeric) > 300000 then
    return null;
  end if;
  return parts;
end
$$;
comment on function sealed.verified_claim() is 'The parts of this transaction''s claim, or null when there is none, its signature is wrong, or it was issued more than 5 minutes from the start of the transaction.';

create function sealed.current_municipality() returns uuid
language sql stable parallel safe security definer
set search_path = pg_catalog, pg_temp
as $$ select nullif((sealed.verified_claim())[1], '')::uuid $$;
comment on function sealed.current_municipality() is 'The municipality of the verified claim, or null. Policies call it as (select ...), once per statement.';

create function sealed.current_person() returns uuid
language sql stable parallel safe security definer
set search_path = pg_catalog, pg_temp
as $$ select nullif((sealed.verified_claim())[2], '')::uuid $$;
comment on function sealed.current_person() is 'The person of the verified claim; null before sign-in and for acts of the program itself.';

create function sealed.current_session() returns uuid
language sql stable parallel safe security definer
set search_path = pg_catalog, pg_temp
as $$ select nullif((sealed.verified_claim())[3], '')::uuid $$;
comment on function sealed.current_session() is 'The session of the verified claim, or null.';

grant execute on function
  sealed.current_municipality(), sealed.current_person(), sealed.current_session() to tilsyn_app;

create table municipality (
  municipality_id uuid primary key default sealed.current_municipality(),
  name text not null check (name <> ''),
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table municipality is 'A tenant. Every other table''s key begins with its id.';
comment on column municipality.demo is 'Constructed data: every page and report says so.';
alter table municipality enable row level security, force row level security;
create policy tenant on municipality using (municipality_id = (select sealed.current_municipality()));
create policy sign_in_page on municipality for select to tilsyn_owner using (true);
grant select, insert on municipality to tilsyn_app;
grant update (name) on municipality to tilsyn_app;

create function sealed.list_municipalities() returns table (municipality_id uuid, name text, demo boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$ select m.municipality_id, m.name, m.demo from public.municipality m order by m.name, m.municipality_id limit 1000 $$;
comment on function sealed.list_municipalities() is 'For the sign-in page, before the tenant is known.';
grant execute on function sealed.list_municipalities() to tilsyn_app;
