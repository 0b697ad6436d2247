import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ExportView } from "#domain/exports/model.ts";
import { CHUNK_BYTES, type RestoreView } from "#domain/exports/restore-model.ts";

/** An owner who takes an organization out, and brings it back in, through the API that everybody uses. */
export interface Owner {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  /** Makes an export and answers it whole; throws when it fails. */
  exportAll(tell?: (view: ExportView) => void): Promise<{ view: ExportView; bytes: Uint8Array }>;
  /** Restores an archive; throws with the reason when it comes to nothing. */
  restore(
    bytes: Uint8Array,
    name: string | null,
    tell?: (view: RestoreView) => void,
  ): Promise<RestoreView>;
}

/** Signs in with a one-time link, as a person does. */
export async function ownerBy(link: string): Promise<Owner> {
  const { origin, hash } = new URL(link);
  const api = `${origin}/api/v1`;
  let token = "";
  const call = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await fetch(path.startsWith("/api/") ? origin + path : api + path, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(method === "POST" ? { "idempotency-key": randomUUID() } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const json = async <T>(method: string, path: string, body?: unknown) =>
    (await (await call(method, path, body)).json()) as T;
  const entered = await json<{ accessToken: string }>("POST", "/auth/link", {
    token: hash.slice(1),
  });
  token = entered.accessToken;
  return {
    get: (path) => json("GET", path),
    post: (path, body) => json("POST", path, body),
    async exportAll(tell) {
      const { id } = await json<ExportView>("POST", "/exports");
      for (;;) {
        const { items } = await json<{ items: ExportView[] }>("GET", "/exports");
        const view = items.find((item) => item.id === id);
        if (view) tell?.(view);
        if (view?.state === "ready") {
          const given = await call("POST", `/exports/${id}/link`);
          const path = `/api/v1/exports/${id}/archive`;
          const [cookie] = (given.headers.getSetCookie()[0] ?? "").split(";");
          const answer = await fetch(origin + path, { headers: { cookie: cookie ?? "" } });
          if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
          return { view, bytes: new Uint8Array(await answer.arrayBuffer()) };
        }
        if (view?.state !== "running") throw new Error(`The export ended: ${JSON.stringify(view)}`);
        await sleep(200);
      }
    },
    async restore(bytes, name, tell) {
      const { id } = await json<RestoreView>("POST", "/restores", { name, size: bytes.length });
      for (let n = 0; n * CHUNK_BYTES < bytes.length; n += 1) {
        const chunk = bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES);
        await call("PUT", `/restores/${id}/chunks/${n}`, {
          data: Buffer.from(chunk).toString("base64"),
        });
      }
      await json("POST", `/restores/${id}/start`);
      for (;;) {
        const view = await json<RestoreView>("GET", `/restores/${id}`);
        tell?.(view);
        if (view.state === "done") return view;
        if (view.state !== "running")
          throw new Error(`The archive was not restored: ${view.fault} ${view.place}`);
        await sleep(200);
      }
    },
  };
}
