/** Words that hold the letters of a forbidden word and are none. */
export const WORDS = {
  fr: `concombre conseil contour flacon balcon faucon leçon garçon façon second confort confiance console
    contact reconnaître cône connecter connaisseur conduite culotte culture calcul recul véhicule particulier
    musculation ridicule circuler bitume habiter orbite ambition bitter débit débiter mérite merderet
    emmener gueuler engueulade abrutissement crétinisation salade salaire salon bordelais borderie bouffonnerie
    débilité bâtardeau passer classe assiette tasse bassine chaussette brasse masse cassis assez assurance
    titre titan petit appétit quantité identité chelle coquille rebelle échelle dentelle semelle Michelle
    Rochelle Montcuq Montreuil Concarneau Condom Conflans Titisee Bitche Salaunes`,
  en: `assess assessment assign assume bass bassoon brass cassette class classic compass embassy glass grass
    harass lasso mass massage passport passion pass potassium sassafras tassel trespass hello shell shelf
    Michelle seashell helmet help helpful shells dwelling title titanium titan petite appetite constitution
    scrap scrape scraper craps crapaud lost closer close closet loosen closers moronity oxymoron bastardise
    Bastardo conic conclude contact control second silicon falcon raccoon bacon icon beacon culture
    calculate difficult vehicle articulate bitesize orbits habits arbiter exhibit dickens Dickinson
    Essex Sussex Scunthorpe Penistone Lightwater Assam Assisi`,
} as const;

/** What people say on a shop's page: nothing of it is an insult. */
export const SENTENCES = {
  fr: [
    'Bonjour, est-ce que cette chemise taille grand ?',
    'Quel est le délai pour un cône de protection ?',
    'J’ai reçu un flacon cassé, que dois-je faire ?',
    'Le balcon est plein sud, quelle toile me conseillez-vous ?',
    'La commande 4 512 est en retard de deux jours.',
    'On a con\u00adstaté une rayure sur le vernis.',
    'Je vous recontacte lundi, bon week-end à tous.',
    'Il me faut une culotte de cheval en taille M.',
    'Quelqu’un a-t-il essayé la semelle en cuir ?',
    'Super, merci beaucoup pour votre réponse !!!',
    'C’est con-fort-able ou non ?',
    'Réf. CNT-0-42, en stock ?',
    'Les prix sont en € TTC ? 19,90 € ou 24,90 € ?',
    'Ouiiiii, trop contente, elle est belle',
    'Le bitume fond au soleil, mes baskets aussi.',
    'A. S. S. Lyon, licence n° 3214',
    'On peut payer en 3 x sans frais ?',
    'Le cul-de-sac est après la mairie, livrez au fond.',
    'Notre maine coon adore ce panier.',
    'J’hésite entre le 38 et le 40, je fais 1,68 m.',
  ],
  en: [
    'Hello, does this shirt run large?',
    'My glass arrived broken, what should I do?',
    'Is the title printed on the cover or inside?',
    'The shell is waterproof, the lining is not.',
    'Hellooo, anybody here tried the brass one?',
    'I will pass, it is too close to the old one.',
    'Class A+ rated, ships in 2 days.',
    'As soon as it ships I get a mail, right?',
    'Order A55-1100 is still not here.',
    'He lost his ticket; she\u2019ll call.',
    'Do you ship to Essex and Sussex?',
    'Sooo happy with it, thanks!!!',
    'We went to Hell Fest with these boots.',
    'It was tit for tat, then they refunded me.',
    'Sizes: S, M, L, XL, XXL.',
    'Use 1/2 cup, not 1/4.',
    'I, 2, 3 and go. Works well.',
    'The mass is 3.5 kg, not 35.',
    'Press Ctrl + C, then Ctrl + V.',
    'Bitesize pieces are best for small dogs.',
  ],
} as const;

/** Sentences an innocent word is put in; `%` is its place. */
export const INNOCENT_CARRIERS = {
  fr: [
    '%',
    'Bonjour, je cherche « % » sur le site.',
    '% : est-ce disponible ?',
    'Et pour %, quel délai ?',
    'j’ai reçu % hier, parfait',
    '%, %, toujours % : et le reste ?',
  ],
  en: [
    '%',
    'Hello, I am looking for “%” on the site.',
    '%: is it in stock?',
    'And for %, how long?',
    'got % yesterday, all good',
    '%, %, always %: and the rest?',
  ],
} as const;
