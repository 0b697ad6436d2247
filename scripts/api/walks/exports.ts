import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

/** A ZIP file of 22 bytes with nothing in it, as base64. */
const EMPTY_ZIP = "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==";

const isReady = (answer: unknown) => pick(answer, "items.0.state") === "ready";
const isOver = (answer: unknown) => pick(answer, "state") === "failed";

/** An export from start to its end, what cancelling says then, and restorations: of what is no archive, and given up. */
export const exports: Walk = async (go) => {
  const { token } = await register(go, "archives");
  await go.call("post /clients", { token, body: { company: "Résidence Les Tilleuls" } });
  const started = await go.call("post /exports", { token, save: { EXPORT: "id" } });
  const params = { id: pick(started.answer, "id") };
  await go.call("get /exports", { token, until: isReady });
  const link = await go.call("post /exports/{id}/link", { token, params });
  await go.call("get /exports/{id}/archive", { params, cookie: link.setCookie ?? "" });
  await go.call("delete /exports/{id}", { token, params });
  // Too late, which is what can be shown: a running one would be over before it is asked for.
  await go.call("post /exports/{id}/cancel", { token, params, status: 409 });
  const body = { name: "Atelier retrouvé", size: 22 };
  const announced = await go.call("post /restores", { token, body, save: { RESTORE: "id" } });
  const restore = { id: pick(announced.answer, "id") };
  await go.call("put /restores/{id}/chunks/{number}", {
    token,
    params: { ...restore, number: "0" },
    body: { data: EMPTY_ZIP },
  });
  await go.call("post /restores/{id}/start", { token, params: restore });
  await go.call("get /restores/{id}", { token, params: restore, until: isOver });
  const again = await go.call("post /restores", { token, body, save: { AGAIN: "id" } });
  await go.call("delete /restores/{id}", { token, params: { id: pick(again.answer, "id") } });
};
