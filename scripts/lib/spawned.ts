import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Person } from "./control.ts";
import { ROOT } from "./paths.ts";

/** A server in a process group of its own, for journeys, fault tests and bench. */
export interface SpawnedServer {
  url: string;
  pid: number;
  /** A one-time sign-in link for the person with that email. */
  link(email: string): Promise<string>;
  /** The demo people of the first organization. */
  people(): Promise<Person[]>;
  /** Ends it as Ctrl+C would. */
  stop(): Promise<void>;
  /** SIGKILL to Node and workerd together, as a power cut would: nothing gets to flush. */
  kill(): Promise<void>;
}

interface Message {
  ready?: string;
  people?: Person[];
  email?: string;
  link?: string;
  error?: string;
}

/**
 * Starts scripts/serve.ts on a state folder and answers when it takes requests. Port 0 takes a free one; `build` is a
 * folder of .build, else the sources are built as they stand.
 */
export async function spawnServer(options: {
  state: string;
  port?: number;
  build?: string;
}): Promise<SpawnedServer> {
  const args = ["--state", options.state, "--port", String(options.port ?? 0)];
  if (options.build !== undefined) args.push("--build", options.build);
  const child = fork(join(ROOT, "scripts/serve.ts"), args, {
    cwd: ROOT,
    execPath: join(ROOT, "node_modules/node/bin/node"),
    execArgv: [],
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-8_000)));
  }
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await Promise.race([
    answer(child, (message) => message.ready),
    ended.then(() => Promise.reject(new Error(`The server ended before it was ready:\n${said}`))),
  ]);
  const pid = child.pid ?? 0;
  return {
    url,
    pid,
    link: async (email) => {
      const minted = answer(child, (message) =>
        message.email === email ? (message.link ?? message.error) : undefined,
      );
      child.send({ link: email });
      const link = await minted;
      if (!link.startsWith("http")) throw new Error(link);
      return link;
    },
    people: async () => {
      const told = answer(child, (message) => message.people);
      child.send({ people: true });
      return told;
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
    kill: async () => {
      process.kill(-pid, "SIGKILL");
      await ended;
    },
  };
}

function answer<T>(child: ChildProcess, pick: (message: Message) => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const listen = (message: Message): void => {
      const picked = pick(message);
      if (picked === undefined) return;
      child.off("message", listen);
      resolve(picked);
    };
    child.on("message", listen);
  });
}
