import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forked } from "../lib/child.ts";

/** What a route answered. */
export interface Answer<T> {
  status: number;
  body: T;
  headers: Headers;
}

/** Our server on fresh state with one organization, and its owner signed in. */
export interface Ours {
  url: string;
  pid: number;
  /** Folder of the built page. */
  web: string;
  email: string;
  password: string;
  permissions: string[];
  /** A fresh access token: each lives 15 minutes, a run may take longer. */
  token(): Promise<string>;
  /** Calls the API as the owner: `call("post /clients", body)`. Path without `/api/v1`. */
  call<T = unknown>(request: string, body?: unknown): Promise<Answer<T>>;
  /** Like `call`, and throws unless the answer is one of success. */
  must<T>(request: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

interface SignedIn {
  accessToken: string;
  permissions: string[];
}

/** Starts our server in a process of its own, on fresh state, and registers an organization. */
export async function startOurs(): Promise<Ours> {
  const state = mkdtempSync(join(tmpdir(), "aetheria-bench-"));
  const email = "claire@bench.test";
  const server = await forked("ours/serve.ts", [state, email]);
  const { url, web, registration } = server.ready as Record<"url" | "web" | "registration", string>;
  const password = randomBytes(24).toString("base64url");
  let token = "";
  async function call<T>(request: string, body?: unknown): Promise<Answer<T>> {
    const [method = "get", path = "/"] = request.split(" ");
    const response = await fetch(`${url}/api/v1${path}`, {
      method: method.toUpperCase(),
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(method === "get" ? {} : { "idempotency-key": randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get("content-type")?.includes("json") ?? false;
    return {
      status: response.status,
      body: (json && text ? JSON.parse(text) : text) as T,
      headers: response.headers,
    };
  }
  async function must<T>(request: string, body?: unknown): Promise<T> {
    const answer = await call<T>(request, body);
    if (answer.status < 300) return answer.body;
    throw new Error(`${request} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(state, { recursive: true, force: true });
  };
  try {
    const person = { name: "Claire Morvan", password, language: "fr" };
    const first = await must<SignedIn>("post /auth/register", {
      token: registration,
      organization: "Atelier Morvan",
      ...person,
    });
    token = first.accessToken;
    return {
      url,
      pid: server.pid,
      web,
      email,
      password,
      permissions: first.permissions,
      call,
      must,
      stop,
      async token() {
        token = (await must<SignedIn>("post /auth/sign-in", { email, password })).accessToken;
        return token;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
