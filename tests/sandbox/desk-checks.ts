/** How strictly the sandbox desk reads a body: exactly the documented fields and types, and a 400 that says what is wrong. */

/** The desk's refusal: a status and the sentence it says. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

type FieldType = 'text' | 'tags' | 'integer' | 'flag' | 'date-time';

interface Field {
  type: FieldType;
  required?: true;
}

export type WriteName = 'reply' | 'assign' | 'note' | 'close' | 'move' | 'tag';

const FIELDS: Record<WriteName, Record<string, Field>> = {
  reply: {
    reply: { type: 'text', required: true },
    and_close: { type: 'flag' },
    mark_solution: { type: 'flag' },
    auto_assign: { type: 'flag' },
    minutes: { type: 'integer' },
  },
  assign: {
    assignee: { type: 'integer', required: true },
    deadline: { type: 'date-time' },
    minutes: { type: 'integer' },
  },
  note: { note: { type: 'text', required: true }, minutes: { type: 'integer' }, status: { type: 'integer' } },
  close: {},
  move: { queue: { type: 'integer', required: true }, unassign: { type: 'flag' }, minutes: { type: 'integer' } },
  tag: { tags: { type: 'tags', required: true } },
};

export function isWriteName(name: string | undefined): name is WriteName {
  return name !== undefined && Object.hasOwn(FIELDS, name);
}

/** Values of a body that passed; flags and integers are numbers, the rest text. */
export type WriteValues = Record<string, string | number>;

function show(value: unknown): string {
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const text = JSON.stringify(value) ?? 'nothing';
  return `${kind} ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`;
}

const CHECKS: Record<FieldType, { wanted: string; holds: (value: unknown) => boolean }> = {
  text: { wanted: 'a string that is not blank', holds: (value) => typeof value === 'string' && value.trim() !== '' },
  tags: { wanted: 'one string of tags with commas between', holds: (value) => typeof value === 'string' },
  integer: { wanted: 'an integer, 0 or more', holds: (value) => Number.isSafeInteger(value) && Number(value) >= 0 },
  flag: { wanted: '1 or 0', holds: (value) => value === 1 || value === 0 },
  'date-time': { wanted: 'a string in the desk’s date-time form', holds: (value) => typeof value === 'string' },
};

/** The JSON object of a request. Throws a `Refusal` for another content type, bad JSON or anything but an object. */
export function readBody(rawBody: string, contentType: string | undefined): Record<string, unknown> {
  if (rawBody === '') return {};
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new Refusal(415, `Content-Type must be application/json, got ${show(contentType)}`);
  let body: unknown;
  try {
    body = JSON.parse(rawBody);
  } catch {
    throw new Refusal(400, 'the body is not valid JSON');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refusal(400, `the body must be a JSON object, got ${show(body)}`);
  }
  return body as Record<string, unknown>;
}

/** Checks each field of an action. Throws a `Refusal` that names the first field which does not fit. */
export function checkValues(action: WriteName, body: Record<string, unknown>): WriteValues {
  const fields = FIELDS[action];
  for (const name of Object.keys(body)) {
    if (!Object.hasOwn(fields, name)) throw new Refusal(400, `${action} takes no field "${name}"`);
  }
  const values: WriteValues = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = body[name];
    if (value === undefined && field.required) throw new Refusal(400, `${action} needs the field "${name}"`);
    if (value === undefined) continue;
    const check = CHECKS[field.type];
    if (!check.holds(value)) throw new Refusal(400, `"${name}" must be ${check.wanted}, got ${show(value)}`);
    values[name] = value as string | number;
  }
  return values;
}

/** `"a,b"` → tags. Throws a `Refusal` for an empty one between commas; an empty string is "no tags". */
export function splitTags(text: string): string[] {
  if (text === '') return [];
  const tags = text.split(',');
  if (tags.some((tag) => tag.trim() === '' || tag !== tag.trim())) {
    throw new Refusal(400, `"tags" holds an empty tag or spaces around one: ${show(text)}`);
  }
  return [...new Set(tags)];
}
