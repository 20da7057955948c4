-- A hand-in may be taken back, and what was merged is corrected together once it has been sent back.
comment on table own_review is 'One reviewer''s own form of a review that two fill in apart. Handed in it does not change, unless it is taken back while the other is still at work.';
comment on column review.apart is 'Each of its two reviewers fills a form of their own (own_review); review_answer holds what they merged, and is what they correct once it has been sent back.';
