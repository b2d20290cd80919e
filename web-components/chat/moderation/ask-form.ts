import { html, nothing } from 'lit';
import {
  ALERT_DEGREES,
  ALERT_SUBJECTS,
  type AlertDegree,
  type AlertSubject,
} from '../../../server/protocol/moderators.ts';
import type { ModerationWords } from './words.ts';

/** Acts that are said in words before they are done. */
export type NeedsWords = 'hide' | 'reject' | 'alert' | 'block';
export type Asked = { text: string; about: AlertSubject['kind']; degree: AlertDegree };

type AskForm = {
  act: NeedsWords;
  words: ModerationWords;
  busy: boolean;
  submit: (asked: Asked) => void;
  cancel: () => void;
};

/** What is asked before an act: a reason, or the note of an alert and how urgent it is. */
export function askForm({ act, words, busy, submit, cancel }: AskForm) {
  const isRequired = act === 'alert' || act === 'block';
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = String(data.get('text')).trim();
    const about = ALERT_SUBJECTS.find((kind) => kind === data.get('about')) ?? 'message';
    if (text || !isRequired) submit({ text, about, degree: data.get('degree') === 'now' ? 'now' : 'look' });
  };
  return html`<form @submit=${onSubmit}>
    <label>${labelOf(act, words)}<textarea class="field" name="text" rows="2" maxlength=${act === 'alert' ? 2000 : 500} ?required=${isRequired}></textarea></label>
    ${act === 'alert' ? [choice('about', words.about, ALERT_SUBJECTS, words.subjects), choice('degree', words.degree, ALERT_DEGREES, words.degrees)] : nothing}
    ${act === 'block' ? html`<p class="hint">${words.blockHint}</p>` : nothing}
    <div class="buttons">
      <button class="main" ?disabled=${busy}>${words[act]}</button>
      <button class="cancel" type="button" @click=${cancel}>${words.cancel}</button>
    </div>
  </form>`;
}

function labelOf(act: NeedsWords, words: ModerationWords): string {
  if (act === 'alert') return words.alertNote;
  return act === 'block' ? words.blockReason : words.reason;
}

/** A few short choices side by side, the first of them made. */
function choice<Value extends string>(
  name: string,
  label: string,
  values: readonly Value[],
  words: Record<Value, string>,
) {
  return html`<fieldset class="choice">
    <legend class="unseen">${label}</legend>
    ${values.map(
      (value, i) =>
        html`<label><input type="radio" name=${name} value=${value} ?checked=${i === 0} />${words[value]}</label>`,
    )}
  </fieldset>`;
}
