/** What keeps the office itself running. */
export const SHOP = `
# Idées
Séminaire d’équipe au printemps | l | | | Équipe | IR
Vélo de fonction, étude du forfait | l | | | Équipe | NA
Bibliothèque de blocs BIM partagée | m | | | Outils | HL
Veille réglementaire RE2028 | m | | | Méthode | SL
Parrainage d’étudiants de l’INSA | l | | | Recrutement | KB
Imprimante 3D pour les maquettes | l | | | Matériel | PV
Calculette de descente de charges interne | m | | | Outils | KB
Podcast des chantiers | l | | | Communication | NA
# À faire
Renouveler la décennale SMABTP | u | 7 | | Assurance | CM
Licences Robot, quatre postes | h | 1 | | Outils | KB
Entretiens annuels | m | 25 | | Équipe | IR
Audit des sauvegardes | h | 11 | | Outils | PV
Mise à jour du livret d’accueil | l | 30 | | Recrutement | NA
Photos des chantiers livrés | l | 33 | Logis du Forez | Communication | SL
Contrôle des EPI | h | 6 | | Sécurité | TG
Révision du véhicule de chantier | m | 9 | | Matériel | TG
Charte graphique des plans | m | 28 | | Méthode | HL
# En cours
Offre d’emploi, ingénieur structure | h | 8 | | Recrutement | IR
Bilan carbone du bureau | m | 22 | | Méthode | NA
Passage à la facture électronique | h | 19 | | Gestion | MP IR
Refonte du site, pages références | m | 15 | | Communication | SL
Procédure de visa, version 3 | m | 12 | | Méthode | KB
# Validation
Budget 2027 | h | 10 | | Gestion | CM MP
Plan de formation | m | 13 | | Équipe | IR
Document unique des risques | h | 5 | | Sécurité | TG
# Terminé
Clôture comptable d’octobre | m | -6 | | Gestion | MP
Déménagement des archives | l | -12 | | Matériel | PV
Formation Eurocode 8 | m | -15 | | Équipe | KB
Nouveaux écrans, salle Freyssinet | l | -19 | | Matériel | PV
Journée sécurité | h | -22 | | Sécurité | TG
Renouvellement du traceur HP | m | -25 | | Matériel | HL
Accueil de Paul Vidal | m | -30 | | Recrutement | IR
Modèle de contrat de sous-traitance | m | -34 | | Gestion | CM
Plaquette 2026 | l | -37 | | Communication | SL
Enquête de satisfaction des clients | m | -41 | | Méthode | NA
Sauvegarde hors site | h | -44 | | Outils | PV
Carte de vœux | l | -47 | | Communication | NA
Certification OPQIBI, dossier | h | -50 | | Gestion | IR
Gabarits de plans, indice B | m | -53 | | Méthode | HL
Visite médicale de l’équipe | l | -57 | | Équipe | IR
`;
