/** Switches looking off or on for one site. */
import { Eye, EyeOff } from 'lucide';
import { useRequest } from '../../lib/hooks/use-request.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { FailureNote } from '../failure/FailureNote.tsx';
import { leaveFocus } from './focus.ts';

export interface SiteSwitchProps {
  origin: string;
  isOn: boolean;
}

export function SiteSwitch({ origin, isOn }: SiteSwitchProps) {
  const change = useRequest('sites.switch');
  return (
    <>
      <Button
        look={isOn ? 'quiet' : 'primary'}
        icon={isOn ? EyeOff : Eye}
        busy={change.busy}
        buttonRef={leaveFocus}
        onClick={() => void change.ask({ origin, on: !isOn })}
      >
        {t(isOn ? 'pageTurnOff' : 'pageTurnOn')}
      </Button>
      {change.failure && <FailureNote failure={change.failure} />}
    </>
  );
}
