import { DataSet, newDataSetId } from "#domain/analytics/data-set.ts";
import { sniff } from "#domain/analytics/sniff/sniff.ts";
import { SHARE_LIMITS, type SourceView } from "#domain/sources/model.ts";
import type { Session } from "../session.ts";
import { profilesOf } from "./profile.ts";
import { toCsv, type DemoTable } from "./table.ts";

/** How the file is read, found by the rules by which the page finds it. `now` is epoch milliseconds. */
export function readingOf(table: DemoTable, csv: string, now: number): DataSet {
  const found = sniff(
    {
      head: csv,
      more: [],
      tail: csv.slice(-4_096),
      encoding: "utf-8",
      encodingEvidence: { code: "encoding.valid", sure: true },
    },
    {},
    (position) => `colonne_${position}`,
  );
  return DataSet.parse({
    id: newDataSetId(crypto.getRandomValues(new Uint8Array(12))),
    table: table.name,
    fileName: `${table.name}.csv`,
    size: Buffer.byteLength(csv),
    rows: table.rows.length,
    rejected: 0,
    ms: 0,
    addedAt: now,
    reading: found.reading,
    profiles: profilesOf(table),
    sql: null,
  });
}

/** Adds a table to a workspace and gives its file to the organization, as the page does: in parts, then how it is read. */
export async function shareTable(
  session: Session,
  workspaceId: string,
  table: DemoTable,
  now: number,
): Promise<string> {
  const csv = toCsv(table);
  const dataSet = readingOf(table, csv, now);
  const { id, version } = await session.post<SourceView>("/data-sources", {
    kind: "device",
    workspaceId,
    title: table.title,
    table: table.name,
    details: { fileName: dataSet.fileName },
    columns: table.columns,
    rows: dataSet.rows,
  });
  const bytes = Buffer.from(csv);
  const { partBytes } = SHARE_LIMITS;
  for (let at = 0; at < bytes.length; at += partBytes) {
    const data = bytes.subarray(at, at + partBytes).toString("base64");
    await session.put(`/data-sources/${id}/parts/${at / partBytes}`, { data });
  }
  await session.post(`/data-sources/${id}/share`, {
    version,
    bytes: bytes.length,
    format: "text",
    reading: JSON.stringify(dataSet),
  });
  return id;
}
