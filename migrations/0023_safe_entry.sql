create table answered_request (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  person_id uuid not null default sealed.current_person(),
  key text not null check (key ~ '^[A-Za-z0-9_-]{16,64}$'),
  request_digest bytea not null check (octet_length(request_digest) = 32),
  reply jsonb,
  answered_at timestamptz not null default now(),
  primary key (municipality_id, person_id, key),
  foreign key (municipality_id, person_id) references person
);
comment on table answered_request is 'Requests that were carried out under an Idempotency-Key, written in the act''s own transaction, so that a client that got no reply can ask again and nothing happens twice. Forgotten after a day.';
comment on column answered_request.request_digest is 'SHA-256 of method, address and body: the key serves this one request only.';
comment on column answered_request.reply is 'What was answered; null: without content.';
create index on answered_request (municipality_id, answered_at);
alter table answered_request enable row level security, force row level security;
create policy tenant on answered_request using (municipality_id = (select sealed.current_municipality()));
grant select, delete on answered_request to tilsyn_app;
grant insert (key, request_digest) on answered_request to tilsyn_app;
grant update (reply) on answered_request to tilsyn_app;

create table draft_salt (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  person_id uuid not null default sealed.current_person(),
  salt bytea not null default sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
    check (octet_length(salt) = 32),
  made_at timestamptz not null default now(),
  primary key (municipality_id, person_id, salt),
  foreign key (municipality_id, person_id) references person
);
comment on table draft_salt is 'With a secret of the program, which is not in the database, makes the key of what a person''s browser keeps of unsent answers. A salt that is gone makes them unreadable for good.';
create index on draft_salt (municipality_id, made_at);
alter table draft_salt enable row level security, force row level security;
create policy tenant on draft_salt using (municipality_id = (select sealed.current_municipality()));
grant select, delete on draft_salt to tilsyn_app;
grant insert (person_id) on draft_salt to tilsyn_app;
