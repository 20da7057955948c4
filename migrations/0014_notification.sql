create table notification (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null check (kind <> ''),
  subject_id uuid,
  once text not null default '',
  urgent boolean not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz,
  mailed_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person,
  check (seen_at >= created_at)
);
comment on table notification is 'What somebody should know or do. Kind and subject only: no text, no names, no case numbers.';
comment on column notification.subject_id is 'The review, round or other thing the kind speaks of.';
comment on column notification.once is 'With person, kind and subject: the same is told once, e.g. one reminder a day.';
comment on column notification.urgent is 'Mailed at once; the others wait for the next digest.';
comment on column notification.mailed_at is 'When a mail that counts it was written, or it was decided that none is.';
create unique index notification_once on notification
  (municipality_id, person_id, kind, subject_id, once) nulls not distinct;
create index on notification (municipality_id, person_id, created_at desc);
create index on notification (municipality_id, urgent) where mailed_at is null;
alter table notification enable row level security, force row level security;
create policy tenant on notification using (municipality_id = (select sealed.current_municipality()));
grant select, insert, delete on notification to tilsyn_app;
grant update (seen_at, mailed_at) on notification to tilsyn_app;

create table mail (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null check (kind in ('urgent', 'digest')),
  day date not null,
  content jsonb not null,
  created_at timestamptz not null default now(),
  attempts int not null default 0 check (attempts >= 0),
  next_attempt_at timestamptz not null,
  sent_at timestamptz,
  failure text,
  primary key (municipality_id, id),
  foreign key (municipality_id, person_id) references person
);
comment on table mail is 'Mails to staff: written in the transaction that decides on them, sent afterwards, tried again when the mail server is away.';
comment on column mail.day is 'The Danish day it was written for; one digest a person a day.';
comment on column mail.content is 'Kinds of notification and how many of each; the text is made when it is sent.';
comment on column mail.failure is 'Code of the last failed attempt; sent_at and failure both null: waiting.';
create unique index mail_one_digest on mail (municipality_id, person_id, day) where kind = 'digest';
create index on mail (municipality_id, person_id);
create index on mail (municipality_id, next_attempt_at) where sent_at is null;
alter table mail enable row level security, force row level security;
create policy tenant on mail using (municipality_id = (select sealed.current_municipality()));
grant select, insert, delete on mail to tilsyn_app;
grant update (attempts, next_attempt_at, sent_at, failure) on mail to tilsyn_app;

create table mail_preference (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  person_id uuid not null,
  digest text not null check (digest in ('daily', 'weekly', 'never')),
  language text not null check (language in ('da', 'en')),
  primary key (municipality_id, person_id),
  foreign key (municipality_id, person_id) references person
);
comment on table mail_preference is 'How often somebody wants the digest; without a row daily and in Danish. Urgent mails come always.';
alter table mail_preference enable row level security, force row level security;
create policy tenant on mail_preference using (municipality_id = (select sealed.current_municipality()));
grant select, insert, update on mail_preference to tilsyn_app;

alter table change_entry drop constraint change_entry_room_check;
alter table change_entry add constraint change_entry_room_check check (room in (
  'programme', 'registry', 'draw', 'review', 'finding', 'learning', 'analysis', 'report', 'caseflow', 'oversight',
  'access', 'notification'));
