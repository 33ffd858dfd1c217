/** Icon, title and button of each composer. */
import { ArrowRightLeft, type IconNode, NotebookPen, Reply, Tag, UserRoundCheck } from 'lucide';
import type { DraftKind } from '../../lib/tickets/draft.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';

export interface ComposerLook {
  icon: IconNode;
  word: MessageKey;
  title: MessageKey;
  button: MessageKey;
}

export const COMPOSER_LOOKS: Record<DraftKind, ComposerLook> = {
  reply: { icon: Reply, word: 'composerReply', title: 'composerReplyTo', button: 'composerSendReply' },
  note: { icon: NotebookPen, word: 'composerNote', title: 'composerNoteOn', button: 'composerAddNote' },
  assign: { icon: UserRoundCheck, word: 'composerAssign', title: 'composerAssignOf', button: 'composerAssign' },
  move: { icon: ArrowRightLeft, word: 'composerMove', title: 'composerMoveOf', button: 'composerMove' },
  tag: { icon: Tag, word: 'composerTag', title: 'composerTagsOf', button: 'composerSaveTags' },
};
