/** What an entry would do, in short: the text, or the fields it sets. */
import { useNames } from '../../lib/hooks/use-names.ts';
import { useSettings } from '../../lib/hooks/use-settings.ts';
import type { Action } from '../../lib/tickets/actions.ts';
import { deskZone } from '../../lib/tickets/desk-dates.ts';
import { shortDateTime } from '../../lib/words/times.ts';
import { t, tn } from '../../lib/words/words.ts';

export interface EntryContentProps {
  action: Action;
  /** Said to be the agent's, where it stands beside what another person set. */
  isBesideOther?: boolean;
}

export function EntryContent({ action, isBesideOther = false }: EntryContentProps) {
  const { nameOf } = useNames();
  const { zone } = useSettings().settings;
  if (action.kind === 'close') return null;
  if (action.kind === 'reply' || action.kind === 'note') {
    return (
      <blockquote class="outbox-card__text" dir="auto">
        {action.kind === 'reply' ? action.reply : action.note}
      </blockquote>
    );
  }
  const deadlineText = (iso: string) => shortDateTime(Date.parse(iso), Date.now(), deskZone(zone));
  const words = fieldWords(action, nameOf, deadlineText).join(' · ');
  return <p class="outbox-card__fields">{isBesideOther ? t('outboxMovedYours', words) : words}</p>;
}

type Fields = Exclude<Action, { kind: 'close' | 'reply' | 'note' }>;

function fieldWords(
  action: Fields,
  nameOf: ReturnType<typeof useNames>['nameOf'],
  deadlineText: (iso: string) => string,
): string[] {
  const minutes = 'minutes' in action && action.minutes ? [tn('composerOutcomeMinutes', action.minutes)] : [];
  switch (action.kind) {
    case 'assign':
      return [
        t('outboxToAgent', nameOf('agents', action.assignee)),
        ...(action.deadline ? [t('composerOutcomeDeadline', deadlineText(action.deadline))] : []),
        ...minutes,
      ];
    case 'move':
      return [
        t('outboxToQueue', nameOf('queues', action.queue)),
        ...(action.unassign ? [t('composerOutcomeUnassign')] : []),
        ...minutes,
      ];
    case 'tag':
      return [action.tags.length > 0 ? action.tags.join(', ') : t('composerNoTags')];
  }
}
