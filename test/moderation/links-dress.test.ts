import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, moderatorOf } from './moderator-of.ts';

const forbidding = moderatorOf({
  links: [
    'filou.com',
    'méchant-outil.fr',
    'membre.example/@filou',
    '203.0.113.9',
    '[2001:db8::7]',
    'grand-marche.fr',
  ],
});

/** What was found of a forbidden link: the entry, the text it covers, the disguises. */
function seen(text: string): { entry: string | null; covered: string; disguise: string[] } | null {
  const reason = judge(forbidding, text).reasons.find(({ kind }) => kind === 'link');
  const span = reason?.spans[0];
  if (!reason || !span) return null;
  return { entry: reason.entry, covered: text.slice(span.start, span.end), disguise: reason.disguise ?? [] };
}

const DRESSES: Record<string, string[]> = {
  '[LINK1] a dot in any dress': [
    'filou dot com',
    'filou point com',
    'FILOU(POINT)COM',
    'filou-dot-com',
    'filou d0t com',
    'filou[.]com',
    'filou punto com',
    'filou{.}com',
    'filou.]com',
    'filou[.com',
    'filou\\.com',
    'filou^.com',
    'filou【.】com',
    'filou . com',
    'filou .com',
    'filou,com',
    'filou ; com',
    'filou_com',
    'filou_dot_com',
    'filou "dot" com',
    'filou.(com)',
    'filou[,]com',
    '"filou"."com"',
    'filou։com',
    'filou..com',
    'filou-.-com',
    'filou。com',
    'filou．com',
    'filou•com',
    'filou…com',
  ],
  '[LINK2] letters in any dress': [
    'ｆｉｌｏｕ．ｃｏｍ',
    '𝐟𝐢𝐥𝐨𝐮.𝐜𝐨𝐦',
    '🅵🅸🅻🅾🆄.com',
    'fi\u200blou\u2060.com',
    'fi\u00adlou.com',
    'filоu.com',
    'filou.соm',
    'fílou.com',
    'fi1ou.com',
    'xn--flou-vpa.com',
    'fiiilou.com',
    'grancl-rnarche.fr',
    'grand‐marche.fr',
    'f̶i̶l̶o̶u̶.̶c̶o̶m̶',
    'mechant-outil.fr',
    'me\u0301chant-outil.fr',
    'xn--mchant-outil-beb.fr',
    'MÉCHANT-OUTIL.FR',
  ],
  '[LINK3] blanks, stars and emoji within the name': [
    'f i l o u . c o m',
    'f i l o u point c o m',
    'fi lou . com',
    'filou .c o m',
    'filou.c om',
    'filou.co m',
    'fi🌶lou.com',
    'f🌶i🌶lou.com',
    'fi*lou.com',
    'grand🌶-marche.fr',
    'f-i-l-o-u.com',
    'f.i.l.o.u.c.o.m',
    'il y a f i l o u . c o m',
  ],
  '[LINK4] codes, tags and reversed writing': [
    'http://filou%2ecom',
    'filou%252Ecom',
    'filou&#46;com',
    'filou&#x2e;com',
    'filou&period;com',
    'f&#105;lou.com',
    'fi<b></b>lou.com',
    'fi<!-- -->lou.com',
    '\u202emoc.uolif\u202c',
    'filou%E3%80%82com',
  ],
  '[LINK5] an address in any notation': [
    '203.0.113.9',
    'http://3405803785/',
    'http://0xcb007109',
    'http://0313.0.0161.011/x',
    'http://203.0.28937',
    '0xcb.0.0x71.9',
    '203[.]0[.]113[.]9',
    '203 dot 0 dot 113 dot 9',
    'http://[::ffff:203.0.113.9]/',
    'http://[::ffff:cb00:7109]',
    'http://[2001:db8:0:0::7]:80/',
    'http://a@3405803785',
  ],
  '[LINK6] schemes, user information, ports and what is glued to a link': [
    'hxxps://filou[.]com',
    'h**p://filou.com',
    'http:\\\\filou.com',
    'https:////filou.com',
    'http[:]//filou.com',
    'https://banque.fr@filou.com/',
    'https://banque.fr%2Fcompte@filou.com',
    'filou.com:8080',
    '//filou.com',
    'voir:filou.com',
    '=>filou.com',
    'l’filou.com',
    'filou.comMERCI',
    'filou.com.Merci',
    'moi@filou.com',
    '[ici](http://filou.com)',
    '<a href="//filou.com">',
    '**filou.com**',
  ],
  '[LINK7] the target of a redirector': [
    'https://search.example/url?q=https://filou.com/x',
    'https://search.example/?u=https%3A%2F%2Ffilou.com',
    'https://search.example/?u=https%253A%252F%252Ffilou.com',
    'https://archive.example/web/2020/http://filou.com/',
    'https://filou-com.translate.goog/',
    'https://search.example/amp/s/filou.com',
  ],
  '[LINK8] a path however it is spelt': [
    'membre.example/@filou',
    'membre.example//@filou?a=1',
    'membre.example/./@FILOU',
    'membre.example/%40filou',
    'membre.example\\@filou',
    'membre.example/@filouMERCI',
    'membre.example:443/@filou/photos',
    'm.membre.example/@filou…',
  ],
};

describe('dressed-up links', () => {
  for (const [rule, dresses] of Object.entries(DRESSES)) {
    test.each(dresses)(`${rule} is read: %s`, (dress) => {
      expect(seen(dress)).not.toBeNull();
      expect(seen(`Bonjour, voici : ${dress} merci bien`)?.entry).toBe(seen(dress)?.entry);
    });
  }

  test('[LINK9] a forbidden link is found whatever the text around it', () => {
    const dresses = [
      'filou.com',
      'filou dot com',
      'filou[.]com',
      'hxxp://filou.com',
      'filou%2ecom',
      'fi\u200blou.com',
    ];
    const around = fc.array(
      fc.constantFrom('salut', 'fin.', 'a.b', '3,5', '…', '@', '100 %', 'é', '(', '🌶', '«'),
    );
    fc.assert(
      fc.property(around, fc.constantFrom(...dresses), around, (before, dress, after) => {
        expect(seen([...before, '-', dress, '-', ...after].join(' '))?.entry).toBe('filou.com');
      }),
    );
  });

  test('[LINK12] no heap of fragments throws, and every span lies in the text', () => {
    const pieces =
      'filou . com point http:// // @ [ ] [.] %2e %25 &#46; &# <b> 🌶 \u202e \u200b 0x cb. 1. [::1] xn-- - _ , ; · é ';
    const texts = fc.array(fc.constantFrom(...pieces.split(' '), ' ', '\n'), { maxLength: 30 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        for (const { start, end } of judge(forbidding, text).reasons.flatMap(({ spans }) => spans)) {
          expect(0 <= start && start < end && end <= text.length).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['filou.com', []],
    ['filou point com', ['spelt-out dots']],
    ['https://banque.fr@filou.com', ['user information']],
    ['filou[.]com', ['broken dots']],
    ['f i l o u . c o m', ['spaced letters']],
    ['filou%2ecom', ['encoded']],
    ['fi\u200blou.com', ['invisible characters']],
    ['ｆｉｌｏｕ．ｃｏｍ', ['styled letters']],
    ['fil0u.com', ['lookalike letters']],
    ['filou.соm', ['lookalike letters']],
    ['\u202emoc.uolif', ['reversed']],
    ['http://0xcb007109', ['numeric address']],
    ['https://go.example/?u=https://filou.com', ['redirect']],
  ])('[LINK10] the reason says what was seen through in %s', (text, disguise) =>
    expect(seen(text)?.disguise).toEqual(expect.arrayContaining(disguise)),
  );

  test.each([
    ['Ici : https://filou.com/a?b#c.', 'https://filou.com/a?b#c'],
    ['(voir hxxps[:]//filou[.]com)', 'hxxps[:]//filou[.]com'],
    ['ou fi\u200blou%2ecom !', 'fi\u200blou%2ecom'],
    ['va sur f i l o u . c o m demain', 'f i l o u . c o m'],
    ['un \u202emoc.uolif\u202c là', 'moc.uolif'],
    ['https://banque.fr@filou.com/x', 'https://banque.fr@filou.com/x'],
    ['https://banque.fr%2Fcompte@filou.com/x', 'https://banque.fr%2Fcompte@filou.com/x'],
    ['va sur filou.com.je crois', 'filou.com'],
    ['écris à moi@filou.com, merci', 'moi@filou.com'],
  ])('[LINK11] what is shown of %s is the whole link and nothing else', (text, covered) =>
    expect(seen(text)?.covered).toBe(covered),
  );
});
