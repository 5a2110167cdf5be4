import { registerEnumType, Field, Float, ID, InputType, Int, type ClassType } from 'type-graphql';
import { z } from 'zod';
import { Id } from '@torilla/schema/kernel/id';
import { Problem } from './problem.ts';
import { DateTime, Json, LocalDate } from './scalars.ts';

const schemas = new WeakMap<object, z.ZodType>();
const inputs = new WeakMap<z.ZodType, ClassType>();
const enums = new Map<string, object>();

/** A GraphQL enum of the values of a Zod enum: key equals value. The same values are the same enum wherever they are used. */
export function enumOf<T extends Readonly<Record<string, string>>>(name: string, description: string, values: T): T {
  registerEnumType(values, { name, description });
  enums.set(Object.keys(values).sort().join(), values);
  return values;
}

/** The GraphQL input type of a Zod schema: one definition is the form's rules, the API's type and the server's check. */
export function inputOf(name: string, description: string, schema: z.ZodType): ClassType {
  const known = inputs.get(schema);
  if (known) return known;
  const type = { [name]: class {} }[name] as ClassType;
  inputs.set(schema, type);
  schemas.set(type, schema);
  InputType(name, { description })(type);
  for (const [key, field] of Object.entries((unwrap(schema).inner as z.ZodObject).shape)) {
    const { inner, optional } = unwrap(field as z.ZodType);
    const made = typeOf(inner, `${name.replace(/Input$/, '')}${key[0]!.toUpperCase()}${key.slice(1)}Input`);
    Field(() => (inner instanceof z.ZodArray ? [made] : made) as never, {
      nullable: optional,
      description: (field as z.ZodType).description ?? inner.description,
    })(type.prototype as object, key);
  }
  return type;
}

/**
 * The check that type-graphql runs on every argument: the schema parses, and what it made (trimmed, defaulted) takes the argument's place.
 * @throws Problem `bad-input` with the paths that failed and why, never with what was sent
 */
export function validateInput(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const schema = schemas.get(value.constructor);
  if (schema) Object.assign(value, parse(schema, value));
}

/** Parses or refuses. @throws Problem `bad-input` */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const { success, data, error } = schema.safeParse(plain(value));
  if (success) return data;
  throw new Problem('bad-input', {
    fields: error.issues.slice(0, 20).map((issue) => `${issue.path.join('.')}: ${issue.code === 'custom' ? issue.message : issue.code}`),
  });
}

// GraphQL made dates of its instants; the schema speaks JSON, as the sealed captures do
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function unwrap(schema: z.ZodType): { inner: z.ZodType; optional: boolean } {
  let optional = false;
  for (let at = schema; ;) {
    if (at instanceof z.ZodOptional || at instanceof z.ZodNullable || at instanceof z.ZodDefault) {
      optional = true;
      at = at.unwrap() as z.ZodType;
    } else if (at instanceof z.ZodPipe) at = at.in as z.ZodType;
    else return { inner: at, optional };
  }
}

function typeOf(schema: z.ZodType, name: string): unknown {
  if (schema === Id || schema instanceof z.ZodUUID) return ID;
  if (schema instanceof z.ZodISODateTime) return DateTime;
  if (schema instanceof z.ZodISODate) return LocalDate;
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat || schema instanceof z.ZodLiteral) return String;
  if (schema instanceof z.ZodNumberFormat) return Int;
  if (schema instanceof z.ZodNumber) return Float;
  if (schema instanceof z.ZodBoolean) return Boolean;
  if (schema instanceof z.ZodUnknown) return Json;
  if (schema instanceof z.ZodEnum) return enums.get(schema.options.map(String).sort().join()) ?? String;
  if (schema instanceof z.ZodArray) return typeOf(unwrap(schema.element as z.ZodType).inner, name.replace(/s?Input$/, 'Input'));
  if (schema instanceof z.ZodObject) return inputOf(name, schema.description ?? '', schema);
  throw new Error(`No GraphQL type for ${schema.constructor.name} (${name})`);
}
