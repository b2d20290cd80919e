import { messages } from './index.ts';

export default messages({
  fr: {
    always:
      'Les modérateurs masquent, rétablissent, alertent les community managers et prennent des notes. Le reste se décide ici, et vaut aussitôt.',
    release: 'Ils décident des messages en attente',
    releaseHint: 'Sinon, seuls les community managers publient ou rejettent.',
    seeMatches: 'Ils voient les mots qui ont retenu un message',
    seeMatchesHint: 'Sinon, ils savent seulement de quelle sorte de mot il s’agit.',
    block: 'Ils bloquent une adresse pour une heure',
    blockHint: 'Sans la voir, et jamais celle d’un membre. Chaque blocage est noté dans le journal.',
    saved: 'Appliqué tout de suite sur toutes les pages ouvertes',
  },
  en: {
    always:
      'Moderators hide, restore, alert the community managers and take notes. The rest is decided here, in force at once.',
    release: 'They decide on held messages',
    releaseHint: 'Otherwise only community managers release or reject.',
    seeMatches: 'They see the words that held a message',
    seeMatchesHint: 'Otherwise they only know what kind of word it was.',
    block: 'They block an address for an hour',
    blockHint: 'Without seeing it, and never a member’s. Each block is in the audit log.',
    saved: 'In force at once on every open page',
  },
});
