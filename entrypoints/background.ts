/** Starts the worker. */
import { defineBackground } from 'wxt/utils/define-background';
import { startWorker } from '../lib/worker/start.ts';

export default defineBackground(() => startWorker());
