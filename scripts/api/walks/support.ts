import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

/** An access of support, opened and ended. */
export const support: Walk = async (go) => {
  const { token } = await register(go, "support");
  const reason = "L’import des clients s’arrête à la ligne 12";
  const opened = await go.call("post /support/grants", {
    token,
    body: { hours: 8, reason },
    save: { GRANT: "id" },
  });
  await go.call("get /support/grants", { token });
  const id = pick(opened.answer, "id");
  await go.call("delete /support/grants/{id}", { token, params: { id } });
};
