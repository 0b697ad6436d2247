const plural = (count: number, one: string, many: string): string =>
  Math.abs(count) < 2 ? one : many;

/** Mots de ce qu’un tableau de bord montre au dehors. Les nombres et les dates arrivent mis en forme. */
export const dashboardShare = {
  open: "Partager",
  title: "Partager le tableau de bord",
  filter: (label: string, value: string) => `${label} : ${value}`,
  figures: {
    title: "Chiffres publiés",
    none: "Rien n’est publié : les chiffres restent dans les navigateurs qui les calculent. Un lien public montre ce que vous publiez, et rien d’autre.",
    of: (when: string) => `Chiffres du ${when}.`,
    size: (widgets: number, rows: string, bytes: string) =>
      `${widgets} ${plural(widgets, "widget", "widgets")}, ${rows} lignes, ${bytes}.`,
    by: (name: string) => `Publiés par ${name}.`,
    kept: "Tenus à jour à chaque ouverture.",
    fixed: "Ils ne changent pas d’eux-mêmes.",
    publish: "Publier les chiffres…",
    again: "Publier de nouveau…",
    withdraw: "Reprendre les chiffres",
    withdrawn: "Plus aucun chiffre n’est publié. Les liens n’ouvrent plus rien.",
  },
  publish: {
    title: "Publier les chiffres affichés",
    lead: "Voici ce qui quitte ce navigateur pour le serveur de votre entreprise. Qui a un lien le voit sans compte.",
    rows: (count: number, shown: string) => `${shown} ${plural(count, "ligne", "lignes")}`,
    first: "(les premières)",
    text: "Texte",
    from: (names: string) => `d’après ${names}`,
    device: (names: string) =>
      `Calculé d’après un fichier qui ne quitte pas cet appareil : ${names}. Ces lignes-ci le quitteront.`,
    beside: (labels: string) => `Montre tout : n’est pas filtré par ${labels}.`,
    absent: "Sans chiffres ici : il ne peut pas être publié depuis cet appareil.",
    filters: (words: string) => `Sous ces filtres : ${words}`,
    unfiltered: "Sans filtre.",
    keep: "Tenir à jour",
    keepHint:
      "Quand une personne qui peut partager ouvre ce tableau de bord sous les mêmes filtres, les chiffres changés sont publiés à leur tour.",
    never: (rows: string) =>
      `Ni les fichiers ni le SQL ne sont envoyés : seul part ce que ces widgets affichent, au plus ${rows} lignes chacun. Un tableau de lignes part avec ses lignes.`,
    confirm: (count: number) =>
      count === 0 ? "Publier" : `Publier ${count} ${plural(count, "widget", "widgets")}`,
    done: "Chiffres publiés",
    unpictured: "Chiffres publiés, sans image pour les e-mails",
    picture: "Les e-mails montrent aussi une image claire de ces widgets, faite ici.",
  },
  links: {
    title: "Liens publics",
    lead: "Qui a le lien voit les chiffres publiés, sans compte. Vous pouvez le retirer à tout moment.",
    days: "Durée",
    for: (days: number, shown: string) => `${shown} ${plural(days, "jour", "jours")}`,
    endless: "Sans date de fin",
    until: (when: string) => `Ouvert jusqu’au ${when}`,
    over: (when: string) => `Expiré depuis le ${when}`,
    unopened: "Jamais ouvert",
    opened: (count: number, shown: string, when: string) =>
      `Ouvert ${shown} fois, la dernière : ${when}`,
    by: (name: string, when: string) => `Créé par ${name}, ${when}`,
    create: "Créer un lien",
    copy: "Copier",
    copied: "Lien copié",
    revoke: "Retirer ce lien",
    revoked: "Lien retiré : il n’ouvre plus rien",
    first: "Publiez d’abord des chiffres.",
    password: {
      asks: "Demande un mot de passe",
      add: "Demander un mot de passe",
      change: "Changer le mot de passe",
      hint: (least: number) =>
        `${least} caractères au moins. Donnez-le autrement que le lien : il ne sera plus montré.`,
      short: (least: number) => `Il faut ${least} caractères au moins.`,
      field: "Nouveau mot de passe",
      save: "Enregistrer",
      remove: "Ne plus en demander",
      set: "Le lien demande maintenant ce mot de passe",
      removed: "Le lien s’ouvre sans mot de passe",
    },
  },
  page: {
    of: (organization: string, when: string) => `${organization} · chiffres du ${when}`,
    filters: "Filtres",
    print: "Imprimer",
    first: (count: number, shown: string) =>
      count < 2 ? "La première ligne" : `Les ${shown} premières lignes`,
    table: (title: string) => `Tableau de ${title}`,
    none: "Aucune ligne",
    loading: "Ouverture du tableau de bord",
    gone: {
      title: "Ce lien n’ouvre plus rien",
      body: "Il a expiré ou a été retiré. Demandez-en un autre à la personne qui vous l’a donné.",
    },
    locked: {
      title: "Ce lien demande un mot de passe",
      body: "Demandez-le à la personne qui vous a donné le lien.",
      field: "Mot de passe",
      empty: "Écrivez le mot de passe.",
      open: "Ouvrir le tableau de bord",
    },
    failed: "Le tableau de bord ne peut pas être ouvert pour l’instant.",
    retry: "Réessayer",
    foot: "Publié avec Aetheria. Ces chiffres sont un état à une date, ils ne changent pas pendant la lecture.",
  },
};
