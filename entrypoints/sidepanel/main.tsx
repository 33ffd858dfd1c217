/** Starts the side panel. */
import { render } from 'preact';
import '../../components/basic/tokens.css';
import { PanelApp } from '../../components/panel/PanelApp.tsx';
import { InLanguage } from '../../components/parts/InLanguage.tsx';

const root = document.getElementById('app');
if (root) render(<InLanguage>{() => <PanelApp />}</InLanguage>, root);
