-- A forecast asks what the newest reviews of a level took; without this index every submitted review of every round is read.
create index on review (municipality_id, level, submitted_at desc, id)
  where state = 'submitted' and minutes > 0;
