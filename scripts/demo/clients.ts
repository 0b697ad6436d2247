/**
 * The 64 clients of the demo firm, one a line:
 * company | contact | status | stage | priority | sector | size | owner | next action | days until it | euros
 * Telephone numbers lie in the ranges that Arcep keeps for fiction.
 */
const LINES = `
Clinique du Parc Blandan | Dr Anne Fayard | client | dev | high | Santé | ETI | IR | Devis avenant n° 4 | 6 | 214600
Coopérative Terre d’Isère | Luc Brachet | prospect | meeting | medium | Agriculture | PME | IR | Visite du pont | 11 | 38200
Groupe Vauban Promotion | Hélène Vasseur | client | signed | high | Promotion | ETI | CM | Comité de lancement | 12 | 412800
Habitat Rhône-Sud | Samir Haddad | client | signed | high | Bailleur social | GE | SL | Signer la situation n° 7 | 3 | 286450.50
Indivision Charbonnier | Marc Charbonnier | prospect | contacted | low | Particulier | | IR | Envoyer la faisabilité R+2 | 17 | 12400
Logis du Forez | Odile Perret | client | delivered | low | Bailleur social | ETI | SL | Recueil de satisfaction | 20 | 96310.20
Lycée Jean-Perrin | Yves Tardy | client | signed | medium | Enseignement | ETI | TG | Réunion n° 19 | 3 | 158900
Mairie de Saint-Priest | Nathalie Roche | client | dev | high | Collectivité | GE | CM | Relancer l’OS n° 4 | -1 | 74500
Métallerie Brunet | Franck Brunet | client | delivered | low | Métallerie | PME | KB | | | 8640
Résidence Les Tilleuls | Hélène Vasseur | client | signed | urgent | Promotion | PME | CM | Avenant n° 3 en revue | 5 | 325180.40
SAS Delorme et Fils | Julie Delorme | prospect | meeting | medium | Gros œuvre | PME | TG | Variante brique | 7 | 27350
SCI du Vieux-Moulin | Bernard Coste | prospect | new | low | Foncière | TPE | IR | Premier appel | 10 | 9800
Syndic Bellecombe | Sophie Mercier | prospect | contacted | medium | Syndic | PME | IR | Diagnostic balcons | 13 | 15200
Verrerie Chambaran | Olivier Ferrand | client | dev | medium | Industrie | PME | KB | Pré-étude four n° 2 | 18 | 61700
Vignobles Perrachon | Élise Perrachon | prospect | new | low | Viticulture | TPE | IR | Rappeler | 19 | 6500
Villa Marquisat | Jean-Noël Marquis | prospect | contacted | low | Particulier | | TG | Devis du relevé | 20 | 4900
Zinguerie Fayolle | Rémi Fayolle | prospect | meeting | low | Couverture | TPE | KB | Visite d’atelier | 21 | 11250.60
ZAC des Brosses | Camille Aubert | prospect | new | high | Aménagement | GE | CM | Dossier de candidature | 23 | 0
Abattoirs du Velay | Pierre Sabatier | client | signed | medium | Agroalimentaire | PME | KB | Plan de repérage des réseaux | 26 | 48200
Aciéries de Rive-de-Gier | Denis Mouton | prospect | dev | high | Industrie | ETI | KB | Offre pont roulant 20 t | 9 | 132000
Architectes Bonnet-Lacroix | Marion Lacroix | client | signed | medium | Architecture | TPE | SL | Rendu APD | 8 | 22400
Archives départementales | Gilles Prunier | client | delivered | low | Collectivité | GE | HL | | | 64100
Association La Ruche | Fatima Zeroual | prospect | contacted | low | Associatif | TPE | NA | Subvention toiture | 30 | 7200
Atelier Bois Pilat | Romain Chaize | client | signed | medium | Charpente | PME | HL | Contrôle des assemblages | 4 | 18900
Autran et Associés | Paul Autran | client | dev | medium | Architecture | TPE | CM | Point maquette | 2 | 31500
Banque Rhône-Alpes | Véronique Jacquet | prospect | meeting | high | Banque | GE | CM | Audit de l’agence Part-Dieu | 15 | 54000
Bétons du Dauphiné | Alain Reynaud | client | delivered | low | Matériaux | PME | TG | | | 13800
Brasserie des Monts d’Or | Lucie Garnier | prospect | new | medium | Agroalimentaire | TPE | PV | Plancher des cuves | 16 | 19600
Camping du Lac d’Aiguebelette | Thierry Ginet | prospect | contacted | low | Tourisme | TPE | PV | Mur de soutènement | 28 | 8700
Carrières de Tarare | Michel Bouvier | archive | delivered | low | Matériaux | PME | TG | | | 0
Caserne Sergent-Blandan | Col. Patrick Noël | client | signed | high | Défense | GE | SL | Réception du lot 2 | 14 | 187300
Centre nautique de Vaise | Aurélie Simon | client | dev | urgent | Collectivité | GE | HL | Fissures du bassin, note de calcul | 1 | 93400
Chaudronnerie Mazoyer | Didier Mazoyer | prospect | contacted | low | Métallerie | PME | KB | Rappel devis mezzanine | -4 | 14300
Château de Chazey | Béatrice de Chazey | prospect | meeting | medium | Patrimoine | TPE | IR | Sondages de la tour nord | 22 | 46800
Cité scolaire Ampère | Hervé Lambert | client | signed | medium | Enseignement | ETI | TG | Planning de l’été | 24 | 121000
Compagnie des Quais | Laurent Dupuy | archive | new | low | Promotion | PME | CM | | | 0
Copropriété Le Corbusier | Sophie Mercier | client | dev | high | Syndic | | NA | Assemblée générale, chiffrage | -2 | 72600
Crèche Les Marmottes | Sandrine Petit | client | delivered | low | Petite enfance | TPE | NA | | | 16500
Crous de Lyon | Amandine Royer | client | signed | medium | Enseignement | GE | SL | Diagnostic résidence Allix | 6 | 84900
Domaine de la Gravière | Éric Moulin | prospect | new | low | Viticulture | TPE | PV | Hangar agricole | 33 | 11900
École d’architecture | Claude Meunier | prospect | meeting | medium | Enseignement | ETI | SL | Atelier maquette | 27 | 24800
EHPAD Les Genêts | Isabelle Fournel | client | dev | high | Santé | PME | NA | Désenfumage, avis du bureau de contrôle | 5 | 58700
Ferme solaire de Pusignan | Mehdi Kaci | prospect | contacted | medium | Énergie | PME | PV | Pieux battus, étude G2 | 12 | 39500
Fonderie Gillet | Brigitte Gillet | archive | contacted | low | Industrie | PME | KB | | | 0
Fondation Mérieux-Nord | Dr Paul Arnaud | prospect | dev | medium | Santé | ETI | CM | Laboratoire P2, offre | 29 | 143500
Gare routière de Vienne | Stéphane Blanc | client | signed | medium | Collectivité | GE | HL | Auvent, plans EXE | 10 | 67200
Gymnase Clemenceau | Nathalie Roche | client | signed | high | Collectivité | GE | HL | Levée des réserves | 7 | 45100
Halles de Villefranche | Jérôme Thévenet | prospect | meeting | medium | Commerce | PME | IR | Renfort des poutres | 14 | 36400
Hôtel du Vieux Port | Chloé Marin | prospect | new | medium | Hôtellerie | PME | IR | Surélévation, premier avis | 25 | 52300
Immobilière Saône | Christophe Rey | client | signed | medium | Promotion | PME | CM | DOE tranche 1 | 4 | 109800
Imprimerie Barnier | Agnès Barnier | client | delivered | low | Industrie | PME | KB | | | 21700
Institut textile | Vincent Roux | prospect | contacted | low | Recherche | ETI | PV | Vibrations du plancher | 31 | 17400
Laiterie de Bresse | Karine Maillet | client | dev | medium | Agroalimentaire | ETI | NA | Chambre froide, dallage | 9 | 88200
Menuiserie Duclos | Florian Duclos | client | signed | low | Menuiserie | TPE | HL | Passerelle, visa | 13 | 9400
Moulins de Romans | Catherine Bret | prospect | meeting | medium | Agroalimentaire | PME | PV | Silo n° 3 | 18 | 33700
Musée de la Mine | Bruno Valentin | client | signed | medium | Culture | GE | SL | Chevalement, suivi | 8 | 76500
Office HLM de l’Ain | Samir Haddad | prospect | dev | high | Bailleur social | GE | SL | Réponse à l’appel d’offres | 2 | 198000
Paroisse Saint-Irénée | P. Étienne Bosc | client | delivered | low | Patrimoine | | IR | | | 28900
Pharmacie centrale | Valérie Guyot | prospect | new | low | Santé | TPE | NA | Mezzanine de stockage | 34 | 10600
Port Édouard-Herriot | Gaëlle Morin | client | dev | high | Logistique | GE | CM | Quai n° 5, inspection | 11 | 164000
Scierie du Bugey | Antoine Carrier | prospect | contacted | low | Bois | PME | HL | Charpente du hall | 19 | 26100
Société des Remontées | Maxime Favre | client | signed | high | Montagne | ETI | KB | Massifs de la gare aval | 3 | 139700
Tannerie Dauphin | Nicole Dauphin | archive | meeting | low | Industrie | TPE | TG | | | 0
Théâtre de la Platte | Léa Fontaine | client | dev | medium | Culture | PME | SL | Gril technique, charges | 15 | 41300
`;

/** A client before it has an id. `due` counts days from today, `owner` is a key of people.ts. */
export interface DemoClient {
  company: string;
  contact: string;
  status: string;
  stage: string;
  priority: string;
  sector: string;
  size: string | null;
  owner: string;
  nextAction: string;
  due: number | null;
  estimatedMinor: number | null;
}

export const CLIENTS: readonly DemoClient[] = LINES.trim().split("\n").map(parse);

function parse(line: string): DemoClient {
  const cells = line.split("|").map((cell) => cell.trim());
  const [company = "", contact = "", status = "", stage = "", priority = "", sector = ""] = cells;
  const [size = "", owner = "", nextAction = "", due = "", euros = ""] = cells.slice(6);
  return {
    company,
    contact,
    status,
    stage,
    priority,
    sector,
    size: size || null,
    owner,
    nextAction,
    due: due === "" ? null : Number(due),
    estimatedMinor: euros === "" ? null : Math.round(Number(euros) * 100),
  };
}
