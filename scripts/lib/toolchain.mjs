// Runs on any Node from 20 on, before anything is installed: no imports but node's own, no types.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const OLDEST = 20;

/** Offline, a refused registry and an unknown host all look like one of these in npm's output. */
const NO_NETWORK =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED)\b/;

/**
 * Installs what package-lock.json says when node_modules does not hold it, then runs a TypeScript
 * script of this folder with the pinned Node, handing it the arguments, the signals and the terminal.
 * @param {string} script file name in scripts/
 * @param {string[]} args
 */
export async function handOver(script, args = process.argv.slice(2)) {
  checkNode(process.versions.node);
  if (!installed(ROOT)) await install();
  const node = join(ROOT, "node_modules/node/bin/node");
  if (!existsSync(node)) {
    stop(
      "The pinned Node is missing from node_modules: install scripts seem to be switched off.",
      "Run: npm ci --ignore-scripts=false",
    );
  }
  const path = `${join(ROOT, "node_modules/.bin")}:${process.env.PATH ?? ""}`;
  const env = { ...process.env, PATH: path };
  const child = spawn(node, [join(ROOT, "scripts", script), ...args], {
    cwd: ROOT,
    env,
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  stopWithNpm(() => child.kill("SIGTERM"));
  child.on("error", (error) => stop(`The pinned Node did not start: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
}

/**
 * npm runs scripts in a shell, which ends by a SIGTERM without handing it on: whoever it leaves behind stops as well.
 * @param {() => void} end
 */
function stopWithNpm(end) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 300);
  watch.unref();
}

/** @param {string} version */
export function checkNode(version) {
  if (Number(version.split(".")[0]) >= OLDEST) return;
  stop(`Node ${version} is too old: Aetheria needs Node ${OLDEST} or later.`);
}

/**
 * True when every package of package-lock.json stands in node_modules in that version. Packages for
 * another platform are optional and may be absent.
 * @param {string} root
 */
export function installed(root) {
  const found = packages(join(root, "node_modules/.package-lock.json"));
  if (!found) return false;
  const wanted = packages(join(root, "package-lock.json")) ?? {};
  return Object.entries(wanted).every(
    ([path, one]) =>
      path === "" || (found[path] ? found[path].version === one.version : one.optional),
  );
}

/** @param {string} file */
function packages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

async function install() {
  console.log("Installing the packages of package-lock.json (npm ci)…");
  const child = spawn(
    "npm",
    ["ci", "--include=dev", "--loglevel=error", "--no-audit", "--no-fund"],
    {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "pipe"],
    },
  );
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
    process.stderr.write(chunk);
  });
  const code = await new Promise((done) => {
    child.on("error", (error) => {
      said += error.message;
      done(1);
    });
    child.on("close", done);
  });
  if (code === 0) return;
  if (NO_NETWORK.test(said)) {
    stop(
      "The package registry cannot be reached.",
      "The first start needs the network once; later starts do not. Check the connection or npm's proxy, then run the command again.",
    );
  }
  stop("npm ci failed: its own message stands above.");
}

/** @param {string[]} lines @returns {never} */
function stop(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}
