import { parseArgs } from "node:util";
import { STATE } from "./lib/paths.ts";
import { addStaff, listStaff, removeStaff } from "./lib/support-staff.ts";

// npm run support:staff -- add EMAIL | remove EMAIL | list [--state FOLDER]: which accounts are of Aetheria's support. Works
// beside a running server: a mark counts from the next request on. In production the same rows are written with
// wrangler d1 execute (docs/decisions/0019-support-access.md).
const { values, positionals } = parseArgs({
  options: { state: { type: "string", default: STATE } },
  allowPositionals: true,
});
const [act, email = ""] = positionals;
const { state } = values;

try {
  if (act === "add") console.log(addStaff(state, email, new Date().toISOString()));
  else if (act === "remove") console.log(removeStaff(state, email));
  else if (act !== "list")
    throw new Error("Say what to do: npm run support:staff -- add EMAIL | remove EMAIL | list");
  const staff = listStaff(state);
  for (const { email: address, name, factor } of staff)
    console.log(
      `${address}  ${name}${factor ? "" : "  (no second factor yet: can't use an access)"}`,
    );
  console.log(`${staff.length} ${staff.length === 1 ? "account" : "accounts"} of support`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
