import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { Permission } from "#domain/permissions.ts";

interface Words {
  fr: string;
  en: string;
}

/** A column of the organization's own data. With a `key`, it is there for those who hold it alone. */
export interface OwnColumn {
  name: string;
  kind: ColumnKind;
  label: Words;
  key?: Permission;
}

/**
 * Data of the organization that analyses read as a table: who may, what its columns are, and the topic of live events that says it
 * changed. A later feature adds one entry here, its route in
 * api.ts and one query that
 * worker/features/own-data/extracts.ts names.
 */
export interface OwnData {
  /** Its address, and its first name in SQL. */
  name: string;
  title: Words;
  permission: Permission;
  topic: string;
  columns: readonly OwnColumn[];
}

const column = (name: string, kind: ColumnKind, fr: string, en: string): OwnColumn => ({
  name,
  kind,
  label: { fr, en },
});
const dated = [
  column("created_at", "timestamp", "Créé le", "Created"),
  column("updated_at", "timestamp", "Modifié le", "Updated"),
];
const exported = (own: OwnColumn): OwnColumn => ({ ...own, key: "clients.export" });

export const OWN_DATA = [
  {
    name: "clients",
    title: { fr: "Clients", en: "Clients" },
    permission: "clients.read",
    topic: "clients",
    columns: [
      column("id", "text", "Identifiant", "Id"),
      column("company", "text", "Entreprise", "Company"),
      column("contact", "text", "Contact", "Contact"),
      column("status", "text", "Statut", "Status"),
      column("stage", "text", "Étape", "Stage"),
      column("stage_since", "date", "Étape depuis", "Stage since"),
      column("priority", "text", "Priorité", "Priority"),
      column("sector", "text", "Secteur", "Sector"),
      column("size", "text", "Taille", "Size"),
      column("next_action", "text", "Prochaine action", "Next action"),
      column("next_action_on", "date", "Échéance", "Due date"),
      column("owner_id", "text", "Responsable", "Owner"),
      column("estimated_amount", "number", "Montant estimé (€)", "Estimated amount (€)"),
      exported(column("email", "text", "E-mail", "Email")),
      exported(column("phone", "text", "Téléphone", "Phone")),
      ...dated,
    ],
  },
  {
    name: "tasks",
    title: { fr: "Tâches", en: "Tasks" },
    permission: "boards.read",
    topic: "boards",
    columns: [
      column("id", "text", "Identifiant", "Id"),
      column("number", "integer", "Numéro", "Number"),
      column("title", "text", "Titre", "Title"),
      column("board", "text", "Tableau", "Board"),
      column("column", "text", "Colonne", "Column"),
      column("category", "text", "Avancement", "Progress"),
      column("priority", "text", "Priorité", "Priority"),
      column("due_on", "date", "Échéance", "Due date"),
      column("client_id", "text", "Client", "Client"),
      column("tags", "text", "Étiquettes", "Tags"),
      column("assignees", "integer", "Personnes", "People"),
      column("checks", "integer", "Points de contrôle", "Checklist items"),
      column("checks_done", "integer", "Points faits", "Items done"),
      ...dated,
    ],
  },
  {
    name: "notes",
    title: { fr: "Notes de réunion", en: "Meeting notes" },
    permission: "notes.read",
    topic: "notes",
    columns: [
      column("id", "text", "Identifiant", "Id"),
      column("title", "text", "Titre", "Title"),
      column("held_on", "date", "Date de la réunion", "Meeting date"),
      column("client_id", "text", "Client", "Client"),
      column("people", "integer", "Participants", "Attendees"),
      ...dated,
    ],
  },
] as const satisfies readonly OwnData[];

export type OwnDataName = (typeof OWN_DATA)[number]["name"];
