/** Which sites: ready choices for mail and CRM, and a free list. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useFocusPassed } from '../../lib/hooks/use-focus-passed.ts';
import { useWrongField } from '../../lib/hooks/use-wrong-field.ts';
import type { MessageKey } from '../../lib/tickets/message-key.ts';
import { parseSite, SITE_PRESETS, siteName } from '../../lib/tickets/site-pattern.ts';
import { t } from '../../lib/words/words.ts';
import { Button } from '../basic/Button.tsx';
import { Checkbox } from '../basic/Checkbox.tsx';
import { Chip } from '../basic/Chip.tsx';
import { Notice } from '../basic/Notice.tsx';
import { TextField } from '../basic/TextField.tsx';

export interface SitePickerProps {
  sites: readonly string[];
  disabled: boolean;
  /** Called within the click, so that the browser may be asked for the sites. False where they were not taken, which is said then. */
  onAdd: (patterns: readonly string[]) => Promise<boolean>;
  onRemove: (patterns: readonly string[]) => void;
}

export function SitePicker({ sites, disabled, onAdd, onRemove }: SitePickerProps) {
  const ofPresets = SITE_PRESETS.flatMap(({ patterns }) => patterns);
  const others = sites.filter((pattern) => !ofPresets.includes(pattern));
  return (
    <div class="site-picker">
      {sites.length === 0 && <Notice title={t('settingsNoSites')} />}
      <fieldset class="site-picker__presets" disabled={disabled}>
        <legend class="field__label">{t('settingsPresets')}</legend>
        {SITE_PRESETS.map(({ name, patterns }) => (
          <Checkbox
            key={name}
            label={name}
            title={patterns.map(siteName).join(', ')}
            checked={patterns.every((pattern) => sites.includes(pattern))}
            disabled={disabled}
            onChange={(on) => void (on ? onAdd(patterns) : onRemove(patterns))}
          />
        ))}
      </fieldset>
      <SiteList sites={others} disabled={disabled} onRemove={(pattern) => onRemove([pattern])}>
        {!disabled && (
          <AddSite
            label={t('settingsAddSite')}
            list={t('settingsSites')}
            findWord={(pattern) => (sites.includes(pattern) ? 'settingsProblemSiteTwice' : undefined)}
            onAdd={(pattern) => onAdd([pattern])}
          />
        )}
      </SiteList>
    </div>
  );
}

export interface SiteListProps {
  sites: readonly string[];
  disabled: boolean;
  onRemove: (site: string) => void;
  /** What adds one; it takes the focus when the last one is taken off. */
  children: ComponentChildren;
}

/** Sites as chips that can be taken off, and the way to add one. */
export function SiteList({ sites, disabled, onRemove, children }: SiteListProps) {
  const focus = useFocusPassed<HTMLDivElement>();
  return (
    <div class="site-list" {...focus}>
      {sites.length > 0 && (
        <ul class="chips">
          {sites.map((site) => (
            <li key={site}>
              <Chip removeName={siteName(site)} onRemove={disabled ? undefined : () => onRemove(site)}>
                {siteName(site)}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}

export interface AddSiteProps {
  label: string;
  /** The name of the list that it adds to. */
  list: string;
  /** The word for a site that cannot be added; undefined for one that can. */
  findWord: (pattern: string) => MessageKey | undefined;
  /** False where it was not taken: the text stays. */
  onAdd: (pattern: string) => Promise<boolean>;
}

/** A field for one more site; what is no site gets a word at once. */
export function AddSite({ label, list, findWord, onAdd }: AddSiteProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<MessageKey>();
  const box = useRef<HTMLDivElement>(null);
  const leadToWrong = useWrongField(box);
  const add = async () => {
    const pattern = parseSite(text);
    const word = pattern === undefined ? 'settingsProblemSite' : findWord(pattern);
    leadToWrong();
    if (pattern === undefined || word !== undefined) return setError(word);
    if (await onAdd(pattern)) setText((now) => (now === text ? '' : now));
  };
  return (
    <div class="with-button" ref={box}>
      <TextField
        label={label}
        value={text}
        placeholder="mail.example.com"
        error={error && t(error)}
        onChange={(typed) => {
          setText(typed);
          setError(undefined);
        }}
        onEnter={() => void add()}
      />
      <Button label={t('settingsAddTo', list)} onClick={({ detail }) => detail < 2 && void add()}>
        {t('settingsAdd')}
      </Button>
    </div>
  );
}
