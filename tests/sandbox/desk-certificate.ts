/** Makes the certificate the sandbox desk shows: new at each start, for its names on loopback only. */
import { createHash, createPublicKey } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  key: string;
  certificate: string;
  /** SHA-256 of the public key's SPKI, base64: for Chromium's `--ignore-certificate-errors-spki-list`. */
  spki: string;
}

/** A self-signed P-256 certificate for `*.sympoq.com` and loopback, good for 30 days. */
export async function makeCertificate(): Promise<Certificate> {
  const day = 86_400_000;
  const made = await generate([{ name: 'commonName', value: 'acme.sympoq.com' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - day),
    notAfterDate: new Date(Date.now() + 30 * day),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'acme.sympoq.com' },
          { type: 2, value: '*.sympoq.com' },
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  const spki = createPublicKey(made.cert).export({ type: 'spki', format: 'der' });
  return {
    key: made.private,
    certificate: made.cert,
    spki: createHash('sha256').update(spki).digest('base64'),
  };
}
