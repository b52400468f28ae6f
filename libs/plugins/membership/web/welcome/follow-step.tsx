/** Third step: a care model to hear of. How it is followed is brought by whoever brings following, in the place `welcome`. */
import { EntityCards, CareModelsDocument, EntityLink, usePageQuery, useRegistry } from '@hub/core/web';

export function FollowStep() {
  const { data } = usePageQuery(CareModelsDocument);
  const canFollow = useRegistry().cards.some(({ place }) => place === 'welcome');
  return (
    <>
      <p>
        {canFollow
          ? 'You hear of new discussions and interventions in the care models that you follow. You can change this at any time.'
          : 'Look at what others try in your kind of service.'}
      </p>
      <ul className="nhsuk-list hub-rows">
        {data.modelTypes.map((model) => (
          <li key={model.id} className="hub-rows__row">
            <div className="hub-rows__title">
              <EntityLink reference={model.id}>
                {model.name} ({model.code})
              </EntityLink>
            </div>
            <EntityCards reference={model.id} place="welcome" />
          </li>
        ))}
      </ul>
    </>
  );
}
