-- Cards that are linked with a note, which is the key of a link.
CREATE INDEX tasks_linked_notes ON tasks (board_id, id) WHERE instr(links, 'not_') > 0;
