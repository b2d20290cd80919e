/** Our own page that asks this browser whether it may show notifications. */
import type { DeviceAnswer, DeviceBody } from '../../server/protocol/notifications.ts';
import { current, type Possible, permission, possible, subscribe } from './subscription.ts';
import { type DeviceWords, WORDS } from './words.ts';

const page = document.querySelector<HTMLElement>('#device');
const words: DeviceWords = WORDS[document.documentElement.lang === 'fr' ? 'fr' : 'en'];

const UNABLE: Record<Exclude<Possible, 'yes'>, keyof DeviceWords> = {
  denied: 'denied',
  'home-screen': 'homeScreen',
  no: 'unsupported',
};

/** Says where things stand, with the one thing to do. */
function show(status: keyof DeviceWords, action: { label: keyof DeviceWords; act: () => void } | null) {
  const line = Object.assign(document.createElement('p'), { textContent: words[status] });
  line.setAttribute('role', 'status');
  const parts: HTMLElement[] = [line];
  if (status === 'denied') {
    parts.push(Object.assign(document.createElement('p'), { textContent: words.deniedHow }));
  }
  if (action) {
    const button = Object.assign(document.createElement('button'), { textContent: words[action.label] });
    button.addEventListener('click', action.act);
    parts.push(button);
  }
  page?.replaceChildren(...parts);
}

const showOff = (status: keyof DeviceWords = 'off') => show(status, { label: 'turnOn', act: turnOn });
const showOn = () => show('on', { label: 'turnOff', act: turnOff });

async function begin(): Promise<void> {
  const can = await possible();
  if (can !== 'yes') return show(UNABLE[can], null);
  const known = await current();
  // Permission was given before: nothing is to be asked, this person only has to be told here.
  if (known && (await permission()) === 'granted') return await turnOn();
  showOff();
}

async function turnOn(): Promise<void> {
  show('working', null);
  try {
    const answer = await Notification.requestPermission();
    if (answer !== 'granted') return answer === 'denied' ? show('denied', null) : showOff();
    await tell(await subscribe(page?.dataset.key ?? ''), true);
  } catch {
    showOff('failed');
  }
}

async function turnOff(): Promise<void> {
  const known = await current();
  if (known) await tell(known, false);
  showOff();
}

async function tell(subscription: PushSubscription, on: boolean): Promise<void> {
  const { endpoint, keys } = subscription.toJSON();
  const body: DeviceBody = {
    token: page?.dataset.token ?? '',
    subscription: { endpoint: endpoint ?? '', keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' } },
    on,
  };
  const response = await fetch('/api/notify/device', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status === 410) return show('over', null);
  if (!response.ok) return showOff('failed');
  const answer = (await response.json()) as DeviceAnswer;
  if (answer.on) showOn();
}

begin().catch(() => showOff('failed'));
