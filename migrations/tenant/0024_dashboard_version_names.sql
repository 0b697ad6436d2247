-- A version may have a name; `changes` counts what was ever changed of the dashboard when it was kept, so that one more is kept when much has.
ALTER TABLE dashboard_versions ADD COLUMN name TEXT NOT NULL DEFAULT '';
--> statement
ALTER TABLE dashboard_versions ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
