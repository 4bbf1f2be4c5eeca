-- Nexa, schema version 19: hats of an account, for when it is deleted.

-- Owner: mod_muc_hats
CREATE INDEX room_hat_wearers_by_jid ON room_hat_wearers (jid);
