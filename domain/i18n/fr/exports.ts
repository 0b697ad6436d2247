/** Words of the page of an organization's data: its export, and what becomes of it. */
export const exports = {
  title: "Données",
  section: {
    title: "Exporter toute l’entreprise",
    lead: "Une archive ZIP de tout ce que l’entreprise possède ici, à garder ou à restaurer dans une nouvelle entreprise.",
  },
};
