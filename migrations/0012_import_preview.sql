alter table import_batch
  add column mapping jsonb not null default '{}' check (jsonb_typeof(mapping) = 'object'),
  add column columns text[] not null default '{}';
comment on column import_batch.mapping is 'Our column name to the file''s, as this file was read.';
comment on column import_batch.columns is 'The file''s column names, in its order; CPR-like digits are hidden.';
comment on column import_batch.file_name is 'As the person''s computer called it; CPR-like digits are hidden.';
comment on column import_batch.counts is 'Rows by outcome: rows, new, changed, unchanged, refused; open: not finished.';
comment on column import_row.content is 'New or changed: the case stage as read, its CPR number encrypted and hashed. Refused: the problems of the row (at most 1,000 refused rows of a file are kept). Unchanged rows are only counted.';
