/** The compiled ID forms of the settings. */
import { type CompiledForms, compileForms } from '../tickets/compile.ts';
import { useSettings } from './use-settings.ts';

/** Compiled once for all texts on show. */
let latest: { key: string; compiled: CompiledForms } | undefined;

export function useForms(): CompiledForms {
  const { forms } = useSettings().settings;
  const key = forms.join('\n');
  if (latest?.key !== key) latest = { key, compiled: compileForms(forms) };
  return latest.compiled;
}
