/** The compiled ID forms of the settings. */
import { useMemo } from 'preact/hooks';
import { type CompiledForms, compileForms } from '../tickets/compile.ts';
import { useSettings } from './use-settings.ts';

export function useForms(): CompiledForms {
  const { forms } = useSettings().settings;
  const key = forms.join('\n');
  return useMemo(() => compileForms(key.split('\n')), [key]);
}
