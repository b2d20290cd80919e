import { expect, test } from 'vitest';
import {
  changesOf,
  checkSettings,
  draftOf,
  isEdited,
} from '../../../web-components/back-office/screens/settings-draft.ts';

const saved = {
  name: 'Sentier',
  locale: 'fr' as const,
  accent: '#1f6f54',
  reportThreshold: 3,
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
  const draft = { ...draftOf(saved), name: ' ', accent: 'green', reportThreshold: '0', origins: 'nowhere' };
  const { wrong, wrongOrigins } = checkSettings(draft);
  expect(wrong).toEqual(['name', 'accent', 'reportThreshold', 'origins']);
  expect(wrongOrigins).toEqual(['nowhere']);
  for (const reportThreshold of ['', '2.5', '101', 'three']) {
    expect(checkSettings({ ...draftOf(saved), reportThreshold }).wrong).toEqual(['reportThreshold']);
  }
});

test('[OFFICE33] only what differs is sent', () => {
  const { settings } = checkSettings({ ...draftOf(saved), reportThreshold: '5', origins: '' });
  expect(changesOf(settings, saved)).toEqual({ reportThreshold: 5, allowedOrigins: [] });
  expect(changesOf(saved, saved)).toEqual({});
});
