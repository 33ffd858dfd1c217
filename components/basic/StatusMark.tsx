/** A ticket's status as shape, word and colour; an unknown code as its number. */
import { Circle, CircleCheck, CircleDot, CircleHelp, Hourglass, type IconNode } from 'lucide';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import { codeWord } from '../../lib/words/code-word.ts';
import { t } from '../../lib/words/words.ts';
import { Badge, type Tone } from './Badge.tsx';

const LOOKS: Record<number, { icon: IconNode; tone: Tone; tip: MessageKey }> = {
  1: { icon: Circle, tone: 'blue', tip: 'statusNewTip' },
  2: { icon: CircleDot, tone: 'amber', tip: 'statusWorkingTip' },
  3: { icon: Hourglass, tone: 'violet', tip: 'statusPendingTip' },
  4: { icon: CircleCheck, tone: 'green', tip: 'statusClosedTip' },
};

export function StatusMark({ status }: { status: number | null }) {
  if (status === null) return <Badge>—</Badge>;
  const look = LOOKS[status];
  return (
    <Badge tone={look?.tone ?? 'grey'} icon={look?.icon ?? CircleHelp} title={look && t(look.tip)}>
      {codeWord('status', status)}
    </Badge>
  );
}
