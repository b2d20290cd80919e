import * as z from 'zod';
import type { AlreadyKnown } from '../../db/invitation-batches.ts';
import { LIMITS } from '../limits.ts';
import type { PersonProblem, PersonRemark, PreviewPerson } from '../protocol/invitations.ts';
import { displayName } from '../text.ts';
import { languageOf } from './people-columns.ts';
import type { ReadPerson } from './read-people.ts';

const address = z.email().max(254);

/** The address as it is compared and stored; null = it is none. */
export function addressOf(said: string): string | null {
  const email = said.trim().toLowerCase();
  return address.safeParse(email).success ? email : null;
}

/** What the file says, tidied: without deciding yet whether somebody is known. */
export function tidyPerson(read: ReadPerson, index: number): PreviewPerson {
  const remarks: PersonRemark[] = [];
  const language = languageOf(read.language);
  if (read.language !== '' && !language) remarks.push('unknown-language');
  const name = nameOf(read.name);
  if (read.name.trim() !== '' && name === null) remarks.push('name-left-out');
  const topics = [...new Set(read.topics.map((topic) => topic.slice(0, LIMITS.invitation.topicLength)))];
  if (topics.length > LIMITS.invitation.topics) remarks.push('topics-cut');
  const email = addressOf(read.email);
  const problem = read.isReadable ? (email === null ? 'not-an-address' : null) : 'unreadable';
  return {
    index,
    line: read.line,
    said: read.said.slice(0, LIMITS.invitation.said),
    email: email ?? '',
    name,
    language,
    topics: topics.slice(0, LIMITS.invitation.topics),
    problem,
    firstLine: null,
    remarks,
  };
}

function nameOf(said: string): string | null {
  try {
    return displayName(said);
  } catch {
    // A name is only proposed: they choose their own when they join.
    return null;
  }
}

/** Whether somebody with an address can be invited: not twice, and not who is known. */
export function problemOf(
  person: PreviewPerson,
  { seen, known }: { seen: Map<string, PreviewPerson>; known: Map<string, AlreadyKnown> },
): { problem: PersonProblem | null; firstLine: number | null } {
  if (person.email === '') return { problem: person.problem, firstLine: null };
  const first = seen.get(person.email);
  if (first && first.index !== person.index) return { problem: 'twice', firstLine: first.line };
  return { problem: known.get(person.email) ?? null, firstLine: null };
}
