-- Nexa, schema version 5: how iteration counts are spread.

-- Owner: core/keyring. Invented keys look like those that there are; so they are counted, whenever some have changed.
CREATE INDEX user_keys_by_iterations ON user_keys (host, iterations);
