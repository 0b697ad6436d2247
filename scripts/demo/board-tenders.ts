/** Tenders of next year: from what was spotted to what was won or lost. */
export const TENDERS = `
# Repérés
Groupe scolaire de Meyzieu, mission structure | h | 28 | | MOE, Public | IR
Halle des sports de Bourgoin | m | 35 | | MOE, Public | IR
Réhabilitation de la poste centrale | m | 41 | | Réhabilitation | CM
Parking silo de la Confluence | h | 33 | | Conception-réalisation | CM
Entrepôt frigorifique de Saint-Quentin | m | 47 | Laiterie de Bresse | Privé | NA
Résidence étudiante Garibaldi | m | 39 | Crous de Lyon | MOE, Public | SL
Passerelle piétonne de l’Yzeron | h | 52 | | Ouvrage d’art, Public | KB
Surélévation de la mairie annexe | l | 44 | Mairie de Saint-Priest | Public | TG
Chaufferie bois de Givors | m | 58 | | Public | PV
Extension du musée Saint-Jean | l | 60 | | Réhabilitation, Public | SL
# À étudier
Accord-cadre ouvrages d’art 2027-2030 | u | 9 | | Ouvrage d’art, Public | CM KB
Centre de secours de Craponne | h | 12 | | MOE, Public | HL
Logements Les Balmes, 84 unités | h | 14 | Habitat Rhône-Sud | MOE | SL
Diagnostic de 12 ponts communaux | m | 17 | Coopérative Terre d’Isère | Ouvrage d’art | IR
Quai n° 6, étude préliminaire | m | 20 | Port Édouard-Herriot | Ouvrage d’art | CM
Agence Part-Dieu, curage et renforts | m | 16 | Banque Rhône-Alpes | Privé, Réhabilitation | CM
Laboratoire P2, études d’exécution | h | 22 | Fondation Mérieux-Nord | Privé | CM
Toiture de l’école d’architecture | l | 24 | École d’architecture | Public | SL
# En réponse
Offre technique, pont roulant 20 t | h | 3 | Aciéries de Rive-de-Gier | Privé | KB
Mémoire environnemental, Les Balmes | h | 5 | Habitat Rhône-Sud | MOE | SL
Bordereau des prix, caserne lot 3 | h | 4 | Caserne Sergent-Blandan | Public | TG
Planning de mission, Office HLM | u | 2 | Office HLM de l’Ain | MOE, Public | SL CM
Références et CV des intervenants | m | 6 | Office HLM de l’Ain | Public | IR
# Déposés
Gymnase Clemenceau, tranche 2 | h | | Gymnase Clemenceau | Public | HL
Auvent de la gare routière | m | | Gare routière de Vienne | Public | HL
Mission OPC, cité scolaire | m | | Cité scolaire Ampère | MOE, Public | TG
Renfort des halles | m | | Halles de Villefranche | Réhabilitation | IR
Silo n° 3, étude d’exécution | m | | Moulins de Romans | Privé | PV
Tour nord, diagnostic et renforts | l | | Château de Chazey | Patrimoine | IR
# Clos
Centre nautique, fissures du bassin – gagné | h | -14 | Centre nautique de Vaise | Public | HL
Massifs de la gare aval – gagné | h | -20 | Société des Remontées | Privé | KB
Chevalement, suivi de travaux – gagné | m | -31 | Musée de la Mine | Patrimoine | SL
Désenfumage de l’EHPAD – gagné | m | -26 | EHPAD Les Genêts | MOE | NA
Dallage de la chambre froide – gagné | m | -38 | Laiterie de Bresse | Privé | NA
Diagnostic de la résidence Allix – gagné | m | -42 | Crous de Lyon | Public | SL
Pont de la Varèze – perdu (prix) | h | -17 | | Ouvrage d’art, Public | CM
Médiathèque de Décines – perdu (références) | m | -23 | | MOE, Public | IR
Collège de Neuville – sans suite | l | -29 | | Public | TG
Hangar de Corbas – perdu (délai) | l | -33 | | Privé | PV
Immeuble Le Solférino – gagné | m | -45 | Immobilière Saône | MOE | CM
Passage à niveau de Loire – perdu (prix) | m | -48 | | Ouvrage d’art | KB
Salle des fêtes d’Anse – sans suite | l | -52 | | Public | NA
Réservoir de Chaponost – perdu (références) | m | -55 | | Public | PV
Résidence Les Tilleuls, lot structure – gagné | h | -60 | Résidence Les Tilleuls | MOE | CM
Toiture de la Ruche – sans suite | l | -63 | Association La Ruche | Réhabilitation | NA
Extension de l’abattoir – gagné | m | -66 | Abattoirs du Velay | Privé | KB
`;
