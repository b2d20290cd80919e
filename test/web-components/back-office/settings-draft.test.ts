import { expect, test } from 'vitest';
import {
  changesOf,
  checkSettings,
  draftOf,
  isEdited,
  isThreshold,
} from '../../../web-components/back-office/screens/settings-draft.ts';

const saved = {
  name: 'Sentier',
  locale: 'fr' as const,
  accent: '#1f6f54',
  allowedOrigins: ['https://shop.example'],
};

test('[OFFICE33] what was not touched is not edited, and would be saved as it is', () => {
  const draft = draftOf(saved);
  expect(isEdited(draft, saved)).toBe(false);
  expect(checkSettings(draft)).toEqual({ settings: saved, wrong: [], wrongOrigins: [] });
});

test('[OFFICE33] settings are saved cleaned', () => {
  const draft = { ...draftOf(saved), name: '  Sentier ', accent: '1F6F54', origins: 'shop.example/shoes' };
  expect(isEdited(draft, saved)).toBe(true);
  expect(checkSettings(draft).settings).toEqual(saved);
  expect(checkSettings({ ...draft, accent: '  ' }).settings.accent).toBeNull();
});

test('[OFFICE33] every field that must be mended is named', () => {
  const draft = { ...draftOf(saved), name: ' ', accent: 'green', origins: 'nowhere' };
  const { wrong, wrongOrigins } = checkSettings(draft);
  expect(wrong).toEqual(['name', 'accent', 'origins']);
  expect(wrongOrigins).toEqual(['nowhere']);
  expect(['1', '20', ' 100 '].filter((typed) => !isThreshold(typed))).toEqual([]);
  expect(['', '0', '2.5', '101', 'three'].filter(isThreshold)).toEqual([]);
});

test('[OFFICE33] only what differs is sent', () => {
  const { settings } = checkSettings({ ...draftOf(saved), locale: 'en', origins: '' });
  expect(changesOf(settings, saved)).toEqual({ locale: 'en', allowedOrigins: [] });
  expect(changesOf(saved, saved)).toEqual({});
});
