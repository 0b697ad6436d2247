import type { Change, Firm } from "./audit-trail.ts";

const NOTE = { title: "Point chantier", heldOn: "2026-11-20" };
const note = async ({ owner }: Firm) => (await owner.json<{ id: string }>("post /notes", NOTE)).id;

/** What changes notes. */
export const NOTE_TRAIL: Record<string, (firm: Firm) => Promise<Change>> = {
  "post /notes": async () => ({ path: "/notes", body: NOTE }),
  "patch /notes/{id}": async (firm) => {
    const body = { version: 1, changes: { body: "Reporté au 27" } };
    return { path: `/notes/${await note(firm)}`, body };
  },
  "delete /notes/{id}": async (firm) => {
    const record = await note(firm);
    return { path: `/notes/${record}`, record };
  },
  "post /notes/{id}/restore": async (firm) => {
    const record = await note(firm);
    await firm.owner.json(`delete /notes/${record}`);
    return { path: `/notes/${record}/restore`, record };
  },
};
