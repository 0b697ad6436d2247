/** The board of the screens: studies and sites of the quarter. */
export const STUDIES = `
# Backlog
Reprise des plans de ferraillage, radier bât. C | m | | Groupe Vauban Promotion | Structure, EXE | HL
Étude de faisabilité, surélévation R+2 | m | 14 | Indivision Charbonnier | Devis | IR
Modèle de note de calcul bois (EC5) | m | | | Structure | KB
Mise à jour de la bibliothèque de détails | l | | | | HL
Relevé topographique du talus nord | l | 21 | Mairie de Saint-Priest | | TG
Comparatif des garde-corps | l | | Résidence Les Tilleuls | EXE | IR
Étude de l’auvent des quais | m | 35 | Gare routière de Vienne | Structure | HL
Renfort de charpente, hall B | m | 40 | Scierie du Bugey | Structure | HL
Variante plancher mixte | l | | Fondation Mérieux-Nord | Structure, Devis | CM
Chiffrage des massifs de clôture | l | 45 | ZAC des Brosses | Devis | TG
Plan de repérage des réseaux enterrés | m | 26 | Abattoirs du Velay | Permis | KB
Cahier de détails d’étanchéité | l | | Cité scolaire Ampère | EXE | SL
Descente de charges, extension de l’aile sud | m | 38 | Clinique du Parc Blandan | Structure | KB
# À faire
Descente de charges, plancher haut du parking | h | 5 | Résidence Les Tilleuls | Structure | KB
Visa des plans de charpente métallique | m | 9 | Métallerie Brunet | Visa | KB HL
Chiffrage de l’avenant n° 4, reprise d’étanchéité | h | 6 | Clinique du Parc Blandan | Avenant, Devis | TG
Compte rendu de la réunion de chantier n° 18 | l | 10 | Lycée Jean-Perrin | | SL
Dossier de consultation, lot 03 gros œuvre | m | 13 | Habitat Rhône-Sud | | IR TG
Étude parasismique du local technique | h | 8 | Centre nautique de Vaise | Structure | KB
Plans de coffrage du radier | m | 11 | Laiterie de Bresse | EXE | NA
Avis sur la variante en poutrelles | m | 12 | SAS Delorme et Fils | Structure | TG
Relance du bureau de contrôle | h | 2 | EHPAD Les Genêts | Visa | NA
Passerelle : vérification des ancrages | m | 14 | Menuiserie Duclos | Structure | HL
Coordination avec le lot fluides | l | 16 | Caserne Sergent-Blandan | EXE | SL
Reprise du métré des fondations | m | 15 | Société des Remontées | Devis | TG
# En cours
Note de calcul sismique, bâtiment B | u | -1 | Résidence Les Tilleuls | Structure, EXE | KB CM | Reprendre la note avec le **spectre de zone 3** (EC8, sol de classe C) après le rapport G2 PRO du 12 novembre. Le contreventement en file 4 ne passe plus au séisme : voir plan S-104 ind. D.⏎⏎- Coefficient de comportement retenu : \`q = 2,0\`⏎- Déplacement relatif entre étages inférieur à \`h/250\`
Plans EXE du lot gros œuvre, indice D | h | 4 | Groupe Vauban Promotion | EXE | HL
Métré des façades, variante brique | l | 7 | SAS Delorme et Fils | | TG
Réponse aux réserves de l’APAVE | m | 11 | Clinique du Parc Blandan | Visa | KB
Planning d’exécution, phase 2 | m | 20 | Lycée Jean-Perrin | | SL
# Validation
Situation de travaux n° 7, novembre | h | 3 | Habitat Rhône-Sud | Avenant | MP CM
Rapport de diagnostic, pont du Rhins | m | | Coopérative Terre d’Isère | | IR
Notice de sécurité incendie | m | 12 | Lycée Jean-Perrin | Permis | TG
# Terminé
Dépôt du permis modificatif n° 2 | l | -2 | Résidence Les Tilleuls | Permis | IR
Levée des réserves, lot étanchéité | h | | Logis du Forez | DOE | SL
Devis de la mission OPC | m | -4 | SCI du Vieux-Moulin | Devis | IR
DOE numérique, tranche 1 | l | | Groupe Vauban Promotion | DOE | HL SL
Ordre de service n° 3 | l | -8 | Mairie de Saint-Priest | | CM
Sondages G2 PRO, commande | m | -9 | Résidence Les Tilleuls | Structure | KB
Plans de réservation, lot plomberie | l | -10 | Lycée Jean-Perrin | EXE | TG
Note d’hypothèses, vent et neige | m | -12 | Société des Remontées | Structure | KB
Visa des armatures préfabriquées | m | -13 | Habitat Rhône-Sud | Visa | HL
Réunion de lancement | l | -15 | Centre nautique de Vaise | | CM
Compte rendu n° 17 | l | -11 | Lycée Jean-Perrin | | SL
Relevé laser du sous-sol | m | -18 | Copropriété Le Corbusier | | TG
Situation de travaux n° 6, octobre | h | -21 | Habitat Rhône-Sud | | MP
Diagnostic amiante avant travaux | h | -24 | Crous de Lyon | Permis | NA
Planche d’essai de béton brut | l | -20 | Théâtre de la Platte | EXE | SL
Calcul du gril technique | m | -16 | Théâtre de la Platte | Structure | KB
Étude des pieux battus | m | -19 | Ferme solaire de Pusignan | Structure, Devis | PV
Avenant n° 2, renfort du voile file 2 | h | -26 | Résidence Les Tilleuls | Avenant | CM
Plan d’installation de chantier | l | -28 | Gymnase Clemenceau | EXE | HL
Réception des supports, lot façade | m | -30 | Immobilière Saône | | SL
Métré contradictoire, terrassements | m | -22 | Port Édouard-Herriot | Devis | TG
Attestation parasismique du permis | h | -31 | EHPAD Les Genêts | Permis | NA
Étude thermique, transmission au BET | l | -27 | Crèche Les Marmottes | | NA
Dossier marché du lot serrurerie | m | -33 | Musée de la Mine | Devis | IR
Plans EXE du chevalement | h | -25 | Musée de la Mine | EXE | HL
Essais de portance du dallage | m | -35 | Laiterie de Bresse | Structure | NA
Contrôle des assemblages boulonnés | m | -29 | Atelier Bois Pilat | Visa | KB
Bordereau des prix, lot charpente | l | -36 | Scierie du Bugey | Devis | TG
Compte rendu n° 16 | l | -25 | Lycée Jean-Perrin | | SL
DOE papier, tranche 1 | l | -38 | Imprimerie Barnier | DOE | SL
Clôture financière du lot démolition | m | -40 | Caserne Sergent-Blandan | Avenant | CM
`;
