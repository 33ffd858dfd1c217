/** Icon, name and button of each composer. */
import { ArrowRightLeft, type IconNode, NotebookPen, Reply, Tag, UserRoundCheck } from 'lucide';
import type { DraftKind } from '../../lib/tickets/draft.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';

export interface ComposerLook {
  icon: IconNode;
  word: MessageKey;
  button: MessageKey;
}

export const COMPOSER_LOOKS: Record<DraftKind, ComposerLook> = {
  reply: { icon: Reply, word: 'composerReply', button: 'composerSendReply' },
  note: { icon: NotebookPen, word: 'composerNote', button: 'composerAddNote' },
  assign: { icon: UserRoundCheck, word: 'composerAssign', button: 'composerAssign' },
  move: { icon: ArrowRightLeft, word: 'composerMove', button: 'composerMove' },
  tag: { icon: Tag, word: 'composerTag', button: 'composerSaveTags' },
};
