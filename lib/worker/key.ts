/** The agent's API key: sealed for one origin where it outlives the browser, opened only to make a call (R2, R5). */
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { oneAtATime } from '../state/one-at-a-time.ts';
import { forgetsAtExit, readDurable, removeDurable, writeDurable } from './durable.ts';

/** Where the seal lies: a key that no script can read out, in the extension's own IndexedDB. */
const SEAL = 'key-seal';
/** By what a key is known again that is kept no more: its digest, by a key that no script can read out. */
const KNOWN = 'key-known';
const VERSION = 1;

/** A sealed key as it lies in extension storage. Without the seal it is noise; under another origin it does not open. */
interface SealedKey {
  v: typeof VERSION;
  iv: string;
  data: string;
}

/** Where IndexedDB refuses there is no seal: the key then lies in `storage.session`, which content scripts do not see. */
interface PlainKey {
  v: typeof VERSION;
  origin: string;
  key: string;
}

const sealedForGood = 'local:deskKey';
const sealedForSession = 'session:deskKey';
const plainForSession = 'session:deskKeyPlain';

/** Nobody finds no key while another one takes its place. */
const inTurn = oneAtATime();

/**
 * Keeps the key for this origin and no other; what was kept before is gone. With `sessionOnly` it is forgotten when the
 * browser exits, as it is where the browser keeps nothing.
 */
export function saveKey(origin: string, key: string, sessionOnly: boolean): Promise<void> {
  return inTurn(() => save(origin, key, sessionOnly));
}

async function save(origin: string, key: string, sessionOnly: boolean): Promise<void> {
  await forget();
  if (await forgetsAtExit()) {
    await storage.setItem<PlainKey>(plainForSession, { v: VERSION, origin, key });
    return;
  }
  const seal = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await writeDurable(SEAL, { v: VERSION, value: seal });
  await storage.setItem<SealedKey>(sessionOnly ? sealedForSession : sealedForGood, await sealed(seal, origin, key));
  const by = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  const digest = await crypto.subtle.sign('HMAC', by, named(origin, key));
  await writeDurable(KNOWN, { v: VERSION, value: { by, digest } satisfies KnownKey });
}

/** Whether this is the key that was kept last for this origin, and not forgotten since by more than the browser's exit. */
export async function isKnownKey(origin: string, key: string): Promise<boolean> {
  if ((await findKey(origin)) === key) return true;
  const known = (await readDurable(KNOWN))?.value as KnownKey | undefined;
  return known !== undefined && crypto.subtle.verify('HMAC', known.by, known.digest, named(origin, key));
}

interface KnownKey {
  by: CryptoKey;
  digest: ArrayBuffer;
}

function named(origin: string, key: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${origin} ${key}`);
}

/** The key for this origin; null when there is none, or when what lies there is not sealed by us for this origin. */
export function findKey(origin: string): Promise<string | null> {
  return inTurn(() => find(origin));
}

async function find(origin: string): Promise<string | null> {
  if (await forgetsAtExit()) {
    const plain = await storage.getItem<PlainKey>(plainForSession);
    return plain?.v === VERSION && plain.origin === origin ? plain.key : null;
  }
  const seal = (await readDurable(SEAL))?.value;
  const record =
    (await storage.getItem<SealedKey>(sealedForSession)) ?? (await storage.getItem<SealedKey>(sealedForGood));
  return seal && record ? opened(seal as CryptoKey, origin, record) : null;
}

/** Keeps the key that is there for as long as is wanted now: over the browser's exit, or not. */
export async function keepKey(origin: string, sessionOnly: boolean): Promise<void> {
  const isForGood = (await storage.getItem<SealedKey>(sealedForGood)) !== null;
  const key = isForGood === sessionOnly ? await findKey(origin) : null;
  if (key !== null && !(await forgetsAtExit())) await saveKey(origin, key, sessionOnly);
}

/** Removes the key and its seal: what copies of it may lie anywhere are noise from now on. */
export function forgetKey(): Promise<void> {
  return inTurn(forget);
}

async function forget(): Promise<void> {
  await removeDurable(SEAL);
  await removeDurable(KNOWN);
  await storage.removeItems([sealedForGood, sealedForSession, plainForSession]);
}

/** Shuts content scripts out of extension storage where the browser can (Chromium; Firefox has no such method). */
export async function shutOutContentScripts(): Promise<void> {
  for (const area of [browser.storage.local, browser.storage.session]) {
    const { setAccessLevel } = area as { setAccessLevel?: (access: { accessLevel: string }) => Promise<void> };
    await setAccessLevel?.call(area, { accessLevel: 'TRUSTED_CONTEXTS' });
  }
}

function bound(origin: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(origin) };
}

async function sealed(seal: CryptoKey, origin: string, key: string): Promise<SealedKey> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(bound(origin, iv), seal, new TextEncoder().encode(key));
  return { v: VERSION, iv: toText(iv), data: toText(new Uint8Array(data)) };
}

async function opened(seal: CryptoKey, origin: string, record: SealedKey): Promise<string | null> {
  try {
    const data = await crypto.subtle.decrypt(bound(origin, toBytes(record.iv)), seal, toBytes(record.data));
    return new TextDecoder().decode(data);
  } catch {
    return null;
  }
}

function toText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
