import type { Locale } from '../protocol/frames.ts';
import { mailHtml } from './mail-html.ts';
import { mailText } from './mail-text.ts';

export type MailLink = { label: string; link: string };

/** What a mail says, apart from how it looks. Everything is plain text and is escaped where it must be. */
export type MailParts = {
  locale: Locale;
  /** The subject, and the title above the paragraphs. */
  title: string;
  /** Each a paragraph; a line break inside one stays a line break. */
  paragraphs: string[];
  button?: MailLink;
  /** Why this mail came, in small print under everything. */
  footer: string;
  /** Shown under the footer; the header of one-click unsubscribing is the sender's to add. */
  unsubscribe?: MailLink;
  /** The brand's colour, `#rrggbb`; null or absent = ours. */
  accent?: string | null;
};

export type MailContent = { subject: string; text: string; html: string };

/** The one look of every mail: as text, with each link whole and alone on its line, and as HTML. */
export function mailContent(parts: MailParts): MailContent {
  return { subject: parts.title, text: mailText(parts), html: mailHtml(parts) };
}
