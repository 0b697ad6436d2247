/** Words of the log for connections to databases. */
export const auditConnections = {
  actions: {
    "connection.created": "Connexion à une base créée",
    "connection.updated": "Connexion à une base modifiée",
    "connection.deleted": "Connexion à une base supprimée",
  },
  accesses: { "connection.queried": "Base de données interrogée" },
  entities: { connection: "Connexion à une base" },
  fields: {
    place: "Adresse",
    user: "Identifiant",
    tls: "Chiffrement",
    writerAccepted: "Droits d’écriture acceptés",
    passwordSetAt: "Mot de passe saisi le",
    connectionId: "Id de la connexion",
    connection: "Connexion",
    sql: "SQL",
    outcome: "Issue",
    ms: "Durée en ms",
  },
} as const;
