import { RAW, type Ctx } from "#worker/platform/context.ts";

/** How a database is reached through a Hyperdrive: who to be there, and a socket to it. */
export interface HyperdrivePlace {
  user: string;
  password: string;
  database: string;
  open(): Socket;
}

/**
 * The Hyperdrive through which a record's database is reached, where whoever runs the Worker configured one: `HYPERDRIVES` names
 * them, `cnx_…=BINDING` separated by commas. Null: none. Throws when it names a binding that is not there.
 */
export function hyperdriveOf(ctx: Ctx, id: string): HyperdrivePlace | null {
  const { env } = ctx[RAW];
  const pairs = (env.HYPERDRIVES ?? "").split(",").map((pair) => pair.trim().split("="));
  const name = pairs.find(([record]) => record === id)?.[1];
  if (name === undefined) return null;
  const binding = (env as unknown as Record<string, Hyperdrive | undefined>)[name];
  if (!binding) throw new Error(`HYPERDRIVES names a binding that is missing: ${name}`);
  const { user, password, database } = binding;
  return { user, password, database, open: () => binding.connect() };
}
