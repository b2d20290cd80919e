import { messages } from './index.ts';

export default messages({
  fr: {
    noteOf: '{name} :',
    someone: 'un visiteur',
    oneNetwork: ['{count} signalement d’un seul réseau.', '{count} signalements d’un seul réseau.'],
    fewNetworks: [
      '{count} signalement de {networks} réseaux.',
      '{count} signalements de {networks} réseaux seulement.',
    ],
    newcomers: [
      '{count} signalement de nouvel arrivant.',
      '{count} signalements, tous de nouveaux arrivants.',
    ],
    weight: 'Les signalements pèsent {weight} sur {threshold}.',
  },
  en: {
    noteOf: '{name}:',
    someone: 'a visitor',
    oneNetwork: ['{count} report from one network.', '{count} reports from one network.'],
    fewNetworks: [
      '{count} report from {networks} networks.',
      '{count} reports from only {networks} networks.',
    ],
    newcomers: ['{count} report by a newcomer.', '{count} reports, all by newcomers.'],
    weight: 'The reports weigh {weight} of {threshold}.',
  },
});
