/** Imports de tableaux : la page, ce que l’essai montre, les problèmes par ligne. */
export const boardImports = {
  title: "Importer un tableau",
  open: "Importer",
  lead: "Export JSON de Trello, CSV de Notion ou d’un tableur, export JSON d’Aetheria. Rien n’est créé avant votre accord.",
  drop: "Déposez un fichier ici",
  choose: "Choisir un fichier",
  other: "Choisir un autre fichier",
  reading: "Lecture du fichier…",
  sources: {
    trello: "Export JSON de Trello",
    notion: "CSV de Notion",
    csv: "CSV",
    aetheria: "Export JSON d’Aetheria",
  },
  how: {
    title: "Comment exporter mon tableau ?",
    trello:
      "Trello : menu du tableau, puis « Imprimer, exporter et partager », puis « Exporter en JSON ». Si une page de texte s’affiche, enregistrez-la avec l’extension .json.",
    notion:
      "Notion : dans la base, « … », puis « Exporter », format « Markdown et CSV ». Décompressez l’archive reçue, puis choisissez le fichier .csv.",
    csv: "Tableur : « Enregistrer sous », format CSV. La première ligne nomme les colonnes : Titre, Colonne, Priorité, Échéance, Étiquettes, Assignés, Client, Description.",
    aetheria:
      "Aetheria : menu du tableau, puis « Exporter en JSON ». C’est le seul export qui se relit en entier.",
  },
  faults: {
    several: "Un tableau à la fois : déposez un seul fichier.",
    unreadable:
      "Ce fichier n’a pas pu être lu : c’est un dossier, ou il a été déplacé ou modifié entre-temps. Choisissez-le de nouveau.",
    empty: "Ce fichier est vide. Exportez de nouveau le tableau, puis choisissez ce nouvel export.",
    too_large: "Ce fichier dépasse 64 Mo. Exportez le tableau en plusieurs fichiers.",
    workbook:
      "C’est un classeur de tableur. Ouvrez-le, enregistrez la feuille au format CSV (« Enregistrer sous »), puis choisissez ce CSV.",
    archive:
      "C’est une archive compressée. Décompressez-la, puis choisissez le fichier .csv (Notion) ou .json qu’elle contient.",
    document:
      "C’est un document (PDF, Word…), pas un export. Demandez un JSON à Trello, ou un CSV à Notion ou à votre tableur.",
    page: "C’est une page web, pas un export : le lien a sans doute mené à une page de connexion. Exportez le tableau depuis son menu.",
    picture:
      "C’est une image, pas un export. Demandez un JSON à Trello, ou un CSV à Notion ou à votre tableur.",
    not_text:
      "Ce fichier n’est ni un JSON ni un CSV. Choisissez l’export d’un tableau : .json pour Trello, .csv pour Notion ou un tableur.",
    not_json:
      "Ce n’est pas un JSON valide : le fichier est incomplet ou abîmé, ou porte ce nom par erreur. Téléchargez-le de nouveau, sans le modifier.",
    unknown_json:
      "Ce JSON n’est pas un tableau : ni un export de Trello (il aurait « lists » et « cards »), ni un export de tableau d’Aetheria. Exportez le tableau entier depuis son menu.",
    organization:
      "Ce fichier vient d’un export de toute l’organisation, qui se restaure depuis les paramètres. Ici, il faut l’export d’un seul tableau.",
    newer:
      "Ce fichier vient d’une version plus récente d’Aetheria. Mettez à jour cet Aetheria, ou importez-le là d’où il vient.",
    bad_board:
      "Cet export d’Aetheria a été modifié et ne se lit plus. Exportez de nouveau le tableau, ou corrigez le champ indiqué.",
    no_title_column:
      "Aucune colonne ne porte le nom des cartes. La première ligne doit nommer les colonnes, dont « Nom » ou « Titre ».",
    quote_open: "Un guillemet ouvert n’est jamais refermé. Corrigez cette ligne puis réessayez.",
    too_many: "Ce fichier contient plus de 20 000 cartes. Importez-le en plusieurs fois.",
  },
  found: (what: string) => `Trouvé dans ce fichier : ${what}`,
  atLine: (row: string) => `Ligne ${row} :`,
  atColumn: (row: string, column: string) => `Ligne ${row}, colonne ${column} :`,
  target: "Destination",
  newBoard: "Nouveau tableau",
  boardTitle: "Nom du tableau",
  defaultTitle: "Tableau importé",
  copy: "Nouveau tableau à partir de celui-ci…",
  copyOf: (title: string) => `${title} (copie)`,
  bare: "Reprendre les colonnes seulement, sans les cartes",
  archived: "Reprendre aussi ce qui est archivé, dans l’archive du tableau",
  draft: {
    title: "Ce qui sera créé",
    cards: (n: string, one: boolean) => (one ? "1 carte" : `${n} cartes`),
    columns: (n: string, one: boolean) => (one ? "1 colonne" : `${n} colonnes`),
    existing: "existante",
    inArchive: "dans l’archive",
    people: "Personnes",
    matched: (name: string, member: string) => `${name} : ${member}`,
    unmatched: (name: string) => `${name} : aucun membre de ce nom, cité dans la description`,
    first: "Premières cartes",
    none: "Ce fichier ne contient aucune carte.",
    taken: "Repris",
    kept: "Gardé en texte, sous les descriptions",
    left: "Pas repris",
    nothingLeft: "Rien n’est laissé de côté.",
    made: {
      checklists: (n: string, one: boolean) =>
        one ? "1 liste de contrôle" : `${n} listes de contrôle`,
      lines: (n: string, one: boolean) =>
        one ? "1 ligne de ces listes" : `${n} lignes de ces listes`,
      comments: (n: string, one: boolean) =>
        one ? "1 commentaire, au nom de son auteur" : `${n} commentaires, au nom de leurs auteurs`,
      tags: (n: string, one: boolean) => (one ? "1 étiquette" : `${n} étiquettes`),
      colors: (n: string, one: boolean) =>
        one ? "1 couleur d’étiquette" : `${n} couleurs d’étiquettes`,
      covers: (n: string, one: boolean) => (one ? "1 couverture" : `${n} couvertures`),
      people: (n: string, one: boolean) => (one ? "1 assignation" : `${n} assignations`),
      dates: (n: string, one: boolean) => (one ? "1 échéance" : `${n} échéances`),
      repeats: (n: string, one: boolean) =>
        one ? "1 carte récurrente" : `${n} cartes récurrentes`,
      links: (n: string, one: boolean) => (one ? "1 lien entre cartes" : `${n} liens entre cartes`),
      archivedCards: (n: string, one: boolean) =>
        one ? "1 carte archivée, dans l’archive" : `${n} cartes archivées, dans l’archive`,
      archivedColumns: (n: string, one: boolean) =>
        one ? "1 colonne archivée, dans l’archive" : `${n} colonnes archivées, dans l’archive`,
      templates: (n: string, one: boolean) =>
        one
          ? "1 modèle de carte, sauf nom déjà pris"
          : `${n} modèles de carte, sauf noms déjà pris`,
    },
    below: {
      attachments: (n: string, one: boolean) =>
        one ? "1 lien de pièce jointe" : `${n} liens de pièces jointes`,
      fields: (n: string, one: boolean) => (one ? "1 autre champ" : `${n} autres champs`),
      lines: (n: string, one: boolean) =>
        one ? "1 ligne de liste de contrôle en trop" : `${n} lignes de listes de contrôle en trop`,
      people: (n: string, one: boolean) =>
        one ? "1 personne inconnue" : `${n} personnes inconnues`,
      tags: (n: string, one: boolean) => (one ? "1 étiquette en trop" : `${n} étiquettes en trop`),
      dates: (n: string, one: boolean) => (one ? "1 mention de date" : `${n} mentions de dates`),
      priorities: (n: string, one: boolean) =>
        one ? "1 priorité inconnue" : `${n} priorités inconnues`,
      clients: (n: string, one: boolean) => (one ? "1 client inconnu" : `${n} clients inconnus`),
      titles: (n: string, one: boolean) => (one ? "1 titre trop long" : `${n} titres trop longs`),
    },
    lost: {
      archivedCards: (n: string, one: boolean) =>
        one ? "1 carte archivée" : `${n} cartes archivées`,
      archivedColumns: (n: string, one: boolean) =>
        one ? "1 colonne archivée" : `${n} colonnes archivées`,
      files: (n: string, one: boolean) =>
        one
          ? "1 fichier : l’export n’en contient pas le contenu"
          : `${n} fichiers : l’export n’en contient pas le contenu`,
      pictures: (n: string, one: boolean) =>
        one ? "1 image de couverture" : `${n} images de couverture`,
      comments: (n: string, one: boolean) =>
        one
          ? "1 commentaire absent du fichier ou en trop"
          : `${n} commentaires absents du fichier ou en trop`,
      links: (n: string, one: boolean) =>
        one
          ? "1 lien vers une carte ou une note absente"
          : `${n} liens vers des cartes ou des notes absentes`,
      watchers: (n: string, one: boolean) =>
        one
          ? "1 abonnement à une carte : chacun se réabonne"
          : `${n} abonnements à des cartes : chacun se réabonne`,
      history: (n: string, one: boolean) =>
        one ? "1 action de l’historique" : `${n} actions de l’historique`,
      templates: (n: string, one: boolean) =>
        one
          ? "1 modèle de carte illisible ou en trop"
          : `${n} modèles de carte illisibles ou en trop`,
    },
  },
  problems: {
    title: (n: string, one: boolean) => (one ? "1 remarque" : `${n} remarques`),
    row: "Ligne",
    what: "Remarque",
    value: "Texte",
    more: (n: string) => `et ${n} autres`,
    title_missing: "Sans titre : la carte s’appellera « Sans titre ».",
    title_cut: "Titre de plus de 300 caractères : coupé, le texte entier est dans la description.",
    description_cut:
      "Description de plus de 50 000 caractères : la fin est coupée. Joignez-la en fichier.",
    date_unread: "Date illisible : laissée dans la description. Écrivez-la AAAA-MM-JJ.",
    priority_unread: "Priorité inconnue : laissée dans la description.",
    person_unknown:
      "Personne inconnue : citée dans la description. Invitez-la, ou assignez la carte ensuite.",
    client_unknown:
      "Client inconnu : cité dans la description. Créez-le, ou liez la carte ensuite.",
    tags_many: "Plus de 20 étiquettes : les autres sont dans la description.",
    tag_cut: "Étiquette de plus de 40 caractères : coupée.",
    line_cut:
      "Ligne de liste de contrôle de plus de 500 caractères : coupée, le texte entier est dans la description.",
    lines_many:
      "Plus de 20 listes de contrôle ou de 300 lignes : les autres sont dans la description.",
    comments_many: "Plus de 1 000 commentaires : les plus récents ne sont pas repris.",
    repeat_unread: "Récurrence illisible : la carte ne reviendra pas d’elle-même.",
    column_gone: "Sa liste n’est pas reprise : la carte va dans la première colonne.",
  },
  sections: {
    checklist: "Liste de contrôle",
    attachments: "Pièces jointes",
    fields: "Autres champs",
    people: "Personnes",
    tags: "Étiquettes",
    due: "Échéance",
    dueDone: "Échéance cochée comme faite dans Trello",
    start: "Début",
    priority: "Priorité",
    client: "Client",
    title: "Titre",
    untitled: "Sans titre",
    somebody: "Quelqu’un",
  },
  go: "Importer",
  sending: (done: string, total: string) => `Envoi : ${done} cartes sur ${total}`,
  making: (done: string, total: string) => `${done} cartes sur ${total}`,
  taking: (done: string) => `${done} cartes retirées`,
  progress: "Avancement de l’import",
  stay: "Vous pouvez fermer cette page une fois l’envoi fini : l’import continue.",
  cancel: "Annuler l’import",
  goOn: "Continuer",
  undo: "Retirer l’import",
  undoTitle: "Retirer cet import ?",
  undoBody:
    "Les cartes qu’il a créées sont supprimées avec leurs listes de contrôle et leurs commentaires, sauf celles que quelqu’un a modifiées ou commentées depuis.",
  keep: "Garder",
  openBoard: "Ouvrir le tableau",
  refused: (n: string, one: boolean) =>
    one ? "1 ligne refusée par le tableau" : `${n} lignes refusées par le tableau`,
  kept: (n: string, one: boolean) =>
    one ? "1 carte modifiée depuis, gardée" : `${n} cartes modifiées depuis, gardées`,
  list: "Imports récents",
  none: "Aucun import pour l’instant.",
  states: {
    filling: "Envoi interrompu",
    running: "En cours",
    done: "Terminé",
    cancelled: "Annulé",
    undoing: "Retrait en cours",
    undone: "Retiré",
  },
  export: { json: "Exporter en JSON", csv: "Exporter en CSV" },
};
