-- A reviewer may write a comment or name the evidence before deciding on the answer; that text must not be lost.
alter table review_answer alter column answer drop not null;
comment on column review_answer.answer is 'na: not applicable; it leaves every denominator and is never a no. Null: comment or evidence only so far; gone from a submitted review.';
