/** A person of the demo firm. `key` is how cards and clients name them. */
export interface DemoPerson {
  key: string;
  name: string;
  email: string;
  role: "owner" | "admin" | "manager" | "member" | "viewer";
}

export const FIRM = "Atelier Morvan";

/** Nine people of an engineering office in Lyon. The first owns the organization and registers it. */
export const PEOPLE: readonly DemoPerson[] = [
  person("CM", "Claire Morvan", "owner"),
  person("KB", "Karim Benali", "member"),
  person("SL", "Solène Le Goff", "manager"),
  person("TG", "Thomas Girard", "member"),
  person("HL", "Hugo Lefèvre", "member"),
  person("IR", "Inès Roussel", "admin"),
  person("MP", "Mathilde Perrin", "viewer"),
  person("NA", "Nadia Amrani", "member"),
  person("PV", "Paul Vidal", "member"),
];

function person(key: string, name: string, role: DemoPerson["role"]): DemoPerson {
  const plain = name
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();
  const email = `${plain.replace(" ", ".").replaceAll(" ", "-")}@atelier-morvan.example`;
  return { key, name, email, role };
}
