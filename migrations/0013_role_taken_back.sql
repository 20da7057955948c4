-- A role given by mistake must end at once, also on its first day and before it: then it ends the day before it began.
alter table role_assignment drop constraint role_assignment_check;
alter table role_assignment add constraint role_assignment_check check (valid_to >= valid_from - 1);
comment on column role_assignment.valid_to is 'Last day, inclusive; null: until further notice; the day before valid_from: taken back before it counted.';
