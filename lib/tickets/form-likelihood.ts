/** How likely an ID form is to hit ordinary text: tried on lines such as mails and pages are full of. */
import { compileForms } from './compile.ts';
import { findIds } from './find-ids.ts';

export interface Likelihood {
  /** `rare`: hits nothing ordinary; `sometimes`: one or two kinds of things; `often`: more. */
  level: 'rare' | 'sometimes' | 'often';
  /** What it would take for an ID, at most three. */
  examples: string[];
}

/** One kind of thing per line, so that a form that hits one kind is not counted often. */
const ordinary = [
  'on 2024-10-12, 12-10-2024, 10-12-24, 2024/10/12, 12.10.2024, 12/10/24 and 20241012',
  'between 10:30 and 11:45, at 1030 hours, 10-12 h, Mon-Fri 08:00-17:00',
  'call 555-0100, +49 30 5550-0100, (020) 7946 0018, 1-800-555-0199 or 0170 5550100',
  'ISBN 978-3-16-148410-0, ISSN 2049-3630, EAN 4006381333931',
  'ISO-8859-1, UTF-8, RFC-2616, IEEE-802, DIN A4, H-264, MP-3',
  'COVID-19, B-52, F-16, A-10, SARS-COV-2, X-1, MI-6, R2-D2',
  'version 1.2.3, v10.15.7, build 2211, KB5034441, rev. A12',
  'pages 12-34, 3-0, 20-30 %, 1999-2004, 50-60',
  'USD 1,200.50, 99.95 EUR, 1.200,00, 1200, 12 and 3',
  '6F9619FF-8B86-D011-B42D-00CF4FC964FF, 3F2504E0-4F89',
  'AA:BB:CC:DD:EE:FF, 192.168.10.12, 10.0.0.1:8080, FE80',
  'IBAN DE89 3704 0044 0532 0130 00, BIC COBADEFFXXX, VAT DE123456789',
  'order 4711, invoice 2024-0815, room 101, gate B12, seat 14C',
  'NASA, HTML, PDF, FAQ, ASAP, FYI, OK, I, A, B2B, COPY THAT',
  'flight LH454, bus M29, A380, E-220, Boeing 737-800',
  'SN 5CD1234XYZ, part 7XB-0021, model WH-1000XM4, P/N 12-3456-78',
  '#1, #12 and #metoo; No. 5; § 12; step 3 of 10; Q3-24, W-12',
];

/** Tries a form. One that cannot be read hits nothing. */
export function formLikelihood(form: string): Likelihood {
  const compiled = compileForms([form]);
  const hits = ordinary.map((line) => findIds(line, compiled).map(({ start, end }) => line.slice(start, end)));
  const kinds = hits.filter((found) => found.length > 0);
  const level = kinds.length === 0 ? 'rare' : kinds.length <= 2 ? 'sometimes' : 'often';
  return { level, examples: kinds.flatMap(([first]) => (first === undefined ? [] : [first])).slice(0, 3) };
}
