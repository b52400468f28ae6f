/** A condition on every row that only administrators read, wherever it is asked for: the root fields ask for the permission as well. */
import { keyOfRole } from '@hub/core/contract';
import type { Frame } from '@hub/core/server';

export const forAdministrators = ({ viewer }: Frame): string => `'${keyOfRole('administrator')}' = ANY(${viewer.keys})`;
