import { css, html, nothing, type TemplateResult } from 'lit';
import type { FunnelAnswer } from '../../../../server/protocol/invitations.ts';
import { icon } from '../../icons/index.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/invitations.ts';

const t = translator(words);

export const mailBannerStyles = css`
  .banner { display: grid; grid-template-columns: auto 1fr; gap: 4px 12px; padding: 14px 18px; border-radius: 14px; background: var(--bo-warn-soft); color: var(--bo-ink); }
  .banner .icon { color: var(--bo-warn); margin-block-start: 2px; }
  .banner strong { font-weight: 650; }
  .banner p { grid-column: 2; overflow-wrap: anywhere; }
`;

/** What keeps mails from leaving, where something does. */
export function mailBanner({ mail, trouble }: FunnelAnswer): TemplateResult | typeof nothing {
  if (!mail) return banner(t('noMailTitle'), t('noMailText'), null);
  if (!trouble) return nothing;
  return banner(
    t('troubleTitle'),
    t('troubleText', { why: t(`trial-${trouble.result}`) }),
    trouble.answer && t('answerOf', { answer: trouble.answer }),
  );
}

const banner = (title: string, text: string, said: string | null) =>
  html`<div class="banner" role="status">
    ${icon('bell', 18)}<strong>${title}</strong>
    <p>${text}</p>
    ${said ? html`<p class="small muted">${said}</p>` : nothing}
  </div>`;
