import { de } from "./elision.ts";

const plural = (count: number, one: string, many: string): string =>
  Math.abs(count) < 2 ? one : many;

const NBSP = "\u00a0";

/** What an automatic overview says of a file. Figures arrive formatted, with the number where the plural needs it. */
export const analyticsOverview = {
  tab: "Aperçu",
  title: "Ce que contient ce fichier",
  titleOf: (name: string) => `Ce que contient « ${name} »`,
  close: "Fermer l’aperçu",
  progress: (done: string, all: string) => `Calcul de l’aperçu : ${done} sur ${all}`,
  done: (all: string, time: string) => `${all} calculs en ${time}, sur cet appareil`,
  stop: "Arrêter",
  stopped: "Aperçu arrêté. Ce qui est calculé reste affiché.",
  again: "Recalculer",
  failed: "Ce calcul n’a pas abouti.",
  nothing: "Rien à résumer",
  nothingBody: "Ce fichier n’a aucune ligne. Vérifiez l’export, puis importez-le à nouveau.",
  sql: "SQL",
  open: "Ouvrir dans Question",
  names: {
    count: "nombre",
    share: "part",
    column: "colonne",
    empty: "vides",
    rows: "lignes",
    distinct: "valeurs",
    far: "valeurs_extrêmes",
    yes: "oui",
    from: "à_partir_de",
    median: "médiane",
    lower: "quart_bas",
    upper: "quart_haut",
  },
  titles: {
    rows: "Nombre de lignes",
    by: (measure: string, period: string) => `${measure} ${period}`,
    periods: { day: "par jour", month: "par mois", year: "par an" },
    top: (column: string, measure: string) => `${measure} par ${column}`,
    first: (title: string, most: string) => `${title}, les ${most} premières valeurs`,
    spread: (column: string) => `Répartition ${de(column)}`,
    figures: "Chiffres clés et valeurs extrêmes",
    flags: "Oui ou non",
    missing: "Cellules vides",
    keys: "Identifiants",
    doubles: "Lignes en double",
  },
  says: {
    rows: "le nombre de lignes",
    trend: (what: string, before: string, after: string, period: string, change: string) =>
      `En moyenne, ${what} passe de ${before} à ${after} ${period} entre la première et la seconde moitié de la période (${change}).`,
    steady: (what: string, after: string, period: string) =>
      `${what} reste stable, autour de ${after} ${period}.`,
    varies: (what: string, after: string, period: string) =>
      `${what} oscille autour de ${after} ${period}.`,
    turned: (what: string, before: string, after: string, period: string) =>
      `En moyenne, ${what} passe de ${before} à ${after} ${period} entre la première et la seconde moitié de la période.`,
    peak: (at: string, value: string) => `Le plus haut est atteint en ${at}, avec ${value}.`,
    peakDay: (at: string, value: string) => `Le plus haut est atteint le ${at}, avec ${value}.`,
    low: (at: string, value: string) => `Le plus bas, en ${at}${NBSP}: ${value}.`,
    lowDay: (at: string, value: string) => `Le plus bas, le ${at}${NBSP}: ${value}.`,
    gaps: {
      day: (count: number, shown: string) =>
        `${shown} ${plural(count, "jour n’a", "jours n’ont")} aucune ligne.`,
      month: (count: number, shown: string) =>
        `${shown} mois ${plural(count, "n’a", "n’ont")} aucune ligne.`,
      year: (count: number, shown: string) =>
        `${shown} ${plural(count, "année n’a", "années n’ont")} aucune ligne.`,
    },
    partial: "La dernière période, incomplète, n’est pas comparée.",
    ahead: "La période en cours et celles à venir ne sont pas comparées.",
    allTied: (groups: string, amount: string) =>
      `Les ${groups} valeurs sont à égalité, avec ${amount} chacune.`,
    tied: (ties: number, value: string, others: string, amount: string) =>
      `« ${value} » et ${others} ${plural(ties, "autre valeur", "autres valeurs")} arrivent en tête à égalité, avec ${amount} chacune.`,
    top: (value: string, amount: string) => `« ${value} » arrive en tête, avec ${amount}.`,
    topShare: (value: string, amount: string, share: string) =>
      `« ${value} » arrive en tête, avec ${amount}, soit ${share} du total.`,
    three: (share: string, groups: string) =>
      `Les trois premières valeurs sur ${groups} en font ${share}.`,
    spread: (from: string, to: string, share: string) =>
      `La tranche la plus fréquente va de ${from} à ${to}${NBSP}: ${share} des valeurs.`,
    far: (count: number, shown: string, column: string, extreme: string) =>
      `${shown} ${plural(count, "valeur", "valeurs")} ${de(column)} ${plural(count, "est très éloignée", "sont très éloignées")} des autres${NBSP}; la plus extrême est ${extreme}.`,
    farOthers: (count: number, shown: string) =>
      `${shown} ${plural(count, "autre colonne en a aussi", "autres colonnes en ont aussi")}.`,
    near: (column: string, lower: string, upper: string) =>
      `Aucune valeur très éloignée des autres. La moitié des valeurs ${de(column)} est comprise entre ${lower} et ${upper}.`,
    flags: (column: string, share: string) =>
      `« ${column} » vaut oui pour ${share} des lignes renseignées.`,
    missing: (count: number, shown: string, column: string, share: string) =>
      count < 2
        ? `Une seule colonne a des vides${NBSP}: ${column}, à ${share}.`
        : `${shown} colonnes ont des vides, surtout ${column}${NBSP}: ${share}.`,
    complete: "Aucune cellule vide.",
    key: (column: string) => `« ${column} » a une valeur différente sur chaque ligne.`,
    keys: (columns: string) =>
      `Ces colonnes identifient chacune toutes les lignes${NBSP}: ${columns}.`,
    almost: (count: number, shown: string, column: string) =>
      `« ${column} » devrait identifier chaque ligne, mais ${shown} ${plural(count, "ligne répète", "lignes répètent")} une valeur.`,
    doubles: (count: number, shown: string) =>
      `${shown} ${plural(count, "ligne est", "lignes sont")} en double, toutes cellules identiques.`,
    doublesMore: (shown: string) => `Au moins ${shown} lignes sont en double.`,
    single: "Aucune ligne n’est en double.",
  },
};
