/** People as CSV files (RFC 4180, with a byte order mark for spreadsheets), written in pieces. */
import { csvCell } from '../library/spreadsheet-cell.ts';
import type { Locale } from '../protocol/frames.ts';
import type { PersonProblem, PreviewPerson } from '../protocol/invitations.ts';

/** Those of a list who are not invited, as they were given and why not: mended, the file can be sent again. */
export function wrongCsv(people: PreviewPerson[], locale: Locale): ReadableStream<Uint8Array> {
  return csvStream(wrongParts(people, locale));
}

async function* wrongParts(people: PreviewPerson[], locale: Locale): AsyncGenerator<string> {
  yield line(HEADERS[locale]);
  for (let at = 0; at < people.length; at += AT_ONCE) {
    yield people
      .slice(at, at + AT_ONCE)
      .flatMap((person) => (person.problem ? [wrongLine(person, PROBLEMS[locale][person.problem])] : []))
      .join('');
  }
}

const wrongLine = ({ said, email, name, language, topics, line: at }: PreviewPerson, why: string) =>
  line([email || said, name ?? '', language ?? '', topics.join('|'), String(at), why]);

const AT_ONCE = 500;

const HEADERS: Record<Locale, string[]> = {
  fr: ['e-mail', 'nom', 'langue', 'sujets', 'ligne', 'pourquoi'],
  en: ['e-mail', 'name', 'language', 'topics', 'line', 'why'],
};

const PROBLEMS: Record<Locale, Record<PersonProblem, string>> = {
  fr: {
    'not-an-address': 'pas une adresse e-mail',
    unreadable: 'ligne illisible',
    twice: 'déjà plus haut dans la liste',
    waiting: 'déjà invité',
    member: 'déjà membre',
    declined: 'ne veut plus d’invitation',
  },
  en: {
    'not-an-address': 'not an e-mail address',
    unreadable: 'cannot be read',
    twice: 'already further up in the list',
    waiting: 'already invited',
    member: 'already a member',
    declined: 'wants no more invitations',
  },
};

export const line = (cells: string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Each part is written once the reader has room for it. */
export function csvStream(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let isFirst = true;
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(isFirst ? `\uFEFF${value}` : value));
      isFirst = false;
    },
  });
}
