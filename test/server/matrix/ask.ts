import { REQUESTS } from './requests.ts';
import { SECRET, type Thing, type What, type Who, type World } from './world.ts';

const FILES = [
  'GET /embed.js',
  'GET /sw.js',
  'GET /notify.js',
  'GET /static/*',
  'GET /back-office',
  'GET /back-office/*',
  'GET /questions/:site/sw.js',
];

/** @returns the status, or for a stream what it said first, and everything that was answered */
export async function askRoute(
  world: World,
  route: string,
  thing: Thing,
  who: Who,
): Promise<{ outcome: string; received: string }> {
  const ask = REQUESTS[route];
  if (!ask) throw new Error(`requests.ts does not say how to ask ${route}`);
  const { params = {}, query, body, form, ownPage } = await ask(world, thing, who);
  const [method = '', pattern = ''] = route.split(' ');
  const person = world.people[who];
  const path = Object.entries({ site: 'demo', ...params }).reduce(
    (at, [name, value]) => at.replace(`:${name}`, encodeURIComponent(value)),
    pattern.replace('*', 'x'),
  );
  const inOffice = ownPage || pattern.startsWith('/api/back-office');
  const answer = await fetch(`${person.base}${path}${query ? `?${query}` : ''}`, {
    method,
    redirect: 'manual',
    headers: {
      'x-forwarded-for': person.address,
      ...(inOffice ? { origin: person.office, cookie: person.cookie } : { origin: 'https://shop.test' }),
      ...(person.token && !inOffice ? { authorization: `Bearer ${person.token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(form ? { body: new URLSearchParams(form) } : {}),
  });
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) return await firstWord(answer);
  const received = await answer.text();
  // Whether there are files to send depends on the build, not on who asks.
  const isFile = FILES.includes(route) && [200, 404].includes(answer.status);
  return { outcome: isFile ? 'file' : String(answer.status), received };
}

/** A stream is opened for anybody and then says whether they are let in. */
async function firstWord(answer: Response) {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let received = '';
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    received += piece.value;
    const outcome = received.includes('"op":"welcome"') ? 'welcome' : /"code":(\d{4})/.exec(received)?.[1];
    if (outcome === undefined) continue;
    await reader?.cancel();
    return { outcome, received };
  }
  return { outcome: 'ended', received };
}

const STAFF: Who[] = ['moderator', 'manager'];

/** Texts in an answer that its reader may not see. */
export function leaksIn(received: string, who: Who): string[] {
  const hidden = {
    held: !STAFF.includes(who),
    deleted: who !== 'manager',
    elsewhere: who !== 'elsewhere',
  };
  return Object.entries(hidden)
    .filter(([kind, isHidden]) => isHidden && received.includes(SECRET[kind as keyof typeof SECRET]))
    .map(([kind]) => kind);
}

export const thingFor = async (world: World, what: What | '-', who: Who): Promise<Thing> =>
  await world.make(what === '-' ? 'others' : what, who);
