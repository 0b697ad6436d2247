-- Where things happened: an ISO 3166 code of the country of the network address, `local` for a private address, NULL where
-- nobody knows. A session has the place of its sign-in and that of its last use.
ALTER TABLE sessions ADD COLUMN place TEXT;
--> statement
ALTER TABLE sessions ADD COLUMN seen_place TEXT;
--> statement
ALTER TABLE auth_events ADD COLUMN place TEXT;
--> statement
ALTER TABLE auth_events ADD COLUMN address TEXT;
--> statement
-- Ids of events rise with their time: a person's events are listed by id.
DROP INDEX auth_events_by_user;
--> statement
CREATE INDEX auth_events_by_user ON auth_events (user_id, id);
--> statement
CREATE INDEX auth_events_by_time ON auth_events (at);
--> statement
-- With which browser and system a passkey last signed in.
ALTER TABLE passkeys ADD COLUMN used_device TEXT;
