import { newId } from "#domain/ids.ts";
import { api } from "#web/lib/api.ts";
import { putTemplate } from "./queries.ts";

/** Gives a board the card templates of another one. */
export async function copyTemplates(from: string, to: string): Promise<void> {
  const { items } = await api("get /boards/{id}/templates", { params: { id: from } });
  for (const template of items) {
    await putTemplate({ ...template, id: newId("tpl"), boardId: to, version: null });
  }
}
