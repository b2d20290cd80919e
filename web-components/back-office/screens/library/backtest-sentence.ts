import type { Backtest } from '../../../../server/protocol/library.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/library-backtest.ts';

const t = translator(words);

/** "would have held 37 messages, would have let 2 messages through, of 1,204 messages read". */
export function backtestSentence({
  stopped,
  freed,
  read,
}: Pick<Backtest, 'stopped' | 'freed' | 'read'>): string {
  const parts = [
    ...(['hold', 'reject', 'flag'] as const).flatMap((effect) =>
      stopped[effect] > 0 ? [t(effect, { count: stopped[effect] })] : [],
    ),
    ...(freed > 0 ? [t('freed', { count: freed })] : []),
  ];
  if (parts.length === 0) return t('nothing', { count: read });
  const sentence = `${parts.join(', ')}, ${t('outOf', { count: read })}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
