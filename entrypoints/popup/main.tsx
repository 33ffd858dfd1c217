/** Starts the toolbar popup. */
import { render } from 'preact';
import '../../components/basic/tokens.css';
import { PopupApp } from '../../components/popup/PopupApp.tsx';

const root = document.getElementById('app');
if (root) render(<PopupApp />, root);
