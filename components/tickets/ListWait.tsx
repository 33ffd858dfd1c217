/** While the desk makes a list: its shape at once, and after a second that it goes on. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/words/words.ts';
import { Skeleton } from '../basic/Skeleton.tsx';

const QUIET_MS = 1000;

export function ListWait() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="list-wait">
      <div class="list-wait__words" role="status">
        {isLong && (
          <>
            <p>{t('listReading')}</p>
            <progress aria-label={t('basicLoading')} />
          </>
        )}
      </div>
      <Skeleton lines={6} />
    </div>
  );
}
