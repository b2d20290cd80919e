/** The site's settings while they are typed: texts as they stand in the fields. No DOM. */
import type { SiteSettings } from '../../../server/protocol/back-office.ts';
import { parseColour } from './contrast.ts';
import { readOrigins } from './origins.ts';

export type SettingsDraft = {
  name: string;
  locale: SiteSettings['locale'];
  accent: string;
  origins: string;
};
export type SettingsField = 'name' | 'accent' | 'origins';
type Typed = Pick<SiteSettings, 'name' | 'locale' | 'accent' | 'allowedOrigins'>;

export function draftOf(settings: Typed): SettingsDraft {
  return {
    name: settings.name,
    locale: settings.locale,
    accent: settings.accent ?? '',
    origins: settings.allowedOrigins.join('\n'),
  };
}

/** Whether a field differs from what is saved. */
export function isEdited(draft: SettingsDraft, saved: Typed): boolean {
  return JSON.stringify(draft) !== JSON.stringify(draftOf(saved));
}

/** Only what differs from what is saved, so that the audit log says what changed and nothing else. */
export function changesOf(settings: Typed, saved: Typed): Partial<Typed> {
  const fields = (Object.keys(settings) as (keyof Typed)[]).filter(
    (field) => JSON.stringify(settings[field]) !== JSON.stringify(saved[field]),
  );
  return Object.fromEntries(fields.map((field) => [field, settings[field]]));
}

/** What would be saved, and the fields that must be mended first. */
export function checkSettings(draft: SettingsDraft): {
  settings: Typed;
  wrong: SettingsField[];
  wrongOrigins: string[];
} {
  const { origins, wrong: wrongOrigins } = readOrigins(draft.origins);
  const accent = draft.accent.trim() === '' ? null : parseColour(draft.accent);
  const name = draft.name.trim();
  const wrong: SettingsField[] = [];
  if (name === '') wrong.push('name');
  if (accent === null && draft.accent.trim() !== '') wrong.push('accent');
  if (wrongOrigins.length > 0) wrong.push('origins');
  const { locale } = draft;
  return {
    settings: { name, locale, accent, allowedOrigins: origins },
    wrong,
    wrongOrigins,
  };
}

/** A whole number from 1 to 100, as it stands in its field. */
export function isThreshold(typed: string): boolean {
  return /^([1-9]\d?|100)$/.test(typed.trim());
}
