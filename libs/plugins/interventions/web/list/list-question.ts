/** What the list's address asks for: filters, order and place in the list. */
import { careModelCodes } from '@hub/core/contract';
import type { InterventionOrder } from '@hub/graphql';
import { maturities } from '@hub/plugins/interventions/contract';
import type { InterventionListQueryVariables } from './intervention-list.generated';

export const pageSize = 20;

export interface OrderChoice {
  /** In the address. */
  readonly name: string;
  readonly words: string;
  readonly order: InterventionOrder;
}

const latest: OrderChoice = { name: 'latest', words: 'Latest first', order: 'RECENTLY_PUBLISHED' };
const byTitle: OrderChoice = { name: 'title', words: 'A to Z', order: 'TITLE' };
const mostAdapted: OrderChoice = { name: 'adapted', words: 'Most adapted', order: 'MOST_ADAPTED' };

/** The orders to offer. Most adapted exists only where the hub records adaptations. */
export function orderChoices(pluginIds: readonly string[]): readonly OrderChoice[] {
  return pluginIds.includes('adaptations') ? [latest, mostAdapted, byTitle] : [latest, byTitle];
}

/** The order that the address names; the first one where it names none that is offered. */
export function chosenOrder(search: string, choices: readonly OrderChoice[]): OrderChoice {
  const name = new URLSearchParams(search).get('order');
  return choices.find((choice) => choice.name === name) ?? latest;
}

/** The variables of the list's query. Values in the address that are no choices are left out. */
export function listQuestion(search: string, choices: readonly OrderChoice[]): InterventionListQueryVariables {
  const params = new URLSearchParams(search);
  const models = careModelCodes.filter((code) => params.getAll('model').includes(code));
  const stages = maturities.filter((maturity) => params.getAll('maturity').includes(maturity));
  const sites = params.getAll('site').filter((slug) => slug !== '');
  const text = params.get('text')?.trim();
  return {
    filter: {
      ...(models.length > 0 ? { modelTypes: models } : {}),
      ...(stages.length > 0 ? { maturity: stages } : {}),
      ...(sites.length > 0 ? { sites } : {}),
      ...(text ? { text } : {}),
    },
    orderBy: chosenOrder(search, choices).order,
    first: pageSize,
    after: params.get('after'),
  };
}
