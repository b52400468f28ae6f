/** Reads a file that somebody brings: JSON, then the published schema, then what no schema can say. Every fault has a place. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Family } from '@hub/plugins/exchange/contract';
import { upgraded } from './earlier-format';
import schema from './family.schema.json' with { type: 'json' };
import { faultsOf } from './family.rules';
import { brokenLine } from './json-line';

export interface Fault {
  /** A JSON pointer, or `line 12` where the text is no JSON. */
  readonly place: string;
  readonly message: string;
}

export type CheckedFile = { readonly family: Family } | { readonly faults: readonly Fault[] };

/** More are not listed: who repairs these checks again. */
export const mostFaults = 100;

/** Compiled when the first file comes: it takes longer than much of the hub's start. */
let compiled: ValidateFunction<Family> | null = null;

function validation(): ValidateFunction<Family> {
  compiled ??= new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile<Family>(schema);
  return compiled;
}

export function checkFile(text: string): CheckedFile {
  const read = parsed(text);
  if ('fault' in read) return { faults: [read.fault] };
  const value = upgraded(read.value);
  const validate = validation();
  if (!validate(value)) return { faults: (validate.errors ?? []).map(faultOf).slice(0, mostFaults) };
  const faults = faultsOf(value);
  return faults.length > 0 ? { faults: faults.slice(0, mostFaults) } : { family: value };
}

function parsed(text: string): { readonly value: unknown } | { readonly fault: Fault } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { fault: { place: `line ${brokenLine(text)}`, message: 'This is not JSON from here on' } };
  }
}

function faultOf({ instancePath, message, params }: ErrorObject): Fault {
  const name = [params.additionalProperty, params.missingProperty].find((value) => typeof value === 'string');
  const allowed: unknown = params.allowedValues ?? params.allowedValue;
  const more = allowed === undefined ? '' : `: ${JSON.stringify(allowed)}`;
  const unknown = params.additionalProperty === undefined ? '' : ` (${String(params.additionalProperty)})`;
  return {
    place: instancePath || '/',
    message: name && !unknown ? `“${String(name)}” is missing` : `${message ?? 'does not fit'}${more}${unknown}`,
  };
}
