/** What a view is called: as it was named, or by our words. */
import type { SavedView } from '../../lib/tickets/views.ts';
import { t } from '../../lib/words/words.ts';

export function viewName({ id, name }: SavedView): string {
  return name || t(id === 'mine' ? 'viewMine' : 'viewUnassigned');
}
