import type { Row } from '../corpus.ts';

type Sample = [kind: string, tier: Row['tier'] | 'clean', text: string];

/** Hosts that the bench's own list forbids. */
export const FORBIDDEN_LINKS = [
  'prix-fous.example',
  'free-coins.example',
  'zalbora.com',
  'bit.example/promo',
];

const LINKS: Sample[] = [
  ['plain', 'core', 'Allez voir prix-fous.example'],
  ['scheme', 'core', 'see https://free-coins.example/now'],
  ['www', 'core', 'www.zalbora.com est moins cher'],
  ['sub-domain', 'core', 'https://shop.zalbora.com/fr'],
  ['port', 'core', 'http://zalbora.com:8080/x'],
  ['capitals', 'core', 'ZALBORA.COM'],
  ['path', 'core', 'bit.example/promo/42'],
  ['user information', 'core', 'https://shop.example@zalbora.com'],
  ['brackets', 'core', 'zalbora[.]com'],
  ['spelt-out dot', 'core', 'zalbora point com'],
  ['spelt-out dot', 'core', 'zalbora dot com'],
  ['hxxp', 'core', 'hxxps://zalbora.com'],
  ['full width', 'core', 'ｚａｌｂｏｒａ．ｃｏｍ'],
  ['zero width', 'core', 'zal\u200bbora.c\u200bom'],
  ['markdown', 'core', '[ici](https://zalbora.com)'],
  ['encoded', 'hard', 'https://zalbor%61.com'],
  ['spaced letters', 'hard', 'z a l b o r a . c o m'],
  ['redirected', 'hard', 'https://search.example/url?q=https%3A%2F%2Fzalbora.com'],
  ['entity', 'hard', 'zalbora&#46;com'],
  ['look-alike', 'hard', 'zаlbоra.com'],
  ['no link', 'clean', 'Vu le readme.md et node.js'],
  ['no link', 'clean', 'Version 1.2.3.4 du firmware'],
  ['no link', 'clean', 'C’est fini.Merci à tous'],
  ['no link', 'clean', 'Il pèse 3.5 kg, livré à 14.30'],
  ['another host', 'clean', 'notzalbora.company.example'],
  ['another path', 'clean', 'bit.example/other'],
];

const CONTACTS: Sample[] = [
  ['telephone', 'core', 'Appelez-moi au 06 39 98 12 34'],
  ['telephone', 'core', '+33 6 39 98 12 34 merci'],
  ['telephone', 'core', '06.39.98.12.34'],
  ['telephone', 'core', 'call +44 7700 900123 please'],
  ['e-mail', 'core', 'jeanne.martin@example.org'],
  ['e-mail', 'core', 'écrivez à JEANNE+promo@Example.org'],
  ['e-mail in words', 'core', 'jeanne (at) example (dot) org'],
  ['telephone in words', 'hard', 'zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre'],
  ['letters for digits', 'hard', 'O6 39 98 l2 34'],
  ['e-mail in words', 'hard', 'jeanne arobase example point org'],
  ['full width', 'core', '０６ ３９ ９８ １２ ３４'],
  ['number', 'clean', 'Commande 2024-118832 du 12/06/2024'],
  ['number', 'clean', 'Taille 38/40, 1 250 g, 19,90 €'],
  ['number', 'clean', 'EAN 3017620422003'],
  ['number', 'clean', 'Le 06 et le 12 juin, à 18 h 30'],
  ['at', 'clean', 'Rendez-vous @ la boutique'],
];

export const OWN_LINK_ROWS: Row[] = LINKS.map((sample, index) => rowOf(sample, index, 'link'));
export const OWN_CONTACT_ROWS: Row[] = CONTACTS.map((sample, index) => rowOf(sample, index, 'contact'));

function rowOf([evasion, tier, text]: Sample, index: number, kind: string): Row {
  const clean = tier === 'clean';
  return {
    id: `own-${kind}-${index}`,
    lang: /[éèà’]/.test(text) ? 'fr' : 'en',
    text,
    kind,
    evasion,
    expect: clean ? 'clean' : 'match',
    tier: clean ? undefined : tier,
    policy: 'list',
  };
}
