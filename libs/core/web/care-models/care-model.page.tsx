/** One care model: the frame into which plugins put what works elsewhere and what people are asking. */
import { useParams } from 'react-router';
import { usePageQuery } from '../apollo/page-query';
import { NotFound } from '../shell/problem-pages';
import { Page } from '../shell/page';
import { EntityActions, EntityCards } from '../slots/entity-slots';
import { careModelName } from './care-model-list';
import { CareModelDocument } from './care-models.generated';

export default function CareModelPage() {
  const { name = '' } = useParams();
  const { data } = usePageQuery(CareModelDocument, { code: name.toUpperCase() });
  const model = data.modelType;
  if (!model) return <NotFound />;
  const crumbs = [
    { to: '/', label: 'Home' },
    { to: '/care-models', label: 'Care models' },
  ];
  return (
    <Page
      title={careModelName(model)}
      breadcrumbs={crumbs}
      aside={<EntityCards reference={model.id} place="aside" />}
      facts={<ModelFacts reference={model.id} />}
    >
      <EntityActions reference={model.id} />
      <EntityCards reference={model.id} place="main" />
      <h2>About this care model</h2>
      <p>{model.description}</p>
      <EntityCards reference={model.id} place="about" />
    </Page>
  );
}

function ModelFacts({ reference }: { readonly reference: string }) {
  return (
    <div className="hub-inline-facts">
      <EntityCards reference={reference} place="facts" />
    </div>
  );
}
