import { expect, test } from 'vitest';
import { EXPIRIES, expiryOf, hoursOf } from '../../../web-components/back-office/screens/expiry.ts';
import { readOrigins } from '../../../web-components/back-office/screens/origins.ts';

test('[OFFICE22] pasted addresses are cut down to origins, once each', () => {
  const text = 'https://shop.example/shoes?x=1\nshop.example, http://localhost:4311\nHTTPS://SHOP.EXAMPLE';
  expect(readOrigins(text)).toEqual({
    origins: ['https://shop.example', 'http://localhost:4311'],
    wrong: [],
  });
});

test('[OFFICE22] what is no origin is named, and the others are kept', () => {
  expect(readOrigins('https://*.shop.example ftp://shop.example shop https://shop.example')).toEqual({
    origins: ['https://shop.example'],
    wrong: ['https://*.shop.example', 'ftp://shop.example', 'shop'],
  });
});

test('[OFFICE23] every expiry offered has its hours; anything else falls back', () => {
  expect(EXPIRIES.map(hoursOf)).toEqual([1, 24, 168, 720, null]);
  expect(expiryOf('7d', 'none')).toBe('7d');
  expect(expiryOf('2 weeks', 'none')).toBe('none');
});
