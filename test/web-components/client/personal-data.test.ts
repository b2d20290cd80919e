import { expect, test } from 'vitest';
import { personalDataIn } from '../../../web-components/client/personal-data.ts';

test.each([
  ['phone', 'appelle-moi au 06 39 98 12 34'],
  ['phone', '0639981234'],
  ['phone', '06.39.98.12.34'],
  ['phone', '06\u00a039\u00a098\u00a012\u00a034'],
  ['phone', '+33 (0)6 39 98 12 34'],
  ['phone', '0033639981234'],
  ['phone', '07700 900123'],
  ['phone', '(617) 555-0127'],
  ['email', 'lea.martin@mail.example'],
  ['email', 'lea (at) mail.com'],
  ['email', 'lea arobase mail point fr'],
  ['iban', 'mon compte FR76 3000 6000 0112 3456 7890 189 merci'],
  ['iban', 'gb29nwbk60161331926819'],
  ['card', '4111 1111 1111 1111'],
  ['card', '3782-822463-10005'],
  ['card', '5555555555554444'],
])('[WARN1] a draft that tells a %s is seen: %s', (kind, text) => expect(personalDataIn(text)).toBe(kind));

test.each([
  '',
  'Je fais du 38 ou du 39, lequel prendre ?',
  'tailles 36 38 40 42 44 46 48 50',
  'le 05/06/2024 - 10:30',
  'commande 45001234',
  'EAN 4006381333932',
  'FR76 3000 6000 0112 3456 7890 188',
  '4111 1111 1111 1112',
  '@lea merci',
  '12,50 € / 14,90 € / 19,99 €',
  'le modèle AB12 existe en 2024 et en 2025',
])('[WARN2] a draft without personal data is left alone: %s', (text) =>
  expect(personalDataIn(text)).toBe(null),
);
