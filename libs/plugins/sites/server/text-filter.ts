/** Filters shared by the lists of sites and of vanguards. */
import { careModelRef } from '@hub/core/contract';
import type { FilterRead, Frame } from '@hub/core/server';

/** Rows whose expression holds the text, in any case. */
export function holding(expression: (frame: Frame) => string): FilterRead {
  return {
    cast: 'text',
    map: (text: string) => `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`,
    sql: (frame, value) => `${expression(frame)} ILIKE ${value()}`,
  };
}

/** Rows of at least one of the care models with these codes. */
export const ofCareModels: FilterRead = {
  cast: 'text[]',
  map: (codes: string[]) => codes.map(careModelRef),
  sql: ({ e }, value) => `${e}.care_models && ${value()}`,
};
