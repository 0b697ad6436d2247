// Forgets everything that `npm start` made on this machine: organizations, files, secrets. Plain Node, nothing installed.
import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

function running() {
  try {
    const { pid } = JSON.parse(readFileSync(`${root}.state/server.json`, "utf8"));
    process.kill(pid, 0);
    return pid;
  } catch {
    return 0;
  }
}

const pid = running();
if (pid) {
  console.error(`Aetheria is running (process ${pid}). Stop it first with Ctrl+C.`);
  process.exit(1);
}
for (const path of [".state", ".dev.vars"]) rmSync(root + path, { recursive: true, force: true });
console.log("Local state is gone. npm start makes a new demo.");
