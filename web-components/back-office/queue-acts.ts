import type { QueueItem } from '../../server/protocol/back-office.ts';
import type { ModerationAct } from '../../server/protocol/frames.ts';

/** Who decides, and what the site lets them decide. */
export type Decider = { manager: boolean; mayRelease: boolean; mayBlock: boolean };
export type CardAct = ModerationAct | 'keep' | 'block' | 'alert';
export type Offer = { act: CardAct; key: string };

/** What may be done to a card, in the order of the buttons, each with its letter. */
export function offersFor(item: QueueItem, decider: Decider): Offer[] {
  return [...decisions(item, decider), ...measures(item, decider)];
}

/** The act a letter stands for on this card. */
export function actOfKey(offers: readonly Offer[], key: string): CardAct | null {
  return offers.find((offer) => offer.key === key.toUpperCase())?.act ?? null;
}

/** Acts that need somebody of this role to look at the alerts of the card too. */
export function closesAlerts(act: CardAct, { manager }: Decider): boolean {
  return manager && act !== 'block' && act !== 'alert';
}

function decisions(item: QueueItem, decider: Decider): Offer[] {
  switch (item.message.state) {
    case 'held':
      return decider.manager || decider.mayRelease ? [offer('release', 'F'), offer('reject', 'D')] : [];
    case 'published':
      return [
        ...(mayKeep(item, decider) ? [offer('keep', 'F')] : []),
        offer('hide', 'D'),
        offer('remove', 'X'),
      ];
    case 'hidden':
      return [
        offer('restore', 'F'),
        ...(mayKeep(item, decider) ? [offer('keep', 'D')] : []),
        offer('remove', 'X'),
      ];
    case 'rejected':
    case 'removed':
      return mayKeep(item, decider) ? [offer('keep', 'F')] : [];
  }
}

/** Reports are for every moderator to settle, alerts for managers. */
const mayKeep = (item: QueueItem, { manager }: Decider) =>
  item.reports.length > 0 || (manager && item.alerts.length > 0);

/** A manager blocks an address they see; a moderator, where the site lets them, one they do not. */
function measures(item: QueueItem, { manager, mayBlock }: Decider): Offer[] {
  const may = manager ? item.author.blockRange !== null : mayBlock && item.author.role === 'visitor';
  const block = may ? [offer('block', 'B')] : [];
  return [...block, offer('alert', 'E')];
}

const offer = (act: CardAct, key: string): Offer => ({ act, key });
