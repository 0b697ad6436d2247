import { html, raw } from "hono/html";
import type { z } from "zod";
import { ERRORS } from "#domain/errors.ts";
import type { AnyRoute } from "#domain/route.ts";
import { fieldsOf, jsonSchema, type Field } from "./fields.ts";

type Html = ReturnType<typeof html>;

function table(title: string, fields: readonly Field[]): Html {
  if (fields.length === 0) return html``;
  return html`<h4>${title}</h4>
    <div class="scroll" tabindex="0" role="region" aria-label="${title}">
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Type</th>
            <th scope="col">Rules</th>
          </tr>
        </thead>
        <tbody>
          ${fields.map(
            (field) =>
              html`<tr>
                <td><code>${field.name}</code>${field.required ? "" : html` <i>optional</i>`}</td>
                <td><code>${field.type}</code></td>
                <td>${field.rules}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function schemaTable(title: string, schema: z.ZodType | undefined, io: "input" | "output"): Html {
  return schema ? table(title, fieldsOf(jsonSchema(schema, io))) : html``;
}

function curl(route: AnyRoute): string {
  const lines = [`curl -X ${route.method.toUpperCase()} "$BASE/api/v1${route.path}"`];
  if (route.permission !== "public") lines.push(`-H "Authorization: Bearer $TOKEN"`);
  if (route.idempotencyKey) lines.push(`-H "Idempotency-Key: $(uuidgen)"`);
  if (route.body) lines.push(`-H "Content-Type: application/json"`, `-d '{…}'`);
  return lines.join(" \\\n  ");
}

function section(route: AnyRoute): Html {
  const id = route.openapi.operationId ?? "";
  const access =
    route.permission === "public"
      ? "No session needed."
      : route.permission === "member"
        ? "Any member of the organization."
        : html`Needs <code>${route.permission}</code>.`;
  const people = route.permission !== "public" && !route.tokens ? " Not with an API token." : "";
  const errors = (route.errors ?? []).map(
    (code) => html`<li><code>${ERRORS[code]} ${code}</code></li>`,
  );
  return html`<section id="${id}" aria-labelledby="${id}-head">
    <h3 id="${id}-head">
      <b class="${route.method}">${route.method.toUpperCase()}</b> <code>${route.path}</code>
    </h3>
    <p>${route.summary}. ${access}${people}</p>
    <pre tabindex="0">${curl(route)}</pre>
    ${schemaTable("Path", route.params, "input")} ${schemaTable("Query", route.query, "input")}
    ${schemaTable("Body", route.body, "input")}
    ${route.status === 204 ? "" : schemaTable(`Answer ${route.status}`, route.output, "output")}
    ${
      errors.length > 0
        ? html`<h4>Errors of its own</h4>
            <ul>
              ${errors}
            </ul>`
        : ""
    }
  </section>`;
}

function groupOf(route: AnyRoute): string {
  return route.path.split("/")[1] ?? "";
}

/** The API reference as one page without scripts, made from the route definitions alone. */
export function referencePage(routes: readonly AnyRoute[]): Html {
  const groups = [...Map.groupBy(routes, groupOf)];
  return html`${raw("<!doctype html>")}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Aetheria API reference</title>
        <link rel="stylesheet" href="/api/v1/docs.css" />
      </head>
      <body>
        <nav aria-label="Routes">
          <a class="brand" href="#top">Aetheria API</a>
          ${groups.map(
            ([name, list]) =>
              html`<h2>${name}</h2>
                <ul>
                  ${list.map(
                    (route) =>
                      html`<li>
                        <a href="#${route.openapi.operationId}"
                          ><b class="${route.method}">${route.method.toUpperCase()}</b>
                          ${route.path}</a
                        >
                      </li>`,
                  )}
                </ul>`,
          )}
        </nav>
        <main id="top">
          <h1>API reference</h1>
          <p>
            ${routes.length} routes under <code>/api/v1</code>, JSON in and out. Errors are
            <code>application/problem+json</code> with <code>code</code>, <code>params</code> and
            <code>requestId</code>. Mutations take an <code>Idempotency-Key</code>: a repeated key
            gets the first answer. The machine-readable document is
            <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).
          </p>
          ${routes.map(section)}
        </main>
      </body>
    </html>`;
}
