/** A ticket's priority as shape, word and colour; an unknown code as its number. */
import { ChevronDown, ChevronsUp, ChevronUp, type IconNode, Minus, SignalHigh } from 'lucide';
import { findCodeWord } from '../../lib/tickets/codes.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from './Icon.tsx';
import './badge.css';

const LOOKS: Record<number, { icon: IconNode; tone: string }> = {
  1: { icon: ChevronDown, tone: 'soft' },
  2: { icon: Minus, tone: 'soft' },
  3: { icon: ChevronUp, tone: 'amber' },
  4: { icon: ChevronsUp, tone: 'red' },
};

export function PriorityMark({ priority }: { priority: number | null }) {
  if (priority === null) return <span class="mark">—</span>;
  const look = LOOKS[priority];
  const word = findCodeWord('priority', priority);
  return (
    <span class={`mark mark--${look?.tone ?? 'soft'}`} title={t('priorityTip')}>
      <Icon of={look?.icon ?? SignalHigh} size={14} />
      {word ? <span class="mark__word">{t(word)}</span> : priority}
    </span>
  );
}
