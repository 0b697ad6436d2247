import type { Place } from "#domain/audit/chain.ts";
import { mergeFindings, verifyEnd, verifyPage, type Finding } from "#domain/audit/verify.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { RAW, type Ctx } from "#worker/platform/context.ts";
import { roomName } from "#worker/platform/tenant.ts";
import { chainAfter } from "./chain-rows.ts";

const ROWS = 1000;

/** What one stretch of the chain showed. `next` is null at the end. */
export interface Stretch {
  checked: number;
  unsealed: number;
  findings: Finding[];
  sealedUpTo: { id: number; at: string } | null;
  span: { from: number; upTo: number };
  next: Place | null;
}

/**
 * Holds a stretch of an organization's audit log against its chain and the hashes that its outbox object keeps, from a
 * place on or from the beginning, after everything was sealed. @param pages how many pages of a thousand rows to go.
 */
export async function verifyChain(ctx: Ctx, from: Place | null, pages: number): Promise<Stretch> {
  await ctx.actor();
  const { env } = ctx[RAW];
  const { tenant } = ctx;
  const anchors = await env.OUTBOX_ROOM.getByName(roomName(tenant, "outbox")).auditAnchors(tenant);
  // What was forgotten since the walk began is not walked.
  let place = from && from.id > anchors.base.id ? from : anchors.base;
  let reached = place.id;
  const found: Finding[] = [];
  const stretch: Stretch = {
    checked: 0,
    unsealed: 0,
    findings: [],
    sealedUpTo: null,
    span: { from: anchors.base.id + 1, upTo: anchors.head?.id ?? anchors.base.id },
    next: null,
  };
  for (let page = 0; page < pages; page += 1) {
    const records = await chainAfter(env, tenant, reached, ROWS);
    const result = await verifyPage(sha256, anchors, place, records);
    place = result.place;
    reached = records.at(-1)?.id ?? reached;
    stretch.checked += result.checked;
    stretch.unsealed += result.unsealed;
    found.push(...result.findings);
    const sealed = records.findLast(({ row, hash }) => row !== null && hash !== null);
    if (sealed?.row) stretch.sealedUpTo = { id: sealed.id, at: sealed.row.at };
    if (records.length < ROWS) {
      found.push(...verifyEnd(anchors, place));
      return { ...stretch, findings: mergeFindings(found) };
    }
  }
  return { ...stretch, findings: mergeFindings(found), next: place };
}
