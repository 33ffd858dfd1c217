/** What the parts of the bench work with. */
import type { Page } from '@playwright/test';
import type { bench } from './in-page.ts';

declare global {
  interface Window {
    bench: typeof bench;
  }
}

export interface Lab {
  /** Fewer and shorter runs. */
  quick: boolean;
  /** A new page with `window.bench` in it. */
  open(html?: string): Promise<Page>;
}

export interface GivenPage {
  name: string;
  html: string;
}
