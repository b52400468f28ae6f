/** The choices by which the list can be narrowed. */
import { careModelName } from '@hub/core/web';
import { maturities } from '@hub/plugins/interventions/contract';
import { maturityWords, type Filter } from '@hub/ui';

interface Model {
  readonly code: string;
  readonly name: string;
}

interface Site {
  readonly slug: string;
  readonly name: string;
}

/** Care models in their own order, sites in theirs. */
export function filtersOf(models: readonly Model[], sites: readonly Site[]): Filter[] {
  return [
    {
      name: 'model',
      label: 'Care model',
      choices: models.map((model) => ({ value: model.code, label: careModelName(model) })),
    },
    {
      name: 'maturity',
      label: 'How far it got',
      choices: maturities.map((value) => ({ value, label: maturityWords(value) })),
    },
    { name: 'site', label: 'Site', choices: sites.map(({ slug, name }) => ({ value: slug, label: name })) },
  ];
}
