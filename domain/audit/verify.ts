import { sealOf, type AuditRow, type Digest, type Place } from "./chain.ts";

/** What stands under one id: the row, its seal, or both. */
export interface ChainRecord {
  id: number;
  row: AuditRow | null;
  hash: string | null;
}

/**
 * What verification found wrong with rows `id` to `upTo`. `changed`: the row (or the seal before it) is not what was sealed;
 * `missing`: deleted; `inserted`: written into the past; `reordered`: it stands where `upTo` was and the other way
 * round; `rewritten`: rows and seals agree with each other but not with the hash kept outside the database.
 */
export interface Finding {
  kind: "changed" | "missing" | "inserted" | "reordered" | "rewritten";
  id: number;
  upTo: number;
}

/** What is known from outside the database: where the chain begins, ends, and hashes on the way. */
export interface Anchors {
  base: Place;
  /** The last row that was sealed; null when the witness knows of none. */
  head: Place | null;
  checkpoints: readonly Place[];
}

/** One page of the walk. `place` is where the next page begins. */
export interface Verified {
  place: Place;
  /** Rows that were held against a seal. */
  checked: number;
  /** Rows after the last sealed one. */
  unsealed: number;
  findings: Finding[];
}

interface Suspect {
  row: AuditRow;
  previous: string;
  hash: string;
}

/** More suspects than this are not tried against each other for an exchange. */
const EXCHANGES = 50;

/**
 * Holds a page of records, in order of id, against the chain. After a wrong row it goes on from the stored seal, so
 * that one tampered row is one finding. Call `verifyEnd` after the last page.
 */
export async function verifyPage(
  digest: Digest,
  anchors: Anchors,
  from: Place,
  page: readonly ChainRecord[],
): Promise<Verified> {
  const witness = new Map(anchors.checkpoints.map(({ id, hash }) => [id, hash]));
  if (anchors.head) witness.set(anchors.head.id, anchors.head.hash);
  const head = anchors.head?.id ?? 0;
  const findings: Finding[] = [];
  const suspects: Suspect[] = [];
  let place = from;
  // The last witnessed place before this page: what is rewritten was rewritten after it.
  let trusted = anchors.base.id;
  for (const id of witness.keys()) if (id <= from.id) trusted = Math.max(trusted, id);
  let checked = 0;
  let unsealed = 0;
  for (const { id, row, hash } of page) {
    if (hash === null) {
      if (id > head) unsealed += 1;
      else findings.push({ kind: "inserted", id, upTo: id });
      continue;
    }
    if (row === null) findings.push({ kind: "missing", id, upTo: id });
    else {
      checked += 1;
      if ((await sealOf(digest, place.hash, row)) !== hash) {
        const gap = id > place.id + 1;
        if (gap) findings.push({ kind: "missing", id: place.id + 1, upTo: id - 1 });
        else suspects.push({ row, previous: place.hash, hash });
      }
    }
    place = { id, hash };
    const known = witness.get(id);
    if (known !== undefined && known !== hash) {
      findings.push({ kind: "rewritten", id: trusted + 1, upTo: id });
    }
    if (known !== undefined) trusted = id;
  }
  findings.push(...(await judge(digest, suspects)));
  return { place, checked, unsealed, findings: findings.toSorted((a, b) => a.id - b.id) };
}

/** What is wrong with the end: rows that the witness saw sealed and that are not there any more. */
export function verifyEnd(anchors: Anchors, end: Place): Finding[] {
  if (!anchors.head || end.id >= anchors.head.id) return [];
  return [{ kind: "missing", id: end.id + 1, upTo: anchors.head.id }];
}

/** Findings in order, those of one kind that touch each other as one. */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const merged: Finding[] = [];
  for (const finding of findings.toSorted((a, b) => a.id - b.id)) {
    const last = merged.findLast(({ kind }) => kind === finding.kind);
    const touches = last && finding.kind !== "reordered" && finding.id <= last.upTo + 1;
    if (touches) last.upTo = Math.max(last.upTo, finding.upTo);
    else merged.push({ ...finding });
  }
  return merged;
}

/** Tells rows whose contents were exchanged from rows that were changed. */
async function judge(digest: Digest, suspects: readonly Suspect[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const placed = new Set<number>();
  for (const suspect of suspects) {
    const { id } = suspect.row;
    if (placed.has(id)) continue;
    const other =
      suspects.length <= EXCHANGES ? await exchangedWith(digest, suspect, suspects) : null;
    if (other !== null) placed.add(other);
    findings.push(
      other === null
        ? { kind: "changed", id, upTo: id }
        : { kind: "reordered", id: Math.min(id, other), upTo: Math.max(id, other) },
    );
  }
  return findings;
}

async function exchangedWith(
  digest: Digest,
  { row, previous, hash }: Suspect,
  suspects: readonly Suspect[],
): Promise<number | null> {
  for (const other of suspects) {
    if (other.row.id === row.id) continue;
    if ((await sealOf(digest, previous, { ...other.row, id: row.id })) === hash) {
      return other.row.id;
    }
  }
  return null;
}
