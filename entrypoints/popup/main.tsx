/** Starts the toolbar popup. */
import { render } from 'preact';
import '../../components/basic/tokens.css';
import { InLanguage } from '../../components/parts/InLanguage.tsx';
import { PopupApp } from '../../components/popup/PopupApp.tsx';

const root = document.getElementById('app');
if (root) render(<InLanguage>{() => <PopupApp />}</InLanguage>, root);
