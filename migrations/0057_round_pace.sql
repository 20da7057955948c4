-- What the newest reviews of a level in a round took: read in this order, not sorted out of all the round's reviews.
create index on review (municipality_id, round_id, level, submitted_at desc, id)
  where state = 'submitted' and minutes > 0;
