/** Why a file could not be taken, and what to do about it. */
export const analyticsRefused = {
  empty: "Ce fichier est vide",
  emptyBody: "Il ne contient aucune ligne. Vérifiez l’export, puis déposez-le à nouveau.",
  binary: "Ce fichier n’est pas un tableau",
  binaryBody:
    "Il ne contient pas de données que l’on puisse lire. Déposez un fichier CSV, TSV, Excel, JSON ou Parquet.",
  archive: "Ce fichier est compressé",
  archiveBody: "Décompressez-le, puis déposez le fichier qu’il contient.",
  markup: "Ce fichier est une page web ou du XML",
  markupBody:
    "L’export a peut-être renvoyé une page de connexion. Sinon, ouvrez-le dans un tableur et enregistrez-le au format CSV.",
  prose: "Ce fichier ne ressemble pas à un tableau",
  proseBody:
    "Ses lignes se lisent comme des phrases. Choisissez le séparateur s’il y en a un, ou un autre fichier.",
  changed: "Le fichier ne se lit plus",
  changedBody: "Il a été modifié, déplacé ou supprimé depuis son choix. Choisissez-le à nouveau.",
  tooLarge: (size: string) => `Ce fichier est trop grand : ${size}`,
  tooLargeBody: (limit: string) =>
    `Le navigateur peut lire jusqu’à ${limit}. Découpez l’export, par exemple par année.`,
  failed: "Ce fichier n’a pas pu être lu",
  failedBody: "Changez le séparateur ou l’encodage, ou vérifiez le fichier. Rien n’a été modifié.",
  gone: "Le fichier n’est plus là",
  goneBody: "La page a été rechargée avant la fin de l’import. Choisissez le fichier à nouveau.",
  another: "Choisir un autre fichier",
  storage: "Le fichier est lu, mais n’a pas pu être gardé",
  storageBody: "L’espace du navigateur est plein ou interdit. Libérez de la place et recommencez.",
};
