/** The choice of where to look, each with what it means. */
import { useId } from 'preact/hooks';
import type { Settings } from '../../lib/tickets/settings.ts';
import { t } from '../../lib/words/words.ts';

type Where = Settings['where'];

export interface WhereRadiosProps {
  value: Where;
  disabled?: boolean;
  onPick: (where: Where) => void;
}

export function WhereRadios({ value, disabled, onPick }: WhereRadiosProps) {
  const name = useId();
  const radio = (where: Where, label: string, about: string, mark?: string) => (
    <Radio {...{ name, label, about, mark }} isChecked={value === where} onPick={() => onPick(where)} />
  );
  return (
    <fieldset class="choices" disabled={disabled}>
      <legend class="sr-only">{t('settingsWhere')}</legend>
      {radio('every', t('settingsWhereEvery'), t('settingsWhereEveryAbout'), t('settingsRecommended'))}
      {radio('these', t('settingsWhereThese'), t('settingsWhereTheseAbout'))}
      {radio('asked', t('settingsWhereAsked'), t('settingsWhereAskedAbout'))}
    </fieldset>
  );
}

interface RadioProps {
  name: string;
  label: string;
  about: string;
  mark?: string | undefined;
  isChecked: boolean;
  onPick: () => void;
}

function Radio({ name, label, about, mark, isChecked, onPick }: RadioProps) {
  const id = useId();
  return (
    <div class="choice">
      <input
        class="choice__button"
        type="radio"
        id={id}
        name={name}
        checked={isChecked}
        aria-describedby={`${id}-about`}
        onChange={onPick}
      />
      <div class="choice__words">
        <label class="choice__label" htmlFor={id}>
          {label}
        </label>
        {mark && <span class="choice__mark">{mark}</span>}
        <p class="choice__about" id={`${id}-about`}>
          {about}
        </p>
      </div>
    </div>
  );
}
