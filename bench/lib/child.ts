import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "#scripts/lib/paths.ts";

/** A program of the bench in a process of its own: servers and load each get a core's chance. */
export interface Child {
  pid: number;
  /** What it said when it was ready. */
  ready: Record<string, unknown>;
  /** Sends a question and waits for the next message. */
  ask(question: unknown): Promise<unknown>;
  /** Waits for a further message. */
  next(): Promise<unknown>;
  /** Ends it by its id: politely, after three seconds for good. */
  stop(): Promise<void>;
}

/** Longest a program may take to its first message or to an answer. Milliseconds. */
const PATIENCE = 240_000;

/**
 * Forks a script of bench/ with Node's pinned binary and waits for its first message.
 * @param script path below bench/.
 * @throws with the last words of the program when it ends instead.
 */
export async function forked(script: string, args: string[] = []): Promise<Child> {
  const child = fork(join(ROOT, "bench", script), args, {
    cwd: ROOT,
    execPath: process.execPath,
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  // Logs are written as in production and thrown away: a full pipe would stop the writer.
  child.stdout?.resume();
  const ended = new Promise<never>((_, reject) => {
    child.once("exit", (code) => reject(new Error(`bench/${script} ended (${code}):\n${said}`)));
  });
  ended.catch(() => undefined);
  const message = (): Promise<unknown> =>
    Promise.race([
      ended,
      timely(child, script),
      new Promise((resolve) => child.once("message", resolve)),
    ]);
  const ready = (await message()) as Record<string, unknown>;
  return {
    pid: child.pid ?? 0,
    ready,
    async ask(question) {
      const answer = message();
      child.send(question as object);
      return await answer;
    },
    next: message,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const forGood = setTimeout(() => child.kill("SIGKILL"), 3_000);
      await gone;
      clearTimeout(forGood);
    },
  };
}

function timely(child: ChildProcess, script: string): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`bench/${script} took too long`)), PATIENCE);
    timer.unref();
    child.once("message", () => clearTimeout(timer));
  });
}
