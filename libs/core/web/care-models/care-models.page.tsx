/** All care models. */
import { Page } from '../shell/page';
import { CareModelList } from './care-model-list';

export default function CareModelsPage() {
  return (
    <Page title="Care models" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      <CareModelList headingLevel={2} />
    </Page>
  );
}
