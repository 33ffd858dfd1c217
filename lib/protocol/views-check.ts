/** What saved views may hold. */
import * as v from 'valibot';
import { SORT_FIELDS } from '../tickets/sort-tickets.ts';
import { MOST_PINNED, MOST_VIEWS, type SavedView, withStartViews } from '../tickets/views.ts';
import { type Check, listFilterFields } from './checks.ts';

const view = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  name: v.pipe(v.string(), v.trim(), v.maxLength(100)),
  filter: v.object({
    ...listFilterFields,
    assignee: v.union([v.literal('me'), listFilterFields.assignee]),
  }),
  sort: v.object({ by: v.picklist(SORT_FIELDS), isDown: v.boolean() }),
  pinned: v.boolean(),
});

/** At most 50, of which 5 pinned, each with an id of its own; those of the start are always among them. */
export const viewsCheck: Check<SavedView[]> = v.pipe(
  v.array(view),
  v.check((views) => new Set(views.map(({ id }) => id)).size === views.length),
  v.check((views) => views.filter(({ pinned }) => pinned).length <= MOST_PINNED),
  v.transform((views) => withStartViews(views)),
  v.maxLength(MOST_VIEWS),
);
