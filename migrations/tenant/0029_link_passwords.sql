-- A public link may ask for a password: its hash, and since when.
ALTER TABLE dashboard_links ADD COLUMN password_hash TEXT;
--> statement
ALTER TABLE dashboard_links ADD COLUMN password_set_at TEXT;
