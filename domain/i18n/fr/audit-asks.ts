/** Mots du journal d’audit pour les questions posées à Claude. */
export const auditAsks = {
  actions: {
    "ask.asked": "Question posée à Claude",
    "ask.rows_sent": "Lignes envoyées à Claude avec accord",
  },
  entities: { ask: "Question à Claude" },
  fields: { model: "Modèle", rowsSent: "Lignes envoyées" },
};
