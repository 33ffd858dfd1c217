/** How likely an ID form is to hit ordinary text: tried on things that stand in mails and records all day. */
import { compileForms } from './compile.ts';
import { findIds } from './find-ids.ts';

/** Dates, telephones, amounts, orders, versions, codes: none of them a ticket. */
const ORDINARY: readonly string[] = [
  '2023-09-05',
  '09-13-2023',
  '05-09-2023',
  '05-SEP-22',
  '09/13/2023',
  '14:06',
  '09-13',
  '2023-24',
  '555-0199',
  '020-7946-0958',
  '1-800-555-0199',
  '+359 2 981 0000',
  '12-34-56',
  '1,250.00',
  '19.99',
  '100',
  '42',
  '404',
  '2024',
  '10001',
  'SW1A-1AA',
  'A4',
  'B12',
  'B-52',
  'COVID-19',
  'F-16',
  'ISO-9001',
  'UTF-8',
  'X-RAY',
  'E-MAIL',
  'Q3-2024',
  'FY24',
  'MP3',
  'H2O',
  'RFC-2616',
  'CVE-2024-12345',
  'PO-104233',
  'INV-2023-0042',
  'ORDER-77812',
  'SKU-88-1203',
  'WPA2-PSK',
  'SHA-256',
  '978-3-16-148410-0',
  '4111-1111-1111-1111',
  '123-45-6789',
  'DE89-3704-0044',
  'BA2490',
  'LH-1402',
  '192.168.0.1',
  'V2.10.3',
  '10.0.19045',
  '#1',
  '#12345',
  'A1B2C3',
  '550E8400-E29B-41D4-A716-446655440000',
  'HTTP',
  'NASA',
  'DONE',
  'IT',
];

export interface FormRisk {
  level: 'rare' | 'some' | 'often';
  /** What it would hit, at most three. */
  examples: string[];
}

/** Tries a form on ordinary things. A form that cannot be read hits nothing. */
export function findFormRisk(form: string): FormRisk {
  const compiled = compileForms([form]);
  const hits = ORDINARY.filter((text) => findIds(text, compiled).length > 0);
  const level = hits.length === 0 ? 'rare' : hits.length <= 2 ? 'some' : 'often';
  return { level, examples: hits.slice(0, 3) };
}
