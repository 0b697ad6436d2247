import { z } from "zod";
import { isPublicAddress } from "#domain/outbound/public-address.ts";
import { judgeTarget, type Target } from "#domain/outbound/target.ts";
import type { Env } from "#worker/platform/env.ts";
import { OutboundError } from "./outbound-error.ts";

type Outside = Pick<Env, "ENVIRONMENT" | "DNS_RESOLVER" | "OUTBOUND_LOOPBACK">;

/** Whether this machine's own addresses may be called: never in production, whatever is set. */
export function allowsLoopback(env: Outside): boolean {
  return env.ENVIRONMENT !== "production" && env.OUTBOUND_LOOPBACK === "on";
}

/** The JSON form of DNS over HTTPS, as 1.1.1.1 and 8.8.8.8 answer it. */
const Lookup = z.object({
  Status: z.int(),
  Answer: z.array(z.object({ type: z.int(), data: z.string() })).optional(),
});
const RECORDS = { A: 1, AAAA: 28 } as const;

async function lookUp(
  resolver: string,
  host: string,
  record: keyof typeof RECORDS,
  signal: AbortSignal,
): Promise<string[]> {
  const url = new URL(resolver);
  url.searchParams.set("name", host);
  url.searchParams.set("type", record);
  const answer = await fetch(url, {
    headers: { accept: "application/dns-json" },
    redirect: "manual",
    signal,
  });
  const found = Lookup.parse(await answer.json());
  const rows = found.Status === 0 ? (found.Answer ?? []) : [];
  return rows.filter(({ type }) => type === RECORDS[record]).map(({ data }) => data);
}

/**
 * Finds out whether an address may be called, and by which of the public internet's addresses it is reached: judged by
 * its form, then resolved, and every address that the name has must be public. A name is asked anew at each call.
 * Errors: `OutboundError` (refused, unresolved).
 */
export async function findTarget(
  env: Outside,
  text: string,
  signal: AbortSignal,
): Promise<Target & { addresses: string[] }> {
  const verdict = judgeTarget(text, { loopback: allowsLoopback(env) });
  if ("refused" in verdict) throw new OutboundError("refused", verdict.refused);
  const { target } = verdict;
  if (target.kind !== "name") return { ...target, addresses: [target.host] };
  // Without a resolver nothing could be checked, so nothing is called.
  const resolver = env.DNS_RESOLVER;
  if (!resolver) throw new OutboundError("unresolved");
  let addresses: string[];
  try {
    const records = ["A", "AAAA"] as const;
    const found = await Promise.all(
      records.map((record) => lookUp(resolver, target.host, record, signal)),
    );
    addresses = found.flat();
  } catch {
    throw new OutboundError("unresolved");
  }
  if (addresses.length === 0) throw new OutboundError("unresolved");
  if (!addresses.every(isPublicAddress)) throw new OutboundError("refused", "private");
  return { ...target, addresses };
}
