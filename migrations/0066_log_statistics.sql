-- Logs only grow, and what they are asked for stays the same, so their statistics need not be fresh. Every minute the
-- server read a sample of 30,000 entries of each anew, which at 400 requests a second kept everybody waiting for as long:
-- now when a log has grown by half, and a tenth of the sample.
alter table access_entry set (autovacuum_analyze_scale_factor = 0.5, autovacuum_analyze_threshold = 10000);
alter table access_hit set (autovacuum_analyze_scale_factor = 0.5, autovacuum_analyze_threshold = 10000);
alter table change_entry set (autovacuum_analyze_scale_factor = 0.5, autovacuum_analyze_threshold = 10000);
do $$
declare
  log text;
  name text;
begin
  foreach log in array array['access_entry', 'access_hit', 'change_entry'] loop
    for name in
      select attname from pg_attribute where attrelid = log::regclass and attnum > 0 and not attisdropped
    loop
      execute format('alter table %I alter column %I set statistics 10', log, name);
    end loop;
  end loop;
end
$$;
