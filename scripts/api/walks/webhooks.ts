import { setTimeout as sleep } from "node:timers/promises";
import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

/** A webhook from its making to its end, with an event on its way to an address where nobody listens. */
export const webhooks: Walk = async (go) => {
  const { token } = await register(go, "webhooks");
  const made = await go.call("post /webhooks", {
    token,
    body: {
      url: "https://hooks.example.com/aetheria",
      description: "Comptabilité",
      types: ["client.created", "client.updated"],
    },
    save: { WEBHOOK: "id" },
  });
  const id = pick(made.answer, "id");
  await go.call("post /webhooks/{id}/secret", { token, params: { id } });
  const test = await go.call("post /webhooks/{id}/test", {
    token,
    params: { id },
    save: { DELIVERY: "id" },
  });
  const delivery = { id: pick(test.answer, "id") };
  // It is tried at once, and again in some seconds: paused between the two, nothing changes while it is looked at.
  await sleep(2_000);
  await go.call("post /webhooks/{id}/pause", { token, params: { id }, body: { version: 1 } });
  await go.call("get /webhooks", { token });
  await go.call("get /webhooks/deliveries", { token, query: { webhook: id, state: "waiting" } });
  await go.call("get /webhooks/deliveries/{id}", { token, params: delivery });
  await go.call("post /webhooks/{id}/resume", { token, params: { id }, body: { version: 2 } });
  await go.call("post /webhooks/deliveries/{id}/replay", { token, params: delivery });
  await go.call("post /webhooks/{id}/replay", {
    token,
    params: { id },
    body: { since: "2026-11-24T09:00:00.000Z" },
  });
  await go.call("patch /webhooks/{id}", {
    token,
    params: { id },
    body: { version: 3, changes: { types: ["*"] } },
  });
  await go.call("post /webhooks/{id}/secret/rotate", {
    token,
    params: { id },
    body: { version: 4, overlapHours: 24 },
  });
  await go.call("delete /webhooks/{id}", { token, params: { id } });
};
