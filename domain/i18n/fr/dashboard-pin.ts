/** Mots pour épingler une réponse à un tableau de bord. */
export const dashboardPin = {
  title: "Épingler à un tableau de bord",
  body: "La réponse y devient un widget, recalculé sur les données du moment.",
  submit: "Épingler",
  workspace: "Espace",
  newWorkspace: "Nouvel espace pour ce fichier",
  dashboard: "Tableau de bord",
  newDashboard: "Nouveau tableau de bord",
  dashboardTitle: "Titre du tableau de bord",
  untitled: "Tableau de bord",
  widgetTitle: "Titre du widget",
  pinned: (title: string, dashboard: string) => `« ${title} » épinglé à « ${dashboard} »`,
  open: "Ouvrir",
};
