/** Who the demo's people are and what they said. */
import type { RoleValue } from './schema.ts';

export const PAGES = {
  product: {
    path: '/chaussures/crete-gtx',
    title: 'Crête GTX, chaussure de randonnée | Sentier',
    product: 'Crête GTX',
  },
  faq: { path: '/faq', title: 'Questions fréquentes | Sentier', product: null },
  contact: { path: '/contact', title: 'Nous écrire | Sentier', product: null },
} as const;

export const PEOPLE: { key: string; name: string; role: RoleValue; address: string }[] = [
  { key: 'ines', name: 'Inès', role: 'visitor', address: '203.0.113.21' },
  { key: 'malik', name: 'Malik', role: 'expert', address: '203.0.113.34' },
  { key: 'sonia', name: 'Sonia', role: 'moderator', address: '203.0.113.55' },
  { key: 'theo', name: 'Théo', role: 'visitor', address: '198.51.100.8' },
  { key: 'nadia', name: 'Nadia', role: 'visitor', address: '198.51.100.77' },
  { key: 'kevin', name: 'Kevin_88', role: 'visitor', address: '192.0.2.140' },
];

export type SeedMessage = {
  by: string;
  /** Minutes after the question. */
  after: number;
  text: string;
  held?: { kind: 'link' | 'term'; category: string; entry: string | null; found: string };
  reportedBy?: string;
};

export const CONVERSATIONS: { page: keyof typeof PAGES; minutesAgo: number; messages: SeedMessage[] }[] = [
  {
    page: 'product',
    minutesAgo: 26 * 60,
    messages: [
      { by: 'ines', after: 0, text: 'Est-ce que la Crête GTX taille grand ? Je suis entre le 41 et le 42.' },
      {
        by: 'malik',
        after: 3,
        text: 'Prenez le 42 : avec des chaussettes de rando, le 41 serre au bout en descente. J’ai fait le GR20 avec, aucun ongle noir.',
      },
      { by: 'sonia', after: 7, text: 'Pensez aussi à essayer en fin de journée, le pied gonfle un peu.' },
      { by: 'ines', after: 12, text: 'Parfait, je pars sur le 42. Merci à vous deux' },
    ],
  },
  {
    page: 'product',
    minutesAgo: 3 * 60 + 10,
    messages: [
      { by: 'theo', after: 0, text: 'Elles restent imperméables même après plusieurs lavages ?' },
      {
        by: 'malik',
        after: 6,
        text: 'Oui, si vous les réimperméabilisez une fois par saison. Je fais ça depuis trois ans.',
      },
      {
        by: 'kevin',
        after: 9,
        text: 'franchement allez voir sur super-chaussures.example, c’est deux fois moins cher',
        held: { kind: 'link', category: 'link', entry: null, found: 'super-chaussures.example' },
      },
      {
        by: 'nadia',
        after: 31,
        text: 'Pareil ici. Séchez-les loin du radiateur, sinon la membrane souffre.',
      },
    ],
  },
  {
    page: 'product',
    minutesAgo: 6,
    messages: [{ by: 'nadia', after: 0, text: 'Compatibles avec des crampons semi-automatiques ?' }],
  },
  {
    page: 'faq',
    minutesAgo: 2 * 24 * 60,
    messages: [
      { by: 'theo', after: 0, text: 'Le retour est-il gratuit si j’ai porté les chaussures une journée ?' },
      {
        by: 'sonia',
        after: 15,
        text: 'Oui, pendant trente jours, même portées dehors : il suffit de les renvoyer propres.',
      },
      { by: 'kevin', after: 40, text: 'N’importe quoi cette réponse', reportedBy: 'theo' },
    ],
  },
  {
    page: 'faq',
    minutesAgo: 5 * 24 * 60,
    messages: [
      { by: 'nadia', after: 0, text: 'Vous ressemelez les anciens modèles ?' },
      {
        by: 'malik',
        after: 55,
        text: 'Oui, j’ai fait ressemeler mes Arête de 2019 : dix jours, comme neuves.',
      },
    ],
  },
  {
    page: 'contact',
    minutesAgo: 20 * 60,
    messages: [
      { by: 'ines', after: 0, text: 'Combien de temps pour avoir une réponse du service client ?' },
      { by: 'theo', after: 22, text: 'La mienne est arrivée le lendemain matin.' },
    ],
  },
];
