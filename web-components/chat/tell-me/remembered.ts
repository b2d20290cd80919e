import { browserStorage } from '../browser-storage.ts';

const KEY = 'entraide:tell-me';

/** Whether somebody on this shop chose to be told in the chat alone: they are not asked again. */
export const choseHere = (): boolean => browserStorage().getItem(KEY) === 'here';

export function rememberHere(isHere: boolean): void {
  if (isHere) browserStorage().setItem(KEY, 'here');
  else browserStorage().removeItem(KEY);
}
