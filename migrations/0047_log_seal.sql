-- Both logs are sealed: every entry is a leaf of one Merkle tree a municipality (RFC 9162), whose head is signed with a key
-- that the database never sees. docs/sealed-logs.md spells the bytes out.

-- Which transaction wrote a row tells the sealer exactly what it has not seen yet, however late it was committed. Entries
-- from before this have null and are sealed when the program starts. Never part of what is sealed: a restored database
-- counts transactions anew.
alter table access_entry add column written_in bigint;
alter table access_entry alter column written_in set default pg_current_xact_id()::text::bigint;
comment on column access_entry.written_in is 'The transaction (xid8) that wrote the row; null: written before entries were sealed.';
create index access_entry_written on access_entry (municipality_id, written_in) where written_in is not null;
alter table change_entry add column written_in bigint;
alter table change_entry alter column written_in set default pg_current_xact_id()::text::bigint;
comment on column change_entry.written_in is 'The transaction (xid8) that wrote the row; null: written before entries were sealed.';
create index change_entry_written on change_entry (municipality_id, written_in) where written_in is not null;

create table log_seal (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  position bigint not null check (position > 0),
  log text not null check (log in ('access', 'change')),
  entry_id bigint not null,
  leaf bytea not null check (octet_length(leaf) = 32),
  primary key (municipality_id, position),
  unique (municipality_id, log, entry_id)
);
comment on table log_seal is 'Append-only: one leaf of the municipality''s tree for every entry of both logs.';
comment on column log_seal.position is 'From 1 without gaps, in the order of sealing.';
comment on column log_seal.entry_id is 'No reference: that an entry is gone must be seen, not prevented.';
comment on column log_seal.leaf is 'SHA-256 of a zero byte and the entry''s canonical bytes.';
alter table log_seal enable row level security, force row level security;
create policy tenant on log_seal using (municipality_id = (select sealed.current_municipality()));
grant select on log_seal to tilsyn_app;
grant insert (municipality_id, position, log, entry_id, leaf) on log_seal to tilsyn_app;

create table log_head (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  number bigint not null check (number > 0),
  size bigint not null check (size > 0),
  root bytea not null check (octet_length(root) = 32),
  sealed_at timestamptz not null,
  seen text not null,
  previous bytea not null check (octet_length(previous) = 32),
  key_id text not null check (key_id ~ '^[0-9a-f]{16}$'),
  signature bytea not null check (octet_length(signature) = 64),
  peaks bytea not null check (octet_length(peaks) % 32 = 0),
  primary key (municipality_id, number)
);
comment on table log_head is 'Append-only: the signed head of the tree after each batch of entries. Also written out to a file beside the key.';
comment on column log_head.size is 'Leaves that the root stands for.';
comment on column log_head.seen is 'The snapshot (pg_snapshot) that the batch was read in: every entry committed by then is sealed. Empty while a backlog is being sealed for the first time.';
comment on column log_head.previous is 'SHA-256 of the head before with its signature; zeros for the first.';
comment on column log_head.key_id is 'First 16 hex digits of the SHA-256 of the public key (SPKI, DER).';
comment on column log_head.peaks is 'Roots of the perfect subtrees, the largest first; they give the root and let the tree grow without reading it.';
alter table log_head enable row level security, force row level security;
create policy tenant on log_head using (municipality_id = (select sealed.current_municipality()));
grant select on log_head to tilsyn_app;
grant insert (municipality_id, number, size, root, sealed_at, seen, previous, key_id, signature, peaks) on log_head to tilsyn_app;

create function only_the_sealer() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if sealed.current_session() is distinct from '5ea1ed00-0000-4000-8000-000000000000'::uuid
    or sealed.current_person() is not null
  then
    raise exception 'only the program''s own sealer adds seals' using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;
comment on function only_the_sealer() is 'Holds the claim against the session that stands for the sealer. Claims are signed, so what runs in a person''s transaction cannot pretend to be it.';
create trigger only_the_sealer before insert on log_seal for each statement execute function only_the_sealer();
create trigger only_the_sealer before insert on log_head for each statement execute function only_the_sealer();
