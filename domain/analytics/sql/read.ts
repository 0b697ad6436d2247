/**
 * A person's text as the only statement of a read. The text must be prepared in this form before it is run: the parser then
 * refuses several statements and all that writes. The line feed ends a trailing comment.
 */
export const boundedRead = (sql: string, limit: number): string =>
  `SELECT * FROM (${withoutEnd(sql)}\n) LIMIT ${limit + 1}`;

/** The text without the semicolons that people end a statement with. */
export const withoutEnd = (sql: string): string => sql.replace(/[\s;]+$/, "");
