-- How long something is kept is decided by two people (docs/decisions/0027-periods-by-two.md). Rules from before this have
-- nobody's approval: they hold again when another person has given it, and until then what they name is kept.

alter table retention_rule add column approved_by uuid;
alter table retention_rule add column approved_at timestamptz;
alter table retention_rule add column approved boolean;
alter table retention_rule add foreign key (municipality_id, approved_by) references person;
alter table retention_rule add check ((approved_by is null) = (approved is null) and (approved_by is null) = (approved_at is null));
alter table retention_rule add check (approved_by <> decided_by);
comment on table retention_rule is 'Append-only but for the second person''s yes or no: how long the municipality keeps a kind of record. The highest approved version counts; a kind without one is kept.';
comment on column retention_rule.approved_by is 'Another person than who decided it. Null: nobody has said yes or no yet, and the version before counts.';
comment on column retention_rule.approved is 'False: refused; it never counts.';
create index on retention_rule (municipality_id, approved_by);
grant update (approved_by, approved_at, approved) on retention_rule to tilsyn_app;

create function refuse_change_of_judged_rule() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if old.approved is not null then
    raise exception 'a retention rule that was approved or refused does not change' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
comment on function refuse_change_of_judged_rule() is 'Holds for every role, the owner included.';
create trigger judged_rule_stays before update on retention_rule
for each row execute function refuse_change_of_judged_rule();
