import { type AlreadyKnown, listKnown } from '../../db/invitation-batches.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { decodeFile } from '../library/decode-file.ts';
import { LIMITS } from '../limits.ts';
import type { InvitationPreview, PersonProblem, PreviewPerson } from '../protocol/invitations.ts';
import { createSlices, everybodyElse } from '../slices.ts';
import { problemOf, tidyPerson } from './judge-person.ts';
import { readPeople } from './read-people.ts';

/** A list that was given, read in memory until it is confirmed or put aside. */
export type OpenPreview = {
  siteId: string;
  /** The manager who gave it. */
  personId: string;
  startedAt: number;
  view: InvitationPreview;
  people: PreviewPerson[];
  /** Who stands where first, by address. */
  seen: Map<string, PreviewPerson>;
  stop: boolean;
};

/**
 * Reads a list in the background, a few hundred lines at a time with everybody else between.
 * @throws Refusal 409 while another list of theirs is being read or confirmed
 */
export function openPreview(ctx: AppContext, { site, personId }: Actor, list: Uint8Array): OpenPreview {
  makeRoom(ctx, personId);
  const siteId = site.id;
  const opened: OpenPreview = {
    siteId,
    personId,
    startedAt: ctx.clock.now(),
    view: {
      id: ctx.random.id(),
      state: 'reading',
      done: 0,
      total: 0,
      good: 0,
      wrong: { 'not-an-address': 0, unreadable: 0, twice: 0, waiting: 0, member: 0, declined: 0 },
      problem: null,
    },
    people: [],
    seen: new Map(),
    stop: false,
  };
  const { previews } = ctx.invitationWork;
  previews.set(opened.view.id, opened);
  setTimeout(() => previews.delete(opened.view.id), LIMITS.invitation.keptMs).unref();
  void read(ctx, opened, list).catch((error) => {
    ctx.log.error({ err: error, siteId }, 'a list of people could not be read');
    fail(opened, 'failed');
  });
  return opened;
}

/** One list a manager, and none that was left lying. */
function makeRoom({ invitationWork: { previews }, clock }: AppContext, personId: string): void {
  for (const [id, other] of previews) {
    const isBusy = other.view.state === 'reading' || other.view.state === 'confirming';
    const isOld = other.startedAt < clock.now() - LIMITS.invitation.keptMs;
    if (isBusy && other.personId === personId) throw conflict('Another list is being read. Wait a moment.');
    if (!isBusy && (isOld || other.personId === personId)) previews.delete(id);
  }
}

/** @throws Refusal 404 for another site's, too */
export function findPreview(ctx: AppContext, siteId: string, id: string): OpenPreview {
  const found = ctx.invitationWork.previews.get(id);
  if (found?.siteId !== siteId) throw notFound();
  return found;
}

/** The list is confirmed: those who are not invited can still be read. */
export function forgetGood(opened: OpenPreview): void {
  opened.people = opened.people.filter(({ problem }) => problem !== null);
  opened.seen.clear();
}

function fail(opened: OpenPreview, problem: NonNullable<InvitationPreview['problem']>): void {
  opened.people = [];
  opened.seen.clear();
  opened.view.state = 'failed';
  opened.view.problem = problem;
}

async function read(ctx: AppContext, opened: OpenPreview, list: Uint8Array): Promise<void> {
  const { view, people } = opened;
  const text = await decodeFile(list);
  view.total = await countLines(text);
  const slice = createSlices();
  for (const batch of readPeople(text)) {
    if (opened.stop) return;
    await slice();
    const tidy = batch.map((person, index) => tidyPerson(person, people.length + index));
    await judge(ctx, opened, tidy);
    people.push(...tidy);
    view.done = batch.at(-1)?.line ?? view.done;
    if (people.length > LIMITS.invitation.people) return fail(opened, 'too-many-lines');
  }
  if (people.length === 0) return fail(opened, 'empty');
  view.done = view.total;
  view.state = 'read';
}

async function countLines(text: string): Promise<number> {
  const slice = createSlices();
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    lines += 1;
    if (lines % 10_000 === 0) await slice();
  }
  return lines;
}

async function judge(ctx: AppContext, opened: OpenPreview, people: PreviewPerson[]): Promise<void> {
  const known = new Map<string, AlreadyKnown>();
  const emails = people.map(({ email }) => email).filter(Boolean);
  for (let at = 0; at < emails.length; at += LOOKED_UP) {
    const some = emails.slice(at, at + LOOKED_UP);
    for (const entry of await listKnown(ctx.db, opened.siteId, some, ctx.clock.now())) known.set(...entry);
    await everybodyElse();
  }
  for (const person of people) place(opened, person, known);
}

/** Addresses asked for in one query: a single line may hold very many. */
const LOOKED_UP = 500;

function place(opened: OpenPreview, person: PreviewPerson, known: Map<string, AlreadyKnown>): void {
  const { view, seen } = opened;
  Object.assign(person, problemOf(person, { seen, known }));
  if (person.problem) view.wrong[person.problem] += 1;
  else view.good += 1;
  if (person.email !== '' && !seen.has(person.email)) seen.set(person.email, person);
}

function unplace({ view }: OpenPreview, { problem }: PreviewPerson): void {
  if (problem) view.wrong[problem] -= 1;
  else view.good -= 1;
}

/**
 * Somebody mended in the list is judged again, and so is whoever stood behind them as a double.
 * @throws Refusal 404, 409 while the list is not ready
 */
export async function correctPerson(
  ctx: AppContext,
  opened: OpenPreview,
  index: number,
  said: string,
): Promise<PreviewPerson> {
  const person = opened.people[index];
  if (!person) throw notFound();
  if (opened.view.state !== 'read') throw conflict('This list is not ready.');
  const before = person.email;
  unplace(opened, person);
  const read = { line: person.line, said, email: said, name: '', language: '', topics: [], isReadable: true };
  const { email, problem } = tidyPerson(read, index);
  Object.assign(person, { said, email, problem });
  const follower = opened.seen.get(before) === person ? nextWith(opened, before) : undefined;
  if (opened.seen.get(before) === person) opened.seen.delete(before);
  if (follower) {
    opened.seen.set(before, follower);
    unplace(opened, follower);
    await judgeOne(ctx, opened, follower);
  }
  await judgeOne(ctx, opened, person);
  return person;
}

const nextWith = ({ people }: OpenPreview, email: string) =>
  people.find((person) => person.email === email && person.problem === ('twice' satisfies PersonProblem));

async function judgeOne(ctx: AppContext, opened: OpenPreview, person: PreviewPerson): Promise<void> {
  const emails = person.email === '' ? [] : [person.email];
  place(opened, person, await listKnown(ctx.db, opened.siteId, emails, ctx.clock.now()));
}
