import { vi } from "vitest";
import type { SignedIn } from "#domain/identity/model.ts";

interface Asked {
  method: string;
  path: string;
  body: unknown;
}

/** A server for component tests: answers by `"method /path"` without the prefix, 404 for the rest. */
export function fakeServer(
  answers: Record<string, (asked: Asked) => Response | Promise<Response>>,
) {
  const asked: Asked[] = [];
  // jsdom has no locks; a test is one tab.
  const locks = { request: (_name: string, work: () => unknown) => work() };
  if (!("locks" in navigator)) Object.defineProperty(navigator, "locks", { value: locks });
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    const method = (init.method ?? "GET").toLowerCase();
    const path = url.replace("/api/v1", "");
    const body = typeof init.body === "string" ? (JSON.parse(init.body) as unknown) : undefined;
    const request = { method, path, body };
    asked.push(request);
    const answer = answers[`${method} ${path.split("?")[0]}`];
    return answer?.(request) ?? problem("route.not_found", 404);
  });
  return asked;
}

/** A problem+json answer. */
export function problem(code: string, status: number, params: object = {}): Response {
  return Response.json({ code, params, requestId: "req_TEST" }, { status });
}

/** What every way in answers. */
export function signedIn(changes: Partial<SignedIn> = {}): SignedIn {
  const role = { id: "rol_1", slug: "owner", name: null };
  return {
    accessToken: "token",
    expiresAt: new Date(Date.now() + 900_000).toISOString(),
    person: {
      id: "usr_1",
      name: "Claire Morvan",
      email: "claire@atelier.fr",
      language: "fr",
      emailVerified: true,
    },
    organization: { id: "org_1", name: "Atelier Morvan" },
    role,
    permissions: ["identity.read", "clients.read", "clients.write", "boards.read"],
    organizations: [{ id: "org_1", name: "Atelier Morvan", role }],
    ...changes,
  };
}
