/** Files that are no CSV: workbooks, JSON, Parquet, pasted tables, several at once. */
export const analyticsFiles = {
  sheet: "Feuille",
  list: "Liste",
  typed: "Le fichier dit lui-même ses colonnes et leurs types.",
  locked: "Ce fichier est protégé",
  lockedBody: "Retirez son mot de passe dans le logiciel qui l’a écrit, puis déposez-le à nouveau.",
  damaged: "Ce fichier est abîmé ou incomplet",
  damagedBody: "Sa fin manque, ou son contenu n’est pas ce que son nom annonce. Refaites l’export.",
  tooLargeBody:
    "Un classeur ou du JSON doit tenir en mémoire d’un coup. Enregistrez les mêmes données en CSV ou en Parquet.",
};
