/** A field to paste any text into: what would be found in it is lit up. */
import { useMemo, useState } from 'preact/hooks';
import { compileForms } from '../../lib/tickets/compile.ts';
import { findIds, type IdMatch } from '../../lib/tickets/find-ids.ts';
import { t, tn } from '../../lib/words/words.ts';
import { TextArea } from '../basic/TextArea.tsx';

export function TryForms({ forms }: { forms: readonly string[] }) {
  const [text, setText] = useState('');
  const compiled = useMemo(() => compileForms(forms), [forms.join('\n')]);
  const matches = findIds(text, compiled);
  return (
    <>
      <TextArea
        label={t('settingsTryText')}
        value={text}
        placeholder={t('settingsTryPlaceholder')}
        onChange={setText}
      />
      <div role="status">
        {text.trim() !== '' && (
          <>
            <p class="try__count">
              {matches.length === 0 ? t('settingsTryNone') : tn('settingsTryFound', matches.length)}
            </p>
            {matches.length > 0 && <p class="try__text">{lightUp(text, matches)}</p>}
          </>
        )}
      </div>
    </>
  );
}

function lightUp(text: string, matches: IdMatch[]) {
  return matches.map(({ start, end, id }, at) => (
    <span key={start}>
      {text.slice(matches[at - 1]?.end ?? 0, start)}
      <mark class="try__mark" title={id}>
        {text.slice(start, end)}
      </mark>
      {at === matches.length - 1 && text.slice(end)}
    </span>
  ));
}
