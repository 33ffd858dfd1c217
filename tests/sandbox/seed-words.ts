/** The words that make seeded tickets differ: people, companies, places and what fills the scenarios' slots. */
import type { Random } from './random.ts';

export interface Person {
  name: string;
  /** As it stands in a mail address. */
  mail: string;
}

const FIRST =
  `Amelie Amara Anton Ashok Beatriz Björn Chidi Clara Dmitri Edith Eun-ji Fatima Farid Gunnar Hana Henrik Iris
Ismail Jasper Jelena Kofi Lena Ling Magnus Marta Mateo Mei Mirela Naomi Nils Olena Oscar Petra Pierre Quentin Rania Rosa
Ruben Saskia Sergio Signe Tariq Thandi Ulrich Valeria Wanda Xavier Yara Yusuf Zofia`.split(/\s+/);

const LAST =
  `Abernathy Achterberg Almeida Bergström Bianchi Cárdenas Chen Czerny Dubois Eriksen Farouk Fischer Gonçalves
Grünwald Haugen Horváth Ivanova Jankowski Kapoor Kovač Larsen Lefèvre Löwe Mbeki Moreau Müller Nakamura Nguyen O'Connor
Okonkwo Pereira Petrov Quist Rahman Rossi Sandoval Schäfer Silva Sokolov Stewart Szabó Takahashi Thompson Tran Ullmann
Vasquez Weber Yamamoto Yıldız Zhou`.split(/\s+/);

const COMPANIES =
  `Brightwater Ceramics|Café Morgenstern|Delta Nine Robotics|Eastgate Dental|Ferreira & Filhos|Green Lantern
Tours|Hollow Tree Press|Isarwerk|Juniper Health|Kestrel Aviation Parts|Lumen Optics|Mosaic Housing|Novi Most Logistics|
Orchard Street School|Pikku Bakery|Quay West Marina|Redwood Legal|Saltire Textiles|Terra Nova Seeds|Umbra Film|Vega
Instruments|Whitby Smokehouse|Yellow Kite Travel|Zenith Lifts`
    .replaceAll('\n', ' ')
    .split('|')
    .map((name) => name.trim());

const CITIES =
  `Aarhus Antwerp Bilbao Bristol Casablanca Cork Gdańsk Graz Izmir Kaunas Leipzig Ljubljana Lyon Malmö Nairobi
Osaka Plovdiv Porto Tallinn Turin Utrecht Valparaíso Varna Zürich`.split(/\s+/);

const BROWSERS = ['Chrome', 'Firefox', 'Edge', 'Safari', 'Vivaldi'];
const PHONES = ['Pixel 8a', 'iPhone 15', 'Galaxy S23', 'Fairphone 5', 'iPad (9th generation)', 'Xperia 10'];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const SINCE = [
  'since Monday',
  'since yesterday noon',
  'for three days',
  'since the last update',
  'since about ten today',
];
const ON_DAY = ['on Monday', 'yesterday', 'last Friday', 'on the third', 'this morning'];
const SINCE_DE = ['seit Montag', 'seit dem letzten Update', 'seit drei Tagen'];
const SINCE_ES = ['desde el lunes', 'desde hace un mes', 'desde la última actualización'];

/** The name in plain ASCII, as mail addresses mostly are. */
function plain(text: string): string {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i').replace(/ł/g, 'l');
  return letters.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

export function makePerson(random: Random): Person {
  const [first, last] = [random.pick(FIRST), random.pick(LAST)];
  const mail = random.chance(0.6) ? `${plain(first)}.${plain(last)}` : `${plain(first)[0]}${plain(last)}`;
  return { name: `${first} ${last}`, mail };
}

export function makeCompany(random: Random): { name: string; domain: string } {
  const name = random.pick(COMPANIES);
  return { name, domain: `${plain(name)}.example` };
}

/** Words for every `{slot}`; a slot used twice in one ticket says the same both times. */
export function makeSlots(random: Random, reporter: Person, company: string): Record<string, string> {
  const euros = random.whole(12, 980);
  return {
    amount: `${euros}.${random.pick(['00', '50', '90'])} EUR`,
    amount_small: `${Math.round(euros * 0.8)}.00 EUR`,
    browser: `${random.pick(BROWSERS)} ${random.whole(128, 156)}`,
    city: random.pick(CITIES),
    company,
    count: String(random.whole(40, 2400)),
    count_small: String(random.whole(3, 14)),
    first: reporter.name.split(' ')[0] ?? '',
    invoice: `${random.whole(2025, 2026)}-${random.whole(1000, 9999)}`,
    mailbox: `${random.pick(['info', 'service', 'orders', 'hello'])}@${plain(company)}.example`,
    minutes: String(random.pick([10, 15, 20, 30, 45])),
    on_day: random.pick(ON_DAY),
    order: `A-${random.whole(10000, 99999)}`,
    person: makePerson(random).name,
    phone: `+49 30 5550 ${random.whole(100, 999)}`,
    phone_model: random.pick(PHONES),
    seconds: String(random.whole(4, 40)),
    since: random.pick(SINCE),
    since_de: random.pick(SINCE_DE),
    since_es: random.pick(SINCE_ES),
    weekday: random.pick(WEEKDAYS),
  };
}

export function fillSlots(text: string, slots: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => slots[name] ?? whole);
}
