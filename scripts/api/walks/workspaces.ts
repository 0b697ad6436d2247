import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

const DOCUMENT = {
  measures: [
    {
      name: "chiffre_affaires",
      label: { fr: "Chiffre d’affaires", en: "Revenue" },
      sql: "sum(montant_ht)",
      source: "ventes_2026",
      format: "currency",
      description: "Hors taxes, sans les avoirs",
      synonyms: { fr: ["CA"], en: ["sales"] },
    },
  ],
  dimensions: [],
  joins: [],
  filters: [],
  glossary: [],
};

/** A workspace with a source, a question and a semantic layer, each from creation over changes and deletion to restoration. */
export const workspaces: Walk = async (go) => {
  const { token } = await register(go, "analyses");
  const created = await go.call("post /workspaces", {
    token,
    body: { title: "Ventes", description: "Chiffres du groupe" },
    save: { WORKSPACE: "id" },
  });
  const workspaceId = pick(created.answer, "id");
  const params = { id: workspaceId };
  await go.call("get /workspaces/{id}", { token, params });
  await go.call("patch /workspaces/{id}", {
    token,
    params,
    body: { version: 1, changes: { title: "Ventes 2026" } },
  });
  const source = await go.call("post /data-sources", {
    token,
    body: {
      workspaceId,
      title: "Ventes 2026",
      table: "ventes_2026",
      kind: "device",
      details: { fileName: "Ventes 2026.csv" },
      columns: [
        { name: "région", kind: "text" },
        { name: "montant_ht", kind: "number", description: "Hors taxes, en euros" },
      ],
      rows: 58_240,
    },
    save: { SOURCE: "id" },
  });
  const question = await go.call("post /questions", {
    token,
    body: {
      workspaceId,
      title: "Ventes par région",
      question: "Quelles sont les ventes par région ?",
      sql: 'SELECT "région", sum(montant_ht) AS ventes FROM ventes_2026 GROUP BY 1 ORDER BY 2 DESC',
      sourceIds: [pick(source.answer, "id")],
      chart: { type: "bar", category: "région", value: "ventes" },
    },
    save: { QUESTION: "id" },
  });
  const layer = await go.call("post /semantic-layers", {
    token,
    body: { workspaceId, document: DOCUMENT },
    save: { LAYER: "id" },
  });
  const each = [
    ["data-sources", pick(source.answer, "id"), { title: "Ventes du groupe" }],
    ["questions", pick(question.answer, "id"), { verified: true }],
    [
      "semantic-layers",
      pick(layer.answer, "id"),
      {
        document: { ...DOCUMENT, glossary: [{ term: "CA", synonyms: [], meaning: "Voir mesure" }] },
      },
    ],
  ] as const;
  for (const [name, id, changes] of each) {
    const at = { id };
    await go.call(`get /${name}`, { token, query: { workspace: workspaceId, limit: "10" } });
    await go.call(`get /${name}/{id}`, { token, params: at });
    await go.call(`patch /${name}/{id}`, { token, params: at, body: { version: 1, changes } });
    await go.call(`delete /${name}/{id}`, { token, params: at });
    await go.call(`post /${name}/{id}/restore`, { token, params: at });
  }
  const versions = { id: pick(layer.answer, "id") };
  await go.call("get /semantic-layers/{id}/versions", { token, params: versions });
  await go.call("get /semantic-layers/{id}/versions/{version}", {
    token,
    params: { ...versions, version: "1" },
  });
  const at = { id: pick(source.answer, "id") };
  await go.call("put /data-sources/{id}/parts/{number}", {
    token,
    params: { ...at, number: "0" },
    body: { data: btoa("region;montant_ht\nNord;12,5\n") },
  });
  await go.call("post /data-sources/{id}/share", {
    token,
    params: at,
    body: { version: 4, bytes: 28, format: "text", reading: "{}" },
  });
  await go.call("get /data-sources/{id}/reading", { token, params: at });
  await go.call("put /data-sources/{id}/reading", {
    token,
    params: at,
    body: {
      version: 5,
      reading: "{}",
      columns: [
        { name: "region", kind: "text" },
        { name: "montant_ht", kind: "number" },
      ],
      rows: 1,
    },
  });
  await go.call("get /data-sources/{id}/file", { token, params: at });
  await go.call("post /data-sources/{id}/unshare", { token, params: at, body: { version: 6 } });
  await go.call("get /workspaces", { token, query: { q: "ventes", limit: "10" } });
  await go.call("delete /workspaces/{id}", { token, params });
  await go.call("post /workspaces/{id}/restore", { token, params });
};
