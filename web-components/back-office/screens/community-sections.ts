/** The settings of the community, in the order one meets it: moderation, waiting questions, rules, recognition. */
import './answer-time-setting.ts';
import './house-rules.ts';
import './moderator-rights.ts';
import './question-telling.ts';
import './recognition-setting.ts';
import './report-threshold.ts';
import { html, type TemplateResult } from 'lit';
import type { SiteSettings } from '../../../server/protocol/back-office.ts';
import type { Api } from '../api.ts';
import houseWords from '../locales/house-rules.ts';
import { translator } from '../locales/index.ts';
import rightsWords from '../locales/moderator-rights.ts';
import words from '../locales/pages.ts';
import telling from '../locales/question-telling.ts';
import recognition from '../locales/recognition.ts';
import { settingsSection } from './settings-section.ts';

const t = translator(words);
const rights = translator(rightsWords);
const waiting = translator(telling);
const house = translator(houseWords);
const points = translator(recognition);

export function communitySections(api: Api, saved: SiteSettings, onSaved: () => void): TemplateResult {
  return html`
    ${settingsSection(
      'moderation',
      { title: t('moderationTitle'), lead: rights('always') },
      html`<bo-moderator-rights .api=${api} .saved=${saved} @bo-saved=${onSaved}></bo-moderator-rights>
        <bo-report-threshold .api=${api} .saved=${saved} @bo-saved=${onSaved}></bo-report-threshold>`,
    )}
    ${settingsSection(
      'waiting',
      { title: waiting('title'), lead: waiting('hint') },
      html`<bo-answer-time-setting .api=${api} .saved=${saved}></bo-answer-time-setting>
        <bo-question-telling .api=${api} .saved=${saved}></bo-question-telling>`,
    )}
    ${settingsSection(
      'house',
      { title: house('title'), lead: house('lead') },
      html`<bo-house-rules .api=${api} .saved=${saved.community.houseRules}></bo-house-rules>`,
    )}
    ${settingsSection(
      'recognition',
      { title: points('settingTitle') },
      html`<bo-recognition-setting .api=${api} .saved=${saved}></bo-recognition-setting>`,
    )}`;
}
