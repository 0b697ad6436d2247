/** The organization’s own data as sources of analyses. */
export const ownData = {
  title: "Données de l’organisation",
};
