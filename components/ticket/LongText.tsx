/** A text that shows its beginning, and the rest on a click. */
import { ChevronDown, ChevronUp } from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import { isLongText, startOfText } from '../../lib/tickets/long-text.ts';
import { plainText } from '../../lib/tickets/plain-text.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { TicketText, type TicketTextProps } from './TicketText.tsx';

export interface LongTextProps extends Pick<TicketTextProps, 'onOpen'> {
  text: string;
  /** Only its first lines: the same stands elsewhere in full. */
  brief?: boolean;
}

export function LongText({ text, onOpen, brief }: LongTextProps) {
  const [whole, setWhole] = useState(false);
  const start = useMemo(() => startOfText(text), [text]);
  const shown = useMemo(() => (whole ? plainText(text) : start), [whole, text]);
  if (!isLongText(start, brief)) return <TicketText plain={start} onOpen={onOpen} />;
  return (
    <div class={`long-text${whole ? '' : ' long-text--cut'}${brief ? ' long-text--brief' : ''}`}>
      <div class="long-text__window">
        <TicketText plain={shown} onOpen={onOpen} />
      </div>
      <Button
        look="quiet"
        icon={whole ? ChevronUp : ChevronDown}
        expanded={whole ? undefined : false}
        onClick={() => setWhole(!whole)}
      >
        {t(whole ? 'ticketShowLess' : 'ticketShowAll')}
      </Button>
    </div>
  );
}
