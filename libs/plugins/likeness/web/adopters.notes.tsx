/** On the list of those that took an intervention up: the sites most like the reader's own first, and why they are. */
import { nameOf } from '@hub/core/contract';
import { usePageQuery, type NotesProps } from '@hub/core/web';
import { HowMeasured } from './how-measured';
import { AdoptersAlikeDocument } from './likeness.generated';
import { NoOwnSite, OtherOwnSites, useOwnSite, type OwnSite } from './own-site';
import { WhyAlike } from './why-alike';

/** As many as the list itself holds. */
const first = 100;

export default function AdoptersNotes(props: NotesProps) {
  const own = useOwnSite();
  return own ? (
    <MostAlikeFirst {...props} own={own} />
  ) : (
    props.children({ order: [], noteOn: () => null, about: <NoOwnSite /> })
  );
}

function MostAlikeFirst({ reference, children, own }: NotesProps & { readonly own: OwnSite }) {
  const { data } = usePageQuery(AdoptersAlikeDocument, { slug: nameOf(reference), site: own.slug, first });
  const alike = new Map(data.intervention?.adopters.edges.map(({ node, likeness }) => [node.id, likeness]));
  return children({
    order: [...alike.keys()],
    noteOn: (id) => {
      const likeness = alike.get(id);
      return likeness && <WhyAlike likeness={likeness} site={own.name} />;
    },
    about:
      alike.size > 0 ? (
        <>
          <p className="nhsuk-u-margin-bottom-2">The sites most like {own.name} stand first.</p>
          <OtherOwnSites chosen={own} />
          <div className="hub-no-print">
            <HowMeasured />
          </div>
        </>
      ) : null,
  });
}
