import { OpenAPIHono } from "@hono/zod-openapi";
import { fail } from "#domain/errors.ts";
import type { Bound } from "#worker/platform/bind.ts";
import { referencePage } from "#worker/platform/reference/page.ts";
import { REFERENCE_STYLE } from "#worker/platform/reference/style.ts";
import {
  apiHeaders,
  bodyLimit,
  crossSite,
  encryptedOnly,
  outerLimit,
  requestLog,
} from "./guards.ts";
import { problemOf } from "./problem.ts";
import type { AppEnv } from "./vars.ts";

const TITLE = { title: "Aetheria API", version: "1.0.0" };

/** `/clients/{id}` → `/clients/:id`. */
function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}

/** The generator leaves the flags of an expression behind: `^x$/u`. In JSON Schema a pattern is Unicode and has none. */
function plainPattern(key: string, value: unknown): unknown {
  return key === "pattern" && typeof value === "string" ? value.replace(/\/[a-z]+$/, "") : value;
}

/** Builds the API out of its bound routes: middleware in order, one handler a route, the OpenAPI document. */
export function mountApi(routes: readonly Bound[]): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  app.onError(problemOf);
  app.use(requestLog, apiHeaders, encryptedOnly, crossSite, bodyLimit, outerLimit);
  for (const bound of routes) {
    app.openAPIRegistry.registerPath(bound.route.openapi);
    app.on(bound.route.method.toUpperCase(), honoPath(bound.route.path), (c) => bound.answer(c));
  }
  app.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "Access token (JWT) or API token (aet_…, where x-api-tokens is true)",
  });
  app.get("/openapi.json", (c) => {
    const about = { openapi: "3.1.0", info: TITLE, servers: [{ url: "/api/v1" }] };
    const text = JSON.stringify(app.getOpenAPI31Document(about), plainPattern);
    return c.body(text, 200, { "content-type": "application/json" });
  });
  app.get("/docs", (c) => {
    c.header(
      "content-security-policy",
      "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    return c.html(referencePage(routes.map((bound) => bound.route)));
  });
  app.get("/docs.css", (c) => c.body(REFERENCE_STYLE, 200, { "content-type": "text/css" }));
  app.all("*", () => fail("route.not_found"));
  return app;
}
