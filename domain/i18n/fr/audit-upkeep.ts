/** Words of verifying the audit log and of how long it is kept. */
export const auditUpkeep = {
  verify: {
    action: "Vérifier",
    running: (checked: string, all: string) => `Vérification : ${checked} sur ${all} lignes…`,
    stop: "Arrêter",
    intact: (rows: string, until: string) =>
      `Chaîne intacte : ${rows}, scellées jusqu’au ${until}.`,
    intactEmpty: "Chaîne intacte : le journal est vide.",
    rows: (count: number, shown: string) => (count === 1 ? "1 ligne" : `${shown} lignes`),
    unsealed: (count: number) =>
      count === 1 ? "1 ligne attend son sceau." : `${count} lignes attendent leur sceau.`,
    tampered: (count: number) =>
      count === 1
        ? "Le journal a été altéré à un endroit."
        : `Le journal a été altéré à ${count} endroits.`,
    tamperedBody:
      "Gardez une copie de la base, prévenez votre responsable de la sécurité et ne purgez rien.",
    findings: {
      changed: (at: string, many: boolean) =>
        many
          ? `Lignes ${at} : leur contenu n’est plus celui qui a été scellé`
          : `Ligne ${at} : son contenu n’est plus celui qui a été scellé`,
      missing: (at: string, many: boolean) =>
        many ? `Lignes ${at} : effacées` : `Ligne ${at} : effacée`,
      inserted: (at: string, many: boolean) =>
        many ? `Lignes ${at} : ajoutées après coup` : `Ligne ${at} : ajoutée après coup`,
      reordered: (at: string, _many: boolean) => `Lignes ${at} : échangées`,
      rewritten: (at: string, many: boolean) =>
        many ? `Lignes ${at} : récrites avec leurs sceaux` : `Ligne ${at} : récrite avec son sceau`,
    },
    pair: (one: string, other: string) => `${one} et ${other}`,
    range: (from: string, to: string) => `${from} à ${to}`,
    failed: "La vérification n’a pas pu se terminer.",
    dismiss: "Masquer le résultat",
  },
  retention: {
    title: "Conservation",
    lead: "Chaque nuit, les lignes plus anciennes sont effacées. L’effacement laisse lui-même une ligne.",
    audit: "Modifications",
    access: "Consultations",
    save: "Enregistrer",
    saved: "Durée de conservation enregistrée",
    shorter: "Des lignes plus anciennes seront effacées la nuit prochaine, sans retour possible.",
    period: (days: number) =>
      days === 90
        ? "90 jours"
        : days === 180
          ? "6 mois"
          : days === 365
            ? "1 an"
            : days < 700
              ? `${days} jours`
              : `${Math.round(days / 365.25)} ans`,
  },
};
