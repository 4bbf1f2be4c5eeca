-- Nexa, schema version 7: accounts that expire.

-- Owner: core/users. From then on nobody can log in to the account; everything is kept. NULL: never.
ALTER TABLE users ADD COLUMN expires_at BIGINT;
