-- Tasks are read by their own id over REST.
CREATE INDEX tasks_by_id ON tasks (id);
