/** One plain line of what the button will do. */
import { speak } from '../../lib/hooks/speak.ts';
import { useNames } from '../../lib/hooks/use-names.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import { deskZone, localToInstant } from '../../lib/tickets/desk-dates.ts';
import type { Draft } from '../../lib/tickets/draft.ts';
import { findNumber } from '../../lib/tickets/names.ts';
import { type OutcomePart, outcomeParts } from '../../lib/tickets/outcome-line.ts';
import type { Ticket } from '../../lib/tickets/ticket.ts';
import { codeWord } from '../../lib/words/code-word.ts';
import { shortDateTime } from '../../lib/words/times.ts';
import { t, tn } from '../../lib/words/words.ts';

export interface OutcomeLineProps {
  id: string;
  draft: Draft;
  ticket: Ticket | null;
}

export function OutcomeLine({ id, draft, ticket }: OutcomeLineProps) {
  const { names, nameOf } = useNames();
  const { zone } = useSettings().settings;
  const words = {
    statusWord: (status: number) => codeWord('status', status),
    queueName: (queue: number | null) => nameOf('queues', queue),
    typed: (kind: 'agents' | 'queues', typed: string) => {
      const number = findNumber(names, kind, typed);
      return number === undefined ? null : { number, name: nameOf(kind, number) };
    },
    deadlineText: (local: string) => {
      const instant = localToInstant(local, zone);
      return instant ? shortDateTime(Date.parse(instant), Date.now(), deskZone(zone)) : local;
    },
  };
  const parts = outcomeParts(draft, ticket ?? draft.seen, words);
  return (
    <p class="composer__outcome" id={id}>
      {partsText(parts)}
    </p>
  );
}

/** Says what saving will do with the tags by now: the line stands apart from the field that the focus is in. */
export function speakTags(parts: OutcomePart[]): void {
  speak(partsText(parts) || t('composerNoTagChange'));
}

export function partsText(parts: OutcomePart[]): string {
  return parts.map(partText).join(' ');
}

function partText(part: OutcomePart): string {
  return 'plural' in part ? tn(part.plural, part.count) : t(part.key, ...(part.fills ?? []));
}
