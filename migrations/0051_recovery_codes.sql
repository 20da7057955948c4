-- Recovery codes are kept under a key that the database never sees. Those made before lie under a plain hash, which cannot
-- be turned into the other: they go, and whoever had them makes new ones by setting one-time codes up anew.

delete from sealed.recovery_code;
comment on column sealed.recovery_code.code_hash is 'HMAC-SHA256 of 120 random bits and their owner, under a key that the database never sees.';
