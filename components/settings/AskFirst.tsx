/** Asks once before what cannot be undone. */
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Notice } from '../basic/Notice.tsx';
import { takeFocus } from '../basic/take-focus.ts';

export interface AskFirstProps {
  title: string;
  /** The word of the button that does it. */
  yes: string;
  busy: boolean;
  onYes: () => Promise<void>;
  onNo: () => void;
  /** What it leads to. */
  children: ComponentChildren;
}

export function AskFirst({ title, yes, busy, onYes, onNo, children }: AskFirstProps) {
  return (
    <Notice
      tone="warning"
      live="alert"
      title={title}
      actions={
        <>
          <Button buttonRef={takeFocus} onClick={onNo}>
            {t('basicCancel')}
          </Button>
          <Button look="danger" busy={busy} onClick={() => void onYes()}>
            {yes}
          </Button>
        </>
      }
    >
      {children}
    </Notice>
  );
}
