import type { QueryClient } from "@tanstack/solid-query";
import type { SemanticDocument } from "#domain/semantic/model.ts";
import { EMPTY } from "#domain/semantic/problems.ts";
import { api } from "#web/lib/api.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { semanticQuery } from "./queries.ts";

type Joins = SemanticDocument["joins"];

/**
 * Writes the joins of a workspace's model anew from those that it has, and begins a model where there is none. Once more, should somebody
 * else have written it meanwhile. Errors: those of both routes.
 */
export async function changeJoins(
  queries: QueryClient,
  workspaceId: string,
  change: (joins: Joins) => Joins,
): Promise<void> {
  const write = async (): Promise<void> => {
    const layer = await queries.fetchQuery({ ...semanticQuery(workspaceId), staleTime: 0 });
    const known = layer?.document ?? EMPTY;
    const document = { ...known, joins: change(known.joins) };
    await (layer
      ? api("patch /semantic-layers/{id}", {
          params: { id: layer.id },
          body: { version: layer.version, changes: { document } },
        })
      : api("post /semantic-layers", { body: { workspaceId, document } }));
  };
  try {
    await write();
  } catch (error) {
    const overtaken =
      error instanceof ApiProblem && ["conflict.version", "semantic.exists"].includes(error.code);
    if (!overtaken) throw error;
    await write();
  }
  await queries.invalidateQueries({ queryKey: ["semantic"] });
}
