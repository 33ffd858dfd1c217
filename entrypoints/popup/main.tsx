/** Starts the toolbar popup. */
import { render } from 'preact';
import '../../components/basic/tokens.css';
import { InLanguage } from '../../components/parts/InLanguage.tsx';
import { PopupApp } from '../../components/popup/PopupApp.tsx';
import { endWithFirstPaint, lookFirst } from '../../lib/hooks/first-look.ts';
import { guardSecondClicks } from '../../lib/hooks/second-click.ts';

guardSecondClicks();
const root = document.getElementById('app');
void lookFirst().then(() => {
  if (root) render(<InLanguage>{() => <PopupApp />}</InLanguage>, root);
  endWithFirstPaint();
});
