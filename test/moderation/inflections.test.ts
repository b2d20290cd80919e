import { describe, expect, test } from 'vitest';
import { suggestForms } from '../../moderation/index.ts';

const listOf = (forms: string) => forms.split(', ');

describe('suggested forms', () => {
  test.each([
    ['connard', 'connards, connarde, connardes'],
    ['idiot', 'idiots, idiote, idiotes'],
    ['salope', 'salopes'],
    ['con', 'cons, conne, connes'],
    ['salaud', 'salauds, salaude, salaudes'],
    ['nègre', 'nègres, négresse, négresses'],
    ['crétin', 'crétins, crétine, crétines'],
    ['bouffon', 'bouffons, bouffonne, bouffonnes'],
    ['violeur', 'violeurs, violeuse, violeuses'],
    ['tocard', 'tocards, tocarde, tocardes'],
    ['enculé', 'enculés, enculée, enculées'],
    ['merdeux', 'merdeuse, merdeuses, merdeusement'],
    ['boloss', 'bolosse, bolosses'],
    ['putassier', 'putassiers, putassière, putassières'],
    ['anormal', 'anormaux, anormale, anormales'],
    ['banal', 'banals, banale, banales'],
    ['débile', 'débiles, débilement'],
    ['négro', 'négros'],
    ['lèche-cul', 'lèche-culs'],
  ])('[FORM1] %s -> %s', (word, forms) => expect(suggestForms(word, 'fr')).toEqual(listOf(forms)));

  test.each([
    ['emmerder', 'emmerde, emmerdes, emmerdez, emmerdent, emmerdé, emmerdée, emmerdés, emmerdées, emmerdant'],
    ['emmerder', 'emmerdeur, emmerdeurs, emmerdeuse, emmerdeuses, emmerdons, emmerdait, emmerdera'],
    ['sucer', 'suce, sucez, sucé, suçant, suceur, suceuse, suçait'],
    ['lécher', 'lèche, léchez, lèchent, léché, lécheur, léchera'],
    ['crever', 'crève, crevez, crevé, crevant, crèvera, crevard, crevarde'],
    ['égorger', 'égorge, égorgez, égorgeant, égorgeur'],
    ['jeter', 'jette, jetez, jettera'],
    ['noyer', 'noie, noyez, noiera'],
    ['vomir', 'vomis, vomit, vomissez, vomissent, vomi, vomissant'],
    ['mentir', 'mens, ment, mentez, menti, menteur, menteuse'],
    ['pendre', 'pends, pend, pendez, pendu, pendue'],
    ['battre', 'bats, bat, battez, battu'],
    ['foutre', 'fous, fout, foutez, foutu, foutue'],
    ['rompre', 'romps, rompt, rompez, rompu'],
  ])('[FORM2] %s -> among others %s', (word, forms) =>
    expect(suggestForms(word, 'fr')).toEqual(expect.arrayContaining(listOf(forms))),
  );

  test('[FORM2] what is said to somebody comes first', () => {
    expect(suggestForms('niquer', 'fr').slice(0, 3)).toEqual(['nique', 'niques', 'niquez']);
  });

  test.each([
    ['asshole', 'assholes'],
    ['pussy', 'pussies'],
    ['chinaman', 'chinamen'],
    ['faggot', 'faggots'],
    ['fuck', 'fucks, fucked, fucking, fucker, fuckers, fucky'],
    ['bitch', 'bitches, bitched, bitching, bitcher, bitchers, bitchy'],
    ['shit', 'shits, shitted, shitting, shitter, shitters, shitty'],
    ['bullshit', 'bullshits, bullshitted, bullshitting, bullshitter, bullshitters, bullshitty'],
    ['spam', 'spams, spammed, spamming, spammer, spammers, spammy'],
    ['rape', 'rapes, raped, raping, raper, rapers, rapy'],
    ['masturbate', 'masturbates, masturbated, masturbating, masturbator, masturbators'],
    ['die', 'dies, died, dying, dier, diers'],
    ['fry', 'fries, fried, frying, frier, friers'],
  ])('[FORM3] %s -> %s', (word, forms) => expect(suggestForms(word, 'en')).toEqual(listOf(forms)));

  test.each([
    ['fr', 'sale pute', 'sales putes'],
    ['fr', 'gros con', 'gros cons, grosse conne, grosses connes'],
    ['fr', 'tête de noeud', 'têtes de noeud'],
    ['fr', 'trou du cul', 'trous du cul'],
    ['fr', 'enculé de ta race', 'enculés de ta race, enculée de ta race, enculées de ta race'],
    ['fr', 'fils de pute', 'fille de pute, filles de pute'],
    ['fr', 'va te faire foutre', ''],
    ['en', 'piece of shit', 'pieces of shit'],
    ['en', 'son of a bitch', 'sons of a bitch, sons of bitches'],
    ['en', 'stupid bitch', 'stupid bitches'],
    ['en', 'fuck off', 'fucking off, fucked off, fucks off'],
    ['en', 'suck my dick', 'sucking my dick, sucked my dick, sucks my dick'],
  ] as const)('[FORM4] %s: %s -> %s', (language, text, forms) =>
    expect(suggestForms(text, language)).toEqual(forms === '' ? [] : listOf(forms)),
  );

  test('[FORM4] a verb is conjugated before what it acts on', () => {
    const forms = suggestForms('nique ta mère', 'fr');
    expect(forms).toEqual(expect.arrayContaining(['niquer ta mère', 'niquez ta mère', 'niquons ta mère']));
    expect(forms).not.toContain('niqueuse ta mère');
  });

  test.each(['emmerder', 'sucer', 'vomir', 'foutre', 'Connard', ' con ', 'fils', 'gueux', 'nique ta mère'])(
    '[FORM5] %s',
    (word) => {
      const forms = suggestForms(word, 'fr');
      expect(forms.length).toBeLessThanOrEqual(24);
      expect(new Set(forms).size).toBe(forms.length);
      expect(forms).not.toContain(word.trim().toLowerCase());
      expect(forms.length).toBeGreaterThan(0);
    },
  );

  test.each(['', '  ', '*con*', 'h4ck', '💩'])('[FORM5] nothing is suggested for "%s"', (text) => {
    expect(suggestForms(text, 'fr')).toEqual([]);
    expect(suggestForms(text, 'en')).toEqual([]);
  });

  test('[FORM5] capitals and the way accents are encoded make no difference', () => {
    expect(suggestForms('CRÉTIN'.normalize('NFD'), 'fr')).toEqual(['crétins', 'crétine', 'crétines']);
  });
});
