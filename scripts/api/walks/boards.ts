import { newId } from "#domain/ids.ts";
import { pick, type Walk, type Walker } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

/** The card goes to another board: made there by an op, then given what its original has. */
async function bring(go: Walker, token: string, from: { id: string; card: string }) {
  const made = await go.call("post /boards", { token, body: { title: "Chantier Nord" } });
  const id = pick(made.answer, "id");
  const there = await go.call("get /boards/{id}/cards", { token, params: { id } });
  const card = newId("crd");
  const place = { column: pick(there.answer, "columns.0.id"), after: null, before: null };
  const op = { kind: "card.create", card, ...place, fields: { title: "Ferraillage du voile" } };
  await go.call("post /boards/{id}/ops", { token, params: { id }, body: { ops: [op] } });
  await go.call("post /boards/{id}/cards/{card}/bring", {
    token,
    params: { id, card },
    body: { from: { board: from.id, card: from.card } },
  });
}

/** What is said about a card, a file on it, and its history. */
async function talk(go: Walker, token: string, params: { id: string; card: string }) {
  const file = newId("fil");
  const ofFile = { id: params.id, file };
  const about = { name: "plan.png", size: 3, type: "image/png" };
  await go.call("put /boards/{id}/files/{file}/parts/{number}", {
    token,
    params: { ...ofFile, number: "0" },
    body: { data: "AAAA" },
  });
  await go.call("post /boards/{id}/files/{file}", { token, params: ofFile, body: about });
  const said = { kind: "comment.create", comment: newId("cmt"), card: params.card };
  await go.call("post /boards/{id}/ops", {
    token,
    params: { id: params.id },
    body: {
      ops: [
        {
          kind: "card.update",
          card: params.card,
          set: {},
          files: { add: [{ id: file, ...about }] },
        },
        { ...said, text: "Le voile **file 4** demande HA14 tous les 15 cm." },
      ],
    },
  });
  await go.call("get /boards/{id}/files/{file}", { token, params: ofFile });
  const face = { token, params: ofFile, body: { data: "AAAA" } };
  await go.call("put /boards/{id}/files/{file}/face", face);
  await go.call("get /boards/{id}/files/{file}/face", { token, params: ofFile });
  await go.call("get /boards/{id}/cards/{card}/files", { token, params });
  await go.call("get /boards/{id}/links", { token, params: { id: params.id } });
  await bring(go, token, params);
  await go.call("get /boards/{id}/cards/{card}/comments", { token, params });
  await go.call("get /boards/{id}/cards/{card}/history", { token, params, query: { limit: "2" } });
}

/** A board, a card on it that moves on, the list of tasks, then the archive. */
export const boards: Walk = async (go) => {
  const { token } = await register(go, "tableaux");
  const created = await go.call("post /boards", {
    token,
    body: { title: "Études & chantiers", prefix: "EC" },
    save: { BOARD: "id" },
  });
  const params = { id: pick(created.answer, "id") };
  await go.call("get /boards", { token });
  await go.call("get /boards/{id}", { token, params });
  const empty = await go.call("get /boards/{id}/cards", {
    token,
    params,
    save: { BACKLOG: "columns.0.id", TODO: "columns.1.id" },
  });
  const card = newId("crd");
  const nowhere = { after: null, before: null };
  await go.call("post /boards/{id}/ops", {
    token,
    params,
    body: {
      ops: [
        {
          kind: "card.create",
          card,
          column: pick(empty.answer, "columns.0.id"),
          ...nowhere,
          fields: { title: "Note de calcul sismique", priority: "urgent", dueOn: "2030-01-15" },
        },
        { kind: "card.move", card, column: pick(empty.answer, "columns.1.id"), ...nowhere },
      ],
    },
  });
  await go.call("post /boards/{id}/ops", {
    token,
    params,
    body: {
      ops: [
        {
          kind: "card.update",
          card,
          set: { cover: "c2" },
          tags: { add: ["EXE"], remove: [] },
          checklists: { [newId("lst")]: { name: "Avant envoi" } },
        },
        { kind: "tag.color", tag: "EXE", color: "c3" },
        { kind: "card.archive", card },
      ],
    },
  });
  await go.call("get /boards/{id}/archive", { token, params, query: { q: "sismique" } });
  await go.call("post /boards/{id}/ops", {
    token,
    params,
    body: { ops: [{ kind: "card.unarchive", card }] },
  });
  const config = {
    layout: "table" as const,
    filter: { text: "", assignees: [], priorities: [], clients: [], tags: [], due: [], state: [] },
    lanes: "none" as const,
    sort: { column: "due" as const, descending: false },
    span: "month" as const,
  };
  const view = { id: params.id, view: newId("bvw") };
  const named = { name: "Par échéance", shared: true, config };
  await go.call("put /boards/{id}/views/{view}", {
    token,
    params: view,
    body: { version: null, ...named },
    save: { VIEW: "id" },
  });
  await go.call("put /boards/{id}/default-view", {
    token,
    params: { id: params.id },
    body: { view: view.view },
  });
  await go.call("get /boards/{id}/views", { token, params: { id: params.id } });
  await go.call("delete /boards/{id}/views/{view}", { token, params: view });
  const template = { id: params.id, template: newId("tpl") };
  await go.call("put /boards/{id}/templates/{template}", {
    token,
    params: template,
    body: {
      version: null,
      name: "Visa",
      title: "Visa : plans",
      description: "Plans et notes de calcul à viser.",
      priority: "high",
      tags: ["Béton"],
      cover: "c4",
      dueIn: 10,
      checklists: [{ name: "Avant envoi", items: ["Relire", "Signer"] }],
    },
    save: { TEMPLATE: "id" },
  });
  await go.call("get /boards/{id}/templates", { token, params: { id: params.id } });
  await go.call("delete /boards/{id}/templates/{template}", { token, params: template });
  await go.call("get /boards/{id}/export.json", { token, params });
  await go.call("get /boards/{id}/export.csv", { token, params, query: { language: "en" } });
  await talk(go, token, { id: params.id, card });
  await go.call("get /tasks", { token });
  const made = await go.call("post /tasks", {
    token,
    body: { boardId: params.id, title: "Plans d’exécution", status: "todo", tags: ["Béton"] },
    save: { TASK: "id" },
  });
  const task = { id: pick(made.answer, "id") };
  await go.call("get /tasks/{id}", { token, params: task });
  await go.call("patch /tasks/{id}", {
    token,
    params: task,
    body: {
      version: (made.answer as { version: number }).version,
      changes: { status: "in_progress" },
    },
  });
  await go.call("delete /tasks/{id}", { token, params: task });
  await go.call("post /tasks/{id}/restore", { token, params: task });
  await go.call("patch /boards/{id}", {
    token,
    params,
    body: { version: 1, changes: { title: "Études & chantiers – T4" } },
  });
  const kept = await go.call("post /boards/{id}/backups", { token, params, body: {} });
  const backup = pick(kept.answer, "id");
  await go.call("get /boards/{id}/backups", { token, params });
  await go.call("post /boards/{id}/backups/{backup}/restore", {
    token,
    params: { ...params, backup },
    body: {},
  });
  await go.call("post /boards/{id}/archive", { token, params, body: { version: 3 } });
  await go.call("post /boards/{id}/restore", { token, params, body: { version: 4 } });
  await imports(go, token);
};

/** A file's cards become a board, which is then taken back. */
async function imports(go: Parameters<Walk>[0], token: string): Promise<void> {
  const column = newId("col");
  const todo = { id: column, name: "À faire", category: "todo", wipLimit: null, isNew: true };
  const started = await go.call("post /board-imports", {
    token,
    body: {
      source: "trello",
      fileName: "chantier.json",
      boardId: null,
      title: "Chantier Quimper",
      columns: [todo],
      tags: [{ tag: "Permis", color: "c6" }],
      total: 1,
      parts: 1,
    },
    save: { IMPORT: "id" },
  });
  const params = { id: pick(started.answer, "id") };
  const fields = {
    title: "Déposer le permis",
    description: "Mairie de Quimper",
    priority: "high",
    dueOn: "2030-01-15",
    clientId: null,
    tags: ["Permis"],
    assigneeIds: [],
  };
  const card = newId("crd");
  const line = { id: newId("itm"), text: "Plans", done: true, assigneeId: null, dueOn: null };
  const checklists = [{ id: newId("lst"), name: "Pièces", items: [line] }];
  const imported = { name: "Yann Tanguy", at: "2029-11-03T08:00:00.000Z" };
  const comments = [{ id: newId("cmt"), card, text: "Vu avec la mairie.", imported }];
  await go.call("put /board-imports/{id}/parts/{number}", {
    token,
    params: { ...params, number: "0" },
    body: { cards: [{ card, row: 1, column, fields, checklists }], comments },
  });
  await go.call("post /board-imports/{id}/run", { token, params });
  await go.call("get /board-imports/{id}", { token, params });
  await go.call("get /board-imports", { token });
  await go.call("post /board-imports/{id}/undo", { token, params });
  await go.call("post /board-imports/{id}/run", { token, params });
  const stopped = await go.call("post /board-imports", {
    token,
    body: {
      source: "csv",
      fileName: "cartes.csv",
      boardId: null,
      title: "Trop tôt",
      columns: [{ ...todo, id: newId("col") }],
      total: 1,
    },
  });
  const other = { id: pick(stopped.answer, "id") };
  await go.call("post /board-imports/{id}/cancel", { token, params: other });
}
