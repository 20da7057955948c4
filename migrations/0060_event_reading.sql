-- How a source's files are read beside their columns and words: the order of their dates (decision 0029), what they write
-- for an unknown time of day, and which of their columns rules read.
alter table event_source
  add column reading jsonb not null default '{}' check (jsonb_typeof(reading) = 'object');
comment on column event_source.reading is 'dateOrder (dmy or mdy), noTime (times of day that mean none is known), attributes (our name to the file''s column); what is left out was never said.';
grant update (reading) on event_source to tilsyn_app;
alter table event_import
  add column reading jsonb not null default '{}' check (jsonb_typeof(reading) = 'object');
comment on column event_import.reading is 'As of event_source; dateOrder also where the file itself showed it.';
