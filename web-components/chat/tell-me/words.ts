import type { Locale } from '../../../server/protocol/frames.ts';

export type TellMeWords = {
  label: string;
  offer: string;
  here: string;
  byMail: string;
  byPush: string;
  otherwise: string;
  address: string;
  addressHint: string;
  send: string;
  back: string;
  confirm: (address: string | null) => string;
  mailed: string;
  pushed: string;
  stop: string;
  failed: string;
  tooMany: string;
  noAddress: string;
};

export async function tellMeWords(locale: Locale): Promise<TellMeWords> {
  const { words } = await (locale === 'fr' ? import('./fr.ts') : import('./en.ts'));
  return words;
}
