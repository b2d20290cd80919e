/** Shows the chosen file in the place of the picture there is, and says at once when it is too large. */
export function lookAtPictures(root: ParentNode): void {
  for (const input of root.querySelectorAll<HTMLInputElement>('[data-picture-input]')) {
    input.addEventListener('change', () => look(input));
    // Its own words are the browser's; what is chosen is shown as it will look.
    input.classList.add('out-of-sight');
    (input.nextElementSibling as HTMLElement).hidden = false;
    offerToSave(input, false);
  }
}

function look(input: HTMLInputElement): void {
  const [file] = input.files ?? [];
  const isTooLarge = file !== undefined && file.size > Number(input.dataset.most);
  input.setCustomValidity(isTooLarge ? (input.dataset.tooLarge ?? '') : '');
  if (isTooLarge) input.reportValidity();
  else if (file) show(input, file);
  offerToSave(input, file !== undefined);
}

/** Where a picture is saved by a button of its own: only once there is something to save. */
function offerToSave(input: HTMLInputElement, isChosen: boolean): void {
  const button = input.form?.querySelector<HTMLElement>('[data-picture-save]');
  if (button) button.hidden = !isChosen;
}

function show(input: HTMLInputElement, file: File): void {
  const shown = input.closest('.picture')?.querySelector('[data-picture]');
  if (!shown) return;
  const picture = new Image(64, 64);
  picture.className = 'avatar';
  picture.alt = '';
  picture.dataset.picture = '';
  picture.src = URL.createObjectURL(file);
  // A file that is no picture leaves what was there.
  picture.addEventListener('load', () => shown.replaceWith(picture));
}
