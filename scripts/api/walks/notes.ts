import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

/** A note from creation over changes and deletion to restoration. */
export const notes: Walk = async (go) => {
  const { token } = await register(go, "notes");
  const created = await go.call("post /notes", {
    token,
    body: {
      title: "Réunion de chantier n° 12",
      heldOn: "2026-11-20",
      body: "## Décisions\n\n- Coulage du plancher haut R+1 reporté au 27",
    },
    save: { NOTE: "id" },
  });
  const params = { id: pick(created.answer, "id") };
  await go.call("get /notes/{id}", { token, params });
  await go.call("patch /notes/{id}", {
    token,
    params,
    body: { version: 1, changes: { title: "Réunion de chantier n° 12 – lot 2" } },
  });
  await go.call("get /notes", { token, query: { q: "plancher", limit: "10" } });
  await go.call("delete /notes/{id}", { token, params });
  await go.call("post /notes/{id}/restore", { token, params });
};
