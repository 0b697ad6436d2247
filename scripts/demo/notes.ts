/**
 * A note of the demo firm. `day` counts from today; people and clients are named by key and company, the
 * card of the first board that it is linked with by its title.
 */
export interface DemoNote {
  title: string;
  day: number;
  client: string | null;
  people: readonly string[];
  card: string | null;
  body: string;
}

/** Notes of meetings, earliest first. */
export const NOTES: readonly DemoNote[] = [
  {
    title: "Point mensuel de l’atelier",
    day: -18,
    client: null,
    people: ["CM", "SL", "KB", "TG", "HL", "IR", "NA", "PV"],
    card: null,
    body: `## Charge
- Trois études à rendre avant la fin du mois, deux personnes sur chacune
- Paul reprend les métrés de Thomas la semaine 49

## Décisions
1. Les notes de calcul passent par une relecture croisée
2. Le modèle EC5 est gelé jusqu’en janvier`,
  },
  {
    title: "Réunion de chantier n° 18",
    day: -11,
    client: "Lycée Jean-Perrin",
    people: ["SL", "TG"],
    card: "Compte rendu de la réunion de chantier n° 18",
    body: `**Présents** : M. Tardy (lycée), conducteur de travaux, bureau de contrôle, OPC

## Avancement
- Plancher haut du R+1 coulé à 80 %, décoffrage le 27
- Retard de quatre jours sur les réservations du lot CVC

## Réserves
- [ ] Enrobage insuffisant au droit du voile V12
- [x] Repérage des gaines de la cage B
- [ ] Plan de récolement du réseau EP

Prochaine réunion jeudi à 9 h, sur place.`,
  },
  {
    title: "Avenant n° 4 : reprise d’étanchéité",
    day: -6,
    client: "Clinique du Parc Blandan",
    people: ["IR", "TG"],
    card: "Chiffrage de l’avenant n° 4, reprise d’étanchéité",
    body: `Le Dr Fayard demande que l’accès des ambulances reste libre pendant les travaux : deux phases au lieu d’une.

- Phase 1 : toiture nord, trois semaines
- Phase 2 : auvent des urgences, de nuit

> À chiffrer avec et sans la dépose du complexe existant.`,
  },
  {
    title: "Visite du parking avec le bureau de contrôle",
    day: -3,
    client: "Résidence Les Tilleuls",
    people: ["KB", "CM"],
    card: "Descente de charges, plancher haut du parking",
    body: `Le bureau de contrôle retient **2,5 kN/m²** pour le parking et **10 kN/m²** sur la voie des pompiers.

| Zone | Charge | Observation |
| --- | --- | --- |
| Files 1 à 6 | 2,5 kN/m² | sans objet |
| Files 7 à 9 | 10 kN/m² | voie des pompiers |
| Rampe | 5 kN/m² | à confirmer par écrit |

Hélène Vasseur envoie les plans du paysagiste avant la fin de la semaine.`,
  },
  {
    title: "Lancement de l’inspection du quai n° 5",
    day: -1,
    client: "Port Édouard-Herriot",
    people: ["CM", "HL"],
    card: null,
    body: `Gaëlle Morin ouvre l’accès au quai dès lundi. Gilets et badges au poste de garde, plongeurs annoncés 48 heures à l’avance.

1. Relevé des défauts au drone
2. Sondages sur six pieux
3. Note de synthèse sous trois semaines`,
  },
];
