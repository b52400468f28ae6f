/** Who may read the types of `exchange`. */
import { type TypesOfPlugin } from './rows';

export const exchange: TypesOfPlugin = { payloads: ['ImportFamilyPayload'] };
