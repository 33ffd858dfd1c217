/** Starts the side panel. */
import { render } from 'preact';
import '../../components/basic/tokens.css';
import { PanelApp } from '../../components/panel/PanelApp.tsx';

const root = document.getElementById('app');
if (root) render(<PanelApp />, root);
