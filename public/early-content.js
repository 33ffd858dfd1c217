// Runs before a page has any form: `lib/worker/content-script.ts` says why.
