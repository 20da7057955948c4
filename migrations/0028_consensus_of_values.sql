-- Two levels may differ over a grade, a number or a day as they may over yes and no; what they say to it holds any answer.
alter table difference_move drop constraint difference_move_consensus_check;
alter table difference_move drop constraint difference_move_own_answer_check;
alter table difference_move drop constraint difference_move_below_answer_check;
alter table difference_move add constraint difference_move_consensus_check check (consensus <> '');
alter table difference_move add constraint difference_move_own_answer_check check (own_answer <> '');
alter table difference_move add constraint difference_move_below_answer_check check (below_answer <> '');
comment on column difference_move.consensus is 'yes, no, na, or the value in its written form: the grade''s place from 1, 12.5, 2024-01-31.';
