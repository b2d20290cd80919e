/** The letter of a key press meant for the queue; null while somebody types, holds a modifier or answers a dialog. */
export function queueLetter(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1)
    return null;
  const isBusy = event.composedPath().some((node) => node instanceof Element && node.matches(TYPING));
  return isBusy || document.querySelector('bo-confirm') ? null : event.key.toUpperCase();
}

const TYPING =
  'input, textarea, select, [contenteditable], wa-dialog, dialog, [role="listbox"], [role="menu"]';
