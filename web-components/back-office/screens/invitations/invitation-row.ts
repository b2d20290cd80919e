import { css, html, nothing, type TemplateResult } from 'lit';
import type { InvitationRow } from '../../../../server/protocol/invitations.ts';
import { locale, translator } from '../../locales/index.ts';
import words from '../../locales/invitations.ts';
import { dateOf, relativeTime } from '../../time.ts';

const t = translator(words);

export const invitationRowStyles = css`
  .to { overflow-wrap: anywhere; }
  .to .small { display: block; font-weight: 400; }
  .far { display: grid; gap: 3px; }
  .far .line { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; }
  .dots { display: inline-flex; gap: 3px; }
  .dots i { inline-size: 14px; block-size: 5px; border-radius: 3px; background: var(--bo-line); }
  .dots i.done { background: var(--bo-accent); }
  .dots.ended i.done { background: var(--bo-muted); }
  .refused { color: var(--bo-danger); }
  .said { overflow-wrap: anywhere; }
`;

export type RowActs = {
  mail: boolean;
  copy: (invitation: InvitationRow) => void;
  send: (invitation: InvitationRow) => void;
  revoke: (invitation: InvitationRow) => void;
};

/** One invitation: to whom, how far it came, what can be done. */
export function invitationRow(invitation: InvitationRow, acts: RowActs): TemplateResult {
  const { name, email, role, by } = invitation;
  return html`<tr>
    <th scope="row" class="to">${name ?? email ?? t('anyone')}${name && email ? html` <span class="muted small">${email}</span>` : nothing}</th>
    <td>${t(role)}</td>
    <td>${far(invitation)}</td>
    <td data-label=${t('by')}>${by || t('system')}</td>
    <td class="actions">${actions(invitation, acts)}</td>
  </tr>`;
}

function far(invitation: InvitationRow): TemplateResult {
  const done = stepsDone(invitation);
  const isEnded = ['revoked', 'declined', 'expired'].includes(invitation.state);
  return html`<div class="far">
    <div class="line">
      <span class="dots ${isEnded ? 'ended' : ''}" role="img" aria-label=${t('steps', { done })}>${[1, 2, 3, 4].map((step) => html`<i class=${step <= done ? 'done' : ''}></i>`)}</span>
      <span class=${invitation.mail === 'failed' && invitation.state === 'waiting' ? 'refused' : ''}>${fate(invitation)}</span>
    </div>
    ${second(invitation)}
  </div>`;
}

/** Mail sent, link opened, joined, first answer. */
function stepsDone({ sentAt, openedAt, usedAt, firstAnswerAt }: InvitationRow): number {
  if (firstAnswerAt !== null) return 4;
  if (usedAt !== null) return 3;
  if (openedAt !== null) return 2;
  return sentAt !== null ? 1 : 0;
}

function fate(invitation: InvitationRow): string {
  const { state, mail, sentAt, openedAt, usedAt, firstAnswerAt } = invitation;
  const ago = (at: number) => relativeTime(at, Date.now(), locale());
  if (firstAnswerAt !== null) return t('is-answered', { when: ago(firstAnswerAt) });
  if (usedAt !== null) return t('is-joined', { when: ago(usedAt) });
  if (state === 'revoked' || state === 'declined' || state === 'expired') return t(`is-${state}`);
  if (mail === 'failed') return t('is-failed');
  if (openedAt !== null) return t('is-opened', { when: ago(openedAt) });
  if (mail === 'sent' && sentAt !== null) return t('is-sent', { when: ago(sentAt) });
  return t(mail === 'sent' ? 'is-queued' : `is-${mail}`);
}

function second({ state, mail, mailError, expiresAt }: InvitationRow): TemplateResult | typeof nothing {
  if (state !== 'waiting') return nothing;
  if (mailError && mail !== 'sent')
    return html`<span class="muted small said">${t('answerOf', { answer: mailError })}</span>`;
  return html`<span class="muted small">${t('until', { date: dateOf(expiresAt, locale()) })}</span>`;
}

function actions(invitation: InvitationRow, { mail, copy, send, revoke }: RowActs) {
  const who = invitation.name ?? invitation.email ?? t('anyone');
  const { state, email } = invitation;
  const isOpen = state === 'waiting';
  const isUnderWay = invitation.mail === 'queued' || invitation.mail === 'sending';
  const maySend = mail && email !== null && !isUnderWay && (isOpen || state === 'expired');
  return html`${
    maySend
      ? html`<button class="button small quiet" type="button" aria-label=${t('sendAgainOf', { who })} @click=${() => send(invitation)}>${t('sendAgain')}</button>`
      : nothing
  }${
    isOpen
      ? html`<button class="button small quiet" type="button" aria-label=${t('copyLinkOf', { who })} @click=${() => copy(invitation)}>${t('copyLink')}</button>
        <button class="button small quiet danger" type="button" aria-label=${t('revokeOf', { who })} @click=${() => revoke(invitation)}>${t('revoke')}</button>`
      : nothing
  }`;
}
