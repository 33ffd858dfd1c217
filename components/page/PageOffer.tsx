/** One quiet line while the agent types: what the page shows by now. */
import { FileSearch } from 'lucide';
import type { PagePlace } from '../../lib/tickets/follow-page.ts';
import { pageIds } from '../../lib/tickets/page-state.ts';
import { t, tn } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Status } from '../basic/Status.tsx';
import { Strip } from '../basic/Strip.tsx';
import { leaveFocus } from './focus.ts';

export function PageOffer({ offered, onShow }: { offered: PagePlace; onShow: () => void }) {
  const words =
    offered.kind === 'ticket' ? t('pageOfferTicket', offered.id) : tn('pageOfferList', pageIds(offered.page).length);
  return (
    <div ref={leaveFocus}>
      <Strip
        icon={FileSearch}
        actions={
          <Button look="quiet" onClick={onShow}>
            {t('pageOfferShow')}
          </Button>
        }
      >
        <Status>{words}</Status>
      </Strip>
    </div>
  );
}
