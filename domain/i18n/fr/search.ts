/** Words of the palette’s commands and of record search. */
export const search = {
  placeholder: "Rechercher ou agir",
  field: "Rechercher",
  groups: {
    records: "Fiches",
    go: "Aller à",
    actions: "Actions",
    people: "Personnes",
  },
  kinds: { dashboard: "Tableau de bord", note: "Note", client: "Client", board: "Tableau", card: "Carte" },
  open: "Ouvrir",
  copyLink: "Copier le lien",
  newClient: "Nouveau client",
  newNote: "Nouvelle note",
  newBoard: "Nouveau tableau",
  importCsv: "Importer un CSV",
  themeLight: "Passer en clair",
  themeDark: "Passer en sombre",
  themeSystem: "Suivre l’appareil",
  language: "Read in English",
  signOut: "Se déconnecter",
  switchTo: (organization: string) => `Passer à ${organization}`,
};
