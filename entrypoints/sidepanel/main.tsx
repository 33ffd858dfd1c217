/** Starts the side panel. */
import { render } from 'preact';
import '../../components/basic/tokens.css';
import { PanelApp } from '../../components/panel/PanelApp.tsx';
import { InLanguage } from '../../components/parts/InLanguage.tsx';

// The bench counts from here (tests/e2e/paint.spec.ts).
performance.mark('deskside-start');
const root = document.getElementById('app');
if (root) render(<InLanguage>{() => <PanelApp />}</InLanguage>, root);
