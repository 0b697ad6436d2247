import { Buffer } from "node:buffer";
import { unzipSync } from "fflate";
import { vi } from "vitest";
import { Manifest } from "#domain/exports/manifest.ts";
import type { ExportView } from "#domain/exports/model.ts";
import { CHUNK_BYTES, type RestoreView } from "#domain/exports/restore-model.ts";
import { callWorker, type TestPerson } from "#worker/platform/testing.ts";

/** Calls a route and reads its JSON, failing unless it succeeds. */
export async function json<T>(by: TestPerson, request: string, body?: unknown): Promise<T> {
  const key = request.startsWith("get ") ? {} : { "idempotency-key": crypto.randomUUID() };
  const response = await by.call(request, body, key);
  if (!response.ok) throw new Error(`${request}: ${response.status} ${await response.text()}`);
  return response.json<T>();
}

/** The export as the list shows it now. */
export async function shown(by: TestPerson, id: string): Promise<ExportView> {
  const { items } = await json<{ items: ExportView[] }>(by, "get /exports");
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(`No export ${id}`);
  return found;
}

/** Starts an export and waits for its end. */
export async function exported(by: TestPerson): Promise<ExportView> {
  const { id } = await json<ExportView>(by, "post /exports");
  return vi.waitUntil(
    async () => {
      const view = await shown(by, id);
      return view.state === "running" ? null : view;
    },
    { timeout: 30_000, interval: 50 },
  );
}

/** An archive as somebody opens it on their own machine. */
export interface Opened {
  manifest: Manifest;
  bytes: Uint8Array;
  names: string[];
  text(name: string): string;
  /** The rows of a section, such as `tables/clients`. */
  rows<T = Record<string, unknown>>(section: string): T[];
}

/** Downloads an archive by its link and opens it with a library that is not ours. */
export async function opened(by: TestPerson, id: string): Promise<Opened> {
  const response = await downloading(by, id);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return openArchive(new Uint8Array(await response.arrayBuffer()));
}

/** Asks for the archive as the browser does that was given its cookie. */
export async function downloading(
  by: TestPerson,
  id: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const key = { "idempotency-key": crypto.randomUUID() };
  const link = await by.call(`post /exports/${id}/link`, undefined, key);
  if (!link.ok) return link;
  const { path } = await link.json<{ path: string }>();
  const [cookie] = (link.headers.getSetCookie()[0] ?? "").split(";");
  return callWorker(`get ${path.replace("/api/v1", "")}`, undefined, {
    cookie: cookie ?? "",
    ...headers,
  });
}

/** Opens the bytes of an archive. */
export function openArchive(bytes: Uint8Array): Opened {
  const files = unzipSync(bytes);
  const text = (name: string) => new TextDecoder().decode(files[name]);
  return {
    manifest: Manifest.parse(JSON.parse(text("manifest.json"))),
    bytes,
    names: Object.keys(files),
    text,
    rows: <T>(section: string) =>
      Object.keys(files)
        .filter((name) => name.startsWith(`${section}/`))
        .toSorted()
        .flatMap((name) => text(name).split("\n").slice(0, -1))
        .map((line) => JSON.parse(line) as T),
  };
}

/** Announces an archive and sends it whole. */
export async function sent(
  by: TestPerson,
  bytes: Uint8Array,
  name: string | null = null,
): Promise<RestoreView> {
  const restore = await json<RestoreView>(by, "post /restores", { name, size: bytes.length });
  for (let n = 0; n * CHUNK_BYTES < bytes.length; n += 1) {
    const chunk = bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES);
    const data = Buffer.from(chunk).toString("base64");
    const answer = await by.call(`put /restores/${restore.id}/chunks/${n}`, { data });
    if (!answer.ok) throw new Error(`chunk ${n}: ${answer.status} ${await answer.text()}`);
  }
  return restore;
}

/** Restores an archive and waits for the end. */
export async function restored(
  by: TestPerson,
  bytes: Uint8Array,
  name: string | null = null,
): Promise<RestoreView> {
  const { id } = await sent(by, bytes, name);
  await json(by, `post /restores/${id}/start`);
  return ended(by, id);
}

/** The end of a restoration. */
export function ended(by: TestPerson, id: string): Promise<RestoreView> {
  return vi.waitUntil(
    async () => {
      const view = await json<RestoreView>(by, `get /restores/${id}`);
      return view.state === "running" ? null : view;
    },
    { timeout: 30_000, interval: 50 },
  );
}
