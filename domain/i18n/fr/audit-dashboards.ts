/** Mots du journal d’audit pour les tableaux de bord. */
export const auditDashboards = {
  actions: {
    "dashboard.created": "Tableau de bord créé",
    "dashboard.updated": "Tableau de bord modifié",
    "dashboard.deleted": "Tableau de bord supprimé",
    "dashboard.restored": "Tableau de bord restauré",
    "widget.created": "Widget ajouté",
    "widget.updated": "Widget modifié",
    "widget.deleted": "Widget retiré",
    "widget.restored": "Widget restauré",
    "dashboard_version.kept": "Version gardée",
  },
  entities: {
    dashboard_version: "Version d’un tableau de bord",
    dashboard: "Tableau de bord",
    widget: "Widget",
  },
  fields: {
    workspaceId: "Espace",
    dashboardId: "Tableau de bord",
    parameters: "Filtres",
    kind: "Genre",
    sql: "SQL",
    sourceIds: "Sources",
    chart: "Graphique",
    layout: "Place",
  },
};
