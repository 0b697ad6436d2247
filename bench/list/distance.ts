import { readFileSync } from "node:fs";
import { join } from "node:path";
import { delayProxy } from "../lib/delay-proxy.ts";
import type { Options } from "../lib/options.ts";
import { median } from "../lib/stats.ts";
import { figure, ratio, type Table } from "../lib/table.ts";
import type { Ours } from "../ours/organization.ts";
import { coldPage, filesOf, warmLists } from "./page-load.ts";
import type { Peer } from "./peer.ts";

/** Round trips, milliseconds: to the server in the middle, and to the nearest edge. */
const CENTRE = [20, 80, 150] as const;
const EDGE = 10;

interface Times {
  cold: number;
  warm: number;
}

/**
 * The same page and the same list for people at several distances: from a central server, and from an edge near them. The
 * edge has the data beside it (a read replica); with the database in the centre only, each waiting call adds its way.
 */
export async function distanceTable(ours: Ours, peer: Peer, options: Options): Promise<Table> {
  const files = filesOf(readFileSync(join(ours.web, "index.html"), "utf8"));
  const times = options.quick ? { cold: 2, warm: 5 } : { cold: 7, warm: 30 };
  const token = await ours.token();
  const from = async (url: string, bearer: string, roundTrip: number): Promise<Times> => {
    const proxy = await delayProxy(Number(new URL(url).port), roundTrip);
    try {
      const site = { port: proxy.port, token: bearer };
      await coldPage(site, files);
      const cold: number[] = [];
      for (let i = 0; i < times.cold; i++) cold.push(await coldPage(site, files));
      return { cold: median(cold), warm: median(await warmLists(site, times.warm)) };
    } finally {
      await proxy.close();
    }
  };
  const edge = await from(ours.url, token, EDGE);
  const rows: string[][] = [];
  for (const distance of CENTRE) {
    const centre = await from(peer.url, peer.token, distance);
    const far = edge.warm + (distance - EDGE);
    rows.push([
      `${distance} ms from the centre`,
      ...[centre.cold, edge.cold].map(figure),
      ratio(edge.cold, centre.cold),
      ...[centre.warm, edge.warm].map(figure),
      ratio(edge.warm, centre.warm),
      figure(far),
    ]);
  }
  return {
    title: `a4. Latency for people at a distance; the edge is ${EDGE} ms away`,
    columns: [
      "",
      "cold page, centre ms",
      "cold page, edge ms",
      "ratio",
      "list, centre ms",
      "list, edge ms",
      "ratio",
      "list, edge without replica ms",
    ],
    rows,
    notes: [
      `Cold page: new connections (at most six), the document, its ${files.length} files side by side, then the list. TLS would add one more round trip on both sides.`,
      "Without replica: computed, the list's one waiting D1 call goes to the centre and back.",
    ],
  };
}
