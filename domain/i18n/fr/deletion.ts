/** Words of the deletion of an organization: its section, its dialog, the banner that everyone sees. */
export const deletion = {
  title: "Supprimer l’entreprise",
  lead: (days: number) =>
    `Tout est effacé ${days} jours après la demande : clients, tableaux, fichiers, journaux et accès. D’ici là, rien ne change et chaque propriétaire peut annuler.`,
  exportFirst:
    "Pour garder une copie, faites d’abord un export : la section ci-dessus en prépare l’archive.",
  ask: "Supprimer l’entreprise…",
  dialog: (organization: string) => `Supprimer ${organization} ?`,
  effect: (date: string) =>
    `La suppression aura lieu le ${date}, pour tout le monde et sans retour possible. Tous les propriétaires sont prévenus par e-mail.`,
  name: "Nom de l’entreprise",
  nameHint: (organization: string) => `Recopiez : ${organization}`,
  nameWrong: "Ce n’est pas le nom de l’entreprise.",
  reason: "Motif (facultatif)",
  reasonHint: "Visible par tous les membres et dans le journal d’audit.",
  confirm: "Demander la suppression",
  asked: (date: string) => `La suppression est prévue le ${date}`,
  pending: (date: string) => `Suppression prévue le ${date}`,
  by: (person: string, date: string) => `Demandée par ${person}, ${date}`,
  because: (reason: string) => `Motif : ${reason}`,
  banner: (organization: string, date: string) =>
    `${organization} et toutes ses données seront effacées le ${date}`,
  bannerBy: (person: string) => `Demandé par ${person}.`,
  cancel: "Annuler la suppression",
  cancelled: "La suppression est annulée",
  moved: (organization: string, date: string, now: string) =>
    `${organization} a été supprimée (${date}). Vous êtes maintenant dans ${now}.`,
  goneLast: (date: string) => `Votre entreprise a été supprimée (${date}).`,
  gone: (organization: string, date: string) => `${organization} a été supprimée (${date}).`,
};
