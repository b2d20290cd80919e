import { html, nothing } from 'lit';
import { ALERT_DEGREES, type AlertDegree } from '../../../server/protocol/moderators.ts';
import type { ModerationWords } from './words.ts';

/** Acts that are said in words before they are done. */
export type NeedsWords = 'hide' | 'reject' | 'alert' | 'block';
export type Asked = { text: string; degree: AlertDegree };

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
    if (text || !isRequired) submit({ text, degree: data.get('degree') === 'now' ? 'now' : 'look' });
  };
  return html`<form @submit=${onSubmit}>
    <label>${labelOf(act, words)}<textarea class="field" name="text" rows="2" maxlength=${act === 'alert' ? 2000 : 500} ?required=${isRequired}></textarea></label>
    ${act === 'alert' ? degrees(words) : nothing}
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

function degrees(words: ModerationWords) {
  return html`<fieldset class="degrees">
    ${ALERT_DEGREES.map(
      (degree) =>
        html`<label><input type="radio" name="degree" value=${degree} ?checked=${degree === 'look'} />${words.degrees[degree]}</label>`,
    )}
  </fieldset>`;
}
