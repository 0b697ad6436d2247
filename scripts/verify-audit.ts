import { parseArgs } from "node:util";
import { auditReports, lineOf, summaryOf } from "./lib/audit-report.ts";
import { STATE } from "./lib/paths.ts";

// npm run verify:audit [-- --state FOLDER]: holds every organization's audit log against its chain, from the files alone.
const { values } = parseArgs({ options: { state: { type: "string", default: STATE } } });
const reports = [];
for await (const report of auditReports(values.state)) {
  console.log(lineOf(report));
  for (const { kind, id, upTo } of report.findings) {
    console.log(`  ${kind}: ${id === upTo ? `row ${id}` : `rows ${id} to ${upTo}`}`);
  }
  reports.push(report);
}
const { line, good } = summaryOf(reports);
console.log(line);
process.exitCode = good ? 0 : 1;
