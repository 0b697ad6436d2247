/** Words of notes. */
export const notes = {
  title: "Notes",
  name: "Nom",
  add: "Ajouter",
  empty: { title: "Rien ici pour l’instant", body: "Ajoutez le premier élément." },
};
