/** Words of taking the audit log out, and of the heads of its CSV. */
export const auditExport = {
  export: { label: "Exporter", csv: "CSV pour tableur", json: "JSON", done: "Export prêt" },
  csv: {
    at: "Date (UTC)",
    actor: "Auteur",
    actorId: "Id de l’auteur",
    kind: "Par",
    action: "Action",
    entity: "Élément",
    label: "Nom",
    recordId: "Id",
    changes: "Modifications",
    change: (field: string, before: string, after: string) => `${field} : ${before} → ${after}`,
    address: "Adresse réseau",
    requestId: "Requête",
  },
};
