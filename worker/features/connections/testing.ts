import type { Connection, ConnectionInput } from "#domain/connections/model.ts";
import { QueryLine } from "#domain/connections/query-line.ts";
import type { TestPerson } from "#worker/platform/testing.ts";

/** A connection that leads to nobody: its port is one where no server of this machine listens. */
export const CONNECTION: ConnectionInput = {
  name: "Gestion",
  kind: "postgres",
  host: "127.0.0.1",
  port: 9,
  database: "gestion",
  user: "lecteur",
  password: "secret-de-base",
  tls: "off",
  writerAccepted: false,
};

/** The JSON of an answer that must be a good one. */
async function good<T>(answer: Promise<Response>): Promise<T> {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

/** Makes a connection. */
export function connect(
  person: TestPerson,
  over: Partial<ConnectionInput> = {},
): Promise<Connection> {
  return good(person.call("post /connections", { ...CONNECTION, ...over }));
}

/** What came of a query that was let through: its columns, all rows, and how it ended. */
export async function answerOf(answer: Response) {
  const lines = (await answer.text())
    .trim()
    .split("\n")
    .map((line) => QueryLine.parse(JSON.parse(line)));
  const columns = lines.flatMap((line) => ("columns" in line ? line.columns : []));
  const rows = lines.flatMap((line) => ("rows" in line ? line.rows : []));
  const end = lines.at(-1);
  return { columns, rows, end };
}
