/** The care models as a filter of a list, and what an address chose of them. */
import { careModelCodes } from '@hub/core/contract';
import { careModelName } from '@hub/core/web';
import type { Filter } from '@hub/ui';

/** Named `model` in the address. */
export function careModelFilter(models: readonly { readonly code: string; readonly name: string }[]): Filter {
  return {
    name: 'model',
    label: 'Care model',
    choices: models.map((model) => ({ value: model.code, label: careModelName(model) })),
  };
}

/** The filter, words and place that an address asks for; care models that do not exist are left out. */
export function askedFor(search: string) {
  const params = new URLSearchParams(search);
  const models = careModelCodes.filter((code) => params.getAll('model').includes(code));
  const text = params.get('text')?.trim();
  return {
    filter: { ...(models.length > 0 ? { modelTypes: models } : {}), ...(text ? { text } : {}) },
    first: 20,
    after: params.get('after'),
  };
}
