import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { build } from "./lib/build.ts";
import { STATE } from "./lib/paths.ts";
import { childrenOf, isWorkerd } from "./lib/processes.ts";
import { sealedFigures } from "./lib/sealed-figures.ts";
import { addDataKey, forgetOldDataKeys } from "./lib/secrets.ts";
import { serve, SWEEP } from "./lib/server.ts";

// npm run secrets:rotate [-- --state FOLDER] [--forget]: a new data key, and everything sealed anew with it, while the server
// runs. --forget drops the old keys afterwards; without it they go on opening what a backup holds.
const { values } = parseArgs({
  options: {
    state: { type: "string", default: STATE },
    forget: { type: "boolean", default: false },
  },
});
const state = resolve(values.state);
const WAIT_MS = 120_000;

function isServed(): boolean {
  try {
    const { pid } = JSON.parse(readFileSync(join(state, "server.json"), "utf8"));
    return childrenOf(pid).some(isWorkerd);
  } catch {
    return false;
  }
}

/** Values that do not bear this key yet. */
function behind(id: string): number {
  let count = 0;
  for (const [key, values_] of sealedFigures(state)) if (key !== id) count += values_;
  return count;
}

const running = isServed();
const total = [...sealedFigures(state).values()].reduce((sum, n) => sum + n, 0);
const id = addDataKey(state);
console.log(
  `New key ${id}; ${total} sealed values; ${running ? "the server runs" : "no server runs"}`,
);
if (!running) {
  const server = await serve({ build: await build({ types: false }), state, port: 0 });
  await server.cron(SWEEP);
  await server.stop();
}
const until = Date.now() + WAIT_MS;
let last = -1;
for (let left = behind(id); left > 0 && Date.now() < until; left = behind(id)) {
  if (left !== last) console.log(`${left} left`);
  last = left;
  await sleep(250);
}
const left = behind(id);
if (left === 0 && values.forget) {
  // A server that has not taken up the new key by now would lose what it reads.
  if (running && total === 0) await sleep(2_000);
  console.log(`Forgotten: ${forgetOldDataKeys(state).join(", ") || "nothing"}`);
}
console.log(`${total} sealed values, ${total - left} under ${id}, ${left} left`);
process.exitCode = left === 0 ? 0 : 1;
