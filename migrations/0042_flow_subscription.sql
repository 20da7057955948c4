-- Who is told by mail that a weekly or a monthly report is there. The mail is a row of `mail` as the others are: one a person
-- and period, tried again when the mail server is away.

create table flow_subscription (
  municipality_id uuid not null default sealed.current_municipality() references municipality,
  person_id uuid not null,
  rhythm text not null check (rhythm in ('week', 'month')),
  scope text not null check (scope in ('own-units', 'municipality')),
  since timestamptz not null default now(),
  primary key (municipality_id, person_id, rhythm),
  foreign key (municipality_id, person_id) references person
);
comment on table flow_subscription is 'Who wants a mail when a week''s or a month''s report of case flow is there. Begun and stopped by the person; the change log keeps when.';
comment on column flow_subscription.scope is 'What the mail links to: each of the person''s units, or the municipality as a whole. Whether they may read it is asked anew at every mail.';
comment on column flow_subscription.since is 'Reports that were there before are not told of.';
alter table flow_subscription enable row level security, force row level security;
create policy tenant on flow_subscription using (municipality_id = (select sealed.current_municipality()));
grant select, insert, delete on flow_subscription to tilsyn_app;
grant update (scope) on flow_subscription to tilsyn_app;

alter table mail drop constraint mail_kind_check;
alter table mail add constraint mail_kind_check check (kind in ('urgent', 'digest', 'flow-week', 'flow-month'));
comment on column mail.day is 'The Danish day it was written for, one digest a person a day; of a report the first day of its week or month.';
comment on column mail.content is 'Kinds of notification and how many of each, or which report is there; the text is made when it is sent.';
create unique index mail_one_report on mail (municipality_id, person_id, kind, day) where kind in ('flow-week', 'flow-month');
