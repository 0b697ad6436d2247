import { createHash } from "node:crypto";
import { genesis } from "#domain/audit/chain.ts";
import {
  mergeFindings,
  verifyEnd,
  verifyPage,
  type Anchors,
  type Finding,
} from "#domain/audit/verify.ts";
import {
  organizationFiles,
  organizationNames,
  recordsAfter,
  wasForgotten,
  witnesses,
  type OrganizationFile,
  type Witness,
} from "./audit-files.ts";

/** What the walk over one organization's log showed. */
export interface AuditReport {
  name: string;
  checked: number;
  unsealed: number;
  findings: Finding[];
  /** False when rows are sealed and nothing outside the database remembers it. */
  witnessed: boolean;
}

const ROWS = 5000;
const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const number = new Intl.NumberFormat("en-US");

async function anchorsOf(file: OrganizationFile, witness: Witness | undefined): Promise<Anchors> {
  const pending = witness?.pending;
  const base = pending && wasForgotten(file, pending) ? pending : witness?.base;
  return {
    base: base ?? (await genesis(digest, file.organizationId)),
    head: witness?.head ?? null,
    checkpoints: witness?.checkpoints ?? [],
  };
}

/** Walks the log of each organization in a state folder. The server may run meanwhile. */
export async function* auditReports(state: string): AsyncGenerator<AuditReport> {
  const names = organizationNames(state);
  const known = witnesses(state);
  for (const file of organizationFiles(state)) {
    const witness = known.get(file.organizationId);
    const anchors = await anchorsOf(file, witness);
    const report: AuditReport = {
      name: names.get(file.organizationId) ?? file.organizationId,
      checked: 0,
      unsealed: 0,
      findings: [],
      witnessed: true,
    };
    let place = anchors.base;
    for (let from = place.id; ;) {
      const records = recordsAfter(file, from, ROWS);
      const page = await verifyPage(digest, anchors, place, records);
      place = page.place;
      report.checked += page.checked;
      report.unsealed += page.unsealed;
      report.findings.push(...page.findings);
      from = records.at(-1)?.id ?? from;
      if (records.length < ROWS) break;
    }
    report.findings = mergeFindings([...report.findings, ...verifyEnd(anchors, place)]);
    report.witnessed = Boolean(witness?.head) || report.checked === 0;
    yield report;
  }
}

/** `Atelier Morvan: 1,234 rows sealed, 2 not yet, intact` */
export function lineOf({ name, checked, unsealed, findings, witnessed }: AuditReport): string {
  const tail = unsealed > 0 ? `, ${number.format(unsealed)} not sealed yet` : "";
  const state = findings.length > 0 ? "TAMPERED" : witnessed ? "intact" : "NOT WITNESSED";
  return `${name}: ${number.format(checked)} rows held against their seals${tail}, ${state}`;
}

/** The last line, and whether every log holds. */
export function summaryOf(reports: readonly AuditReport[]): { line: string; good: boolean } {
  const bad = reports.filter(({ findings, witnessed }) => findings.length > 0 || !witnessed);
  const rows = reports.reduce((sum, { checked }) => sum + checked, 0);
  const many = reports.length === 1 ? "organization" : "organizations";
  const size = `${reports.length} ${many}, ${number.format(rows)} rows`;
  const good = bad.length === 0;
  return {
    line: good ? `${size}, every log is intact` : `${size}, ${bad.length} NOT intact`,
    good,
  };
}
