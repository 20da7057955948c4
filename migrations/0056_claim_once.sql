-- Policies ask for the municipality once a table and statement, some 17 times a request, so what verifies the claim is kept
-- short: one function instead of two, one reading of the key, no arrays. What is accepted is the same: only the program
-- signs, so what is signed has four parts and a number in the fourth.
create function sealed.claim_part(which int) returns text
language plpgsql stable parallel safe
as $$
declare
  claim text := current_setting('tilsyn.claim', true);
  key record;
begin
  select outer_block, inner_block into key from sealed.claim_key;
  if encode(sha256(key.outer_block || sha256(key.inner_block || convert_to(left(claim, -65), 'UTF8'))), 'hex') = right(claim, 64)
    and abs(extract(epoch from transaction_timestamp()) * 1000 - split_part(claim, '|', 4)::numeric) <= 300000 then
    return nullif(split_part(claim, '|', which), '');
  end if;
  return null;
end
$$;
comment on function sealed.claim_part(int) is 'A part of this transaction''s claim (1 municipality, 2 person, 3 session), or null when there is no claim, its signature is wrong, it was issued more than 5 minutes from the start of the transaction, or the part is empty.';

create or replace function sealed.current_municipality() returns uuid
language plpgsql stable parallel safe security definer
set search_path = pg_catalog, pg_temp
as $$ begin return sealed.claim_part(1)::uuid; end $$;

create or replace function sealed.current_person() returns uuid
language plpgsql stable parallel safe security definer
set search_path = pg_catalog, pg_temp
as $$ begin return sealed.claim_part(2)::uuid; end $$;

create or replace function sealed.current_session() returns uuid
language plpgsql stable parallel safe security definer
set search_path = pg_catalog, pg_temp
as $$ begin return sealed.claim_part(3)::uuid; end $$;

drop function sealed.verified_claim();
