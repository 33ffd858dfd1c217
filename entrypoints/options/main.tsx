/** Starts the settings page, which is the first-start page too. */
import { render } from 'preact';
import '../../components/basic/tokens.css';
import { InLanguage } from '../../components/parts/InLanguage.tsx';
import { SettingsApp } from '../../components/settings/SettingsApp.tsx';
import { guardSecondClicks } from '../../lib/hooks/second-click.ts';

guardSecondClicks();
const root = document.getElementById('app');
if (root) render(<InLanguage>{() => <SettingsApp />}</InLanguage>, root);
