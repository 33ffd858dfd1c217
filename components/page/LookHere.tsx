/** "Only when I ask": looks at this page now. */
import { useRequest } from '../../lib/hooks/use-request.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Status } from '../basic/Status.tsx';
import { FailureNote } from '../failure/FailureNote.tsx';
import { leaveFocus } from './focus.ts';

export function LookHere({ tabId }: { tabId: number }) {
  const look = useRequest('sites.lookNow');
  const needsToolbar = look.failure?.code === 'no-permission' || look.failure?.code === 'not-allowed';
  return (
    <>
      <Button look="primary" busy={look.busy} buttonRef={leaveFocus} onClick={() => void look.ask({ tabId })}>
        {t('pageLook')}
      </Button>
      {needsToolbar && <Status>{t('pageLookRefused')}</Status>}
      {look.failure && !needsToolbar && <FailureNote failure={look.failure} />}
    </>
  );
}
