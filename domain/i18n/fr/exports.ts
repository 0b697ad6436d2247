import type { EXPORT_FAULTS, ExportView, Progress } from "../../exports/model.ts";

/** Words of the page of an organization's data: its export, and what becomes of it. */
export const exports = {
  title: "Données",
  section: {
    title: "Exporter toute l’entreprise",
    lead: "Une archive ZIP de tout ce que l’entreprise possède ici, à garder ou à restaurer dans une nouvelle entreprise.",
    start: "Lancer un export",
    started: "L’export est lancé",
    hint: "L’export continue même si vous fermez cette page. L’archive est gardée 7 jours.",
  },
  contents: {
    title: "Ce que contient l’archive",
    inside: "Dedans",
    outside: "Jamais dedans",
    items: {
      tables: "toutes les données, ligne par ligne, telles qu’elles sont au même instant",
      boards: "chaque tableau avec ses cartes, supprimées comprises, et son historique",
      files: "tous les fichiers, avec leur empreinte",
      logs: "le journal d’audit avec ses sceaux, et celui des consultations",
      people: "membres, rôles, divisions et invitations, avec noms et adresses",
      manifest:
        "un fichier manifest.json qui donne le compte et l’empreinte SHA-256 de chaque partie",
    },
    never: {
      passwords: "mots de passe, seconds facteurs, sessions",
      tokens: "jetons, webhooks, liens d’invitation, secrets de connexion : à créer de nouveau",
    },
    care: "L’archive contient des données personnelles : gardez-la en lieu sûr, et supprimez-la quand elle ne sert plus.",
  },
  running: {
    title: "Export en cours",
    by: (name: string, when: string) => `Lancé par ${name}, ${when}`,
    stages: {
      preparing: "Préparation : copie de toutes les tables au même instant",
      tables: "Écriture des tables",
      people: "Écriture des membres et des rôles",
      boards: "Écriture des tableaux",
      files: "Écriture des fichiers",
      closing: "Fermeture de l’archive",
    } satisfies Record<Progress["stage"], string>,
    cancel: "Annuler l’export",
    cancelled: "L’export est annulé, rien n’en est gardé",
  },
  list: {
    title: "Archives",
    empty: "Aucun export pour l’instant",
    emptyBody: "Lancez-en un : vous pourrez le télécharger ici pendant 7 jours.",
    by: (name: string) => `par ${name}`,
    facts: (rows: string, files: string) => `${rows} lignes, ${files} fichiers`,
    until: (date: string) => `gardée jusqu’au ${date}`,
    download: "Télécharger",
    downloadOf: (when: string) => `Télécharger l’archive du ${when}`,
    delete: "Supprimer…",
    deleteOf: (when: string) => `Supprimer l’archive du ${when}`,
    states: {
      running: "en cours",
      ready: "prête",
      failed: "échouée",
      cancelled: "annulée",
      removed: "supprimée",
    } satisfies Record<ExportView["state"], string>,
    faults: {
      storage:
        "Un fichier a changé ou le stockage n’a pas répondu. Lancez un nouvel export, de préférence quand peu de fichiers changent.",
      database:
        "La base de données n’a pas répondu. Lancez un nouvel export dans quelques minutes.",
      board:
        "Un tableau n’a pas répondu. Ouvrez vos tableaux pour vérifier, puis lancez un nouvel export.",
      unknown: "L’export n’a pas abouti. Lancez-en un nouveau ; si cela dure, prévenez le support.",
    } satisfies Record<(typeof EXPORT_FAULTS)[number], string>,
  },
  remove: {
    title: "Supprimer cette archive ?",
    body: "Elle ne pourra plus être téléchargée. Les données de l’entreprise ne changent pas.",
    confirm: "Supprimer",
    done: "L’archive est supprimée",
  },
};
