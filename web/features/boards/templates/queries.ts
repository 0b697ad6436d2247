import { queryOptions } from "@tanstack/solid-query";
import type { CardTemplate, TemplateFields } from "#domain/boards/card-template.ts";
import { api } from "#web/lib/api.ts";

/** The card templates of a board, by name; kept on the device like every read. */
export const templatesQuery = (board: string) =>
  queryOptions({
    queryKey: ["boardTemplates", board],
    queryFn: ({ signal }) => api("get /boards/{id}/templates", { params: { id: board }, signal }),
  });

/** A template as it is sent; `version` is null for a new one. */
type SentTemplate = TemplateFields &
  Pick<CardTemplate, "id" | "boardId"> & { version: number | null };

/** Keeps a template under a new or its own id. */
export function putTemplate(template: SentTemplate): Promise<CardTemplate> {
  const { id, boardId, version, name, title, description } = template;
  const { priority, tags, cover, dueIn, checklists } = template;
  return api("put /boards/{id}/templates/{template}", {
    params: { id: boardId, template: id },
    body: { version, name, title, description, priority, tags, cover, dueIn, checklists },
  });
}

/** Deletes a template; the answer, put again, brings it back. */
export function removeTemplate({ id, boardId }: CardTemplate): Promise<CardTemplate> {
  return api("delete /boards/{id}/templates/{template}", {
    params: { id: boardId, template: id },
  });
}
