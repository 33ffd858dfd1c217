/** Starts the side panel. */
import { render } from 'preact';
import '../../components/basic/tokens.css';
import { PanelApp } from '../../components/panel/PanelApp.tsx';
import { InLanguage } from '../../components/parts/InLanguage.tsx';
import { endWithFirstPaint, lookFirst } from '../../lib/hooks/first-look.ts';
import { guardSecondClicks } from '../../lib/hooks/second-click.ts';

// The bench counts from here (tests/e2e/paint.spec.ts).
performance.mark('deskside-start');
guardSecondClicks();
const root = document.getElementById('app');
void lookFirst().then(() => {
  if (root) render(<InLanguage>{() => <PanelApp />}</InLanguage>, root);
  endWithFirstPaint();
});
