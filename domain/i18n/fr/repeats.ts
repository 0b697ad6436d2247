const NTH: Record<string, string> = { "1": "1er", "-1": "dernier", "-2": "avant-dernier" };
const nth = (n: number) => NTH[n] ?? `${Math.abs(n)}e${n < 0 ? " avant la fin" : ""}`;
const day = (n: number) => (n === 1 ? "1er" : String(n));

/** Récurrence d’une carte, en mots. `days` commence au dimanche. */
export const repeats = {
  label: "Récurrence",
  never: "Jamais",
  mark: (words: string) => `Carte récurrente : ${words}`,
  until: "Jusqu’au",
  noEnd: "Sans fin",
  next: (date: string) => `Prochaine carte : ${date}`,
  over: "Série terminée",
  zone: (zone: string) => `Au début de la journée, heure de ${zone}`,
  days: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
  join: (days: string[]) =>
    days.length > 1 ? `${days.slice(0, -1).join(", ")} et ${days.at(-1)}` : (days[0] ?? ""),
  daily: (n: number) => (n === 1 ? "Tous les jours" : `Tous les ${n} jours`),
  workdays: "Du lundi au vendredi",
  weekly: (n: number, days: string, one: boolean) => {
    if (n === 1) return one ? `Tous les ${days}s` : `Chaque semaine : ${days}`;
    return n === 2 && one ? `Un ${days} sur deux` : `Toutes les ${n} semaines : ${days}`;
  },
  monthly: (n: number, what: string) =>
    n === 1 ? `${what} de chaque mois` : `Tous les ${n} mois : ${what.toLowerCase()}`,
  nthDay: (n: number, weekday: string) =>
    n === 0 ? `Chaque ${weekday}` : `Le ${nth(n)} ${weekday}`,
  monthDay: (n: number) => (n === -1 ? "Le dernier jour" : `Le ${day(n)}`),
  yearly: (n: number, date: string) =>
    n === 1 ? `Le ${date} de chaque année` : `Tous les ${n} ans, le ${date}`,
  ends: (words: string, date: string) => `${words}, jusqu’au ${date}`,
  times: (words: string, n: number) => `${words}, ${n} fois`,
};
