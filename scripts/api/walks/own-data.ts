import type { Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

/** What may be analyzed of the organization's own data, then the rows of one kind. */
export const ownData: Walk = async (go) => {
  const { token } = await register(go, "own-data");
  await go.call("post /clients", { token, body: { company: "Atelier Morvan" } });
  await go.call("get /own-data", { token });
  await go.call("get /own-data/clients/rows", { token });
  await go.call("get /own-data/tasks/rows", { token });
  await go.call("get /own-data/notes/rows", { token });
};
