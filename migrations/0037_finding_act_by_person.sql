-- Whether somebody has had a hand in a restoration, and what they have done today, is asked of each person's tasks: without
-- these every record of the municipality was read for it.
create index finding_act_by_person on finding_act (municipality_id, person_id, at)
  where kind in ('contact', 'carry-out', 'propose', 'verify', 'approve');
create index finding_act_responsible on finding_act (municipality_id, responsible_id) where kind = 'plan';
