/** The key: sealed for one origin, noise to everyone else, gone when forgotten. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const ORIGIN = 'https://acme.sympoq.com';
const KEY = 'canary-kR7wQz2mVx9LtB';

type Keys = typeof import('../../lib/worker/key.ts');

/** A fresh worker over the same disk. */
async function newWorker(): Promise<Keys> {
  vi.resetModules();
  return import('../../lib/worker/key.ts');
}

/** All that stands in extension storage, where Firefox lets content scripts read. */
async function storageText(): Promise<string> {
  const areas = [await browser.storage.local.get(null), await browser.storage.session.get(null)];
  return JSON.stringify(areas);
}

const encodings = [
  KEY,
  btoa(KEY),
  Buffer.from(KEY).toString('hex'),
  encodeURIComponent(KEY),
  [...KEY].reverse().join(''),
];

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});

describe('a sealed key', () => {
  test('comes back for its origin only, and outlives the worker', async () => {
    await (await newWorker()).saveKey(ORIGIN, KEY, false);
    const { findKey } = await newWorker();
    expect(await findKey(ORIGIN)).toBe(KEY);
    for (const other of [
      'https://evil.sympoq.com',
      'https://acme.sympoq.com:444',
      'http://acme.sympoq.com',
      '',
      `${ORIGIN}/`,
    ])
      expect(await findKey(other)).toBeNull();
  });

  test('is noise in extension storage, and different noise each time', async () => {
    const { saveKey } = await newWorker();
    await saveKey(ORIGIN, KEY, false);
    const first = await storageText();
    await saveKey(ORIGIN, KEY, false);
    const second = await storageText();
    expect(encodings.filter((text) => (first + second).includes(text))).toEqual([]);
    expect(first).not.toBe(second);
  });

  test('cannot be read out of its seal', async () => {
    await (await newWorker()).saveKey(ORIGIN, KEY, false);
    const { readDurable } = await import('../../lib/worker/durable.ts');
    const seal = (await readDurable('key-seal'))?.value as CryptoKey;
    expect(seal.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', seal)).rejects.toThrow();
  });

  test('does not open when its record is forged, old or of another origin', async () => {
    const { saveKey, findKey } = await newWorker();
    await saveKey('https://evil.example', 'evil-key', false);
    const { deskKey: ofEvil } = await browser.storage.local.get('deskKey');
    await saveKey(ORIGIN, KEY, false);
    const { deskKey: own } = await browser.storage.local.get('deskKey');
    const forgeries = [
      ofEvil,
      { v: 1, iv: '', data: '' },
      { v: 1 },
      'x',
      7,
      [],
      { ...(own as object), data: btoa('x'.repeat(40)) },
    ];
    for (const deskKey of forgeries) {
      await browser.storage.local.set({ deskKey });
      expect(await findKey(ORIGIN)).toBeNull();
    }
    await browser.storage.local.set({ deskKey: own });
    expect(await findKey(ORIGIN)).toBe(KEY);
  });

  test('is there all the while that another one takes its place', async () => {
    const { saveKey, findKey } = await newWorker();
    await saveKey(ORIGIN, KEY, false);
    let isSaved = false;
    const saving = saveKey(ORIGIN, 'another-key', false).then(() => {
      isSaved = true;
    });
    while (!isSaved) expect(await findKey(ORIGIN)).not.toBeNull();
    await saving;
    expect(await findKey(ORIGIN)).toBe('another-key');
  });

  test('is gone when forgotten, copies of its record included', async () => {
    const { saveKey, findKey, forgetKey } = await newWorker();
    await saveKey(ORIGIN, KEY, false);
    const copy = await browser.storage.local.get('deskKey');
    await forgetKey();
    await browser.storage.local.set(copy);
    expect(await findKey(ORIGIN)).toBeNull();
  });
});

test('asked for at each start: gone with the browser, there for the next worker', async () => {
  await (await newWorker()).saveKey(ORIGIN, KEY, true);
  expect(await browser.storage.local.get(null)).toEqual({});
  expect(await (await newWorker()).findKey(ORIGIN)).toBe(KEY);
  await browser.storage.session.clear();
  expect(await (await newWorker()).findKey(ORIGIN)).toBeNull();
});

test('what a key is known by is neither the key nor to be read out, and goes when it is forgotten', async () => {
  const { forgetKey, isKnownKey, saveKey } = await newWorker();
  const { readDurable } = await import('../../lib/worker/durable.ts');
  await saveKey(ORIGIN, KEY, true);
  await browser.storage.session.clear();
  expect(await isKnownKey(ORIGIN, KEY)).toBe(true);
  expect(await isKnownKey(ORIGIN, `${KEY}x`)).toBe(false);
  expect(await isKnownKey('https://other.sympoq.com', KEY)).toBe(false);
  const known = (await readDurable('key-known'))?.value as { by: CryptoKey; digest: ArrayBuffer };
  expect(known.by.extractable).toBe(false);
  expect(known.digest.byteLength).toBe(32);
  await forgetKey();
  expect(await isKnownKey(ORIGIN, KEY)).toBe(false);
});

test('where IndexedDB refuses it lies in storage.session only', async () => {
  globalThis.indexedDB = {
    open: () => {
      throw new DOMException('refused', 'SecurityError');
    },
  } as unknown as IDBFactory;
  const { saveKey, findKey } = await newWorker();
  await saveKey(ORIGIN, KEY, false);
  expect(await browser.storage.local.get(null)).toEqual({});
  expect(await findKey(ORIGIN)).toBe(KEY);
  expect(await findKey('https://evil.example')).toBeNull();
});
