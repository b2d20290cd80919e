import type { Locale, OfferView } from '../../../server/protocol/frames.ts';

type Role = OfferView['role'];

export type OfferWords = {
  asked: (siteName: string, role: Role) => string;
  why: Record<Role, string>;
  join: string;
  accept: string;
  decline: string;
  cancel: string;
  name: string;
  nameHint: string;
  email: string;
  emailHint: string;
  rules: string;
  agree: string;
  sendCode: string;
  confirm: string;
  code: string;
  codeHint: (email: string) => string;
  again: string;
  sentAgain: string;
  busy: string;
  thanks: string;
  gone: string;
  refusals: Record<string, string>;
  failed: string;
};

/** The words of one language, and of no other. */
export async function offerWords(locale: Locale): Promise<OfferWords> {
  const { words } = await (locale === 'fr' ? import('./fr.ts') : import('./en.ts'));
  return words;
}
