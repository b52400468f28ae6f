/** The five care models with the counts that plugins add. */
import { Link } from 'react-router';
import { usePageQuery } from '../apollo/page-query';
import { useLinkTo } from '../plugin/links';
import { EntityCards } from '../slots/entity-slots';
import { CareModelsDocument } from './care-models.generated';

interface CareModelListProps {
  readonly headingLevel: 2 | 3;
  /** Leaves the descriptions out. */
  readonly isShort?: boolean;
}

/** Each with its full name and letters. Plugins put counts into the place `facts`, as words: "6 sites". */
export function CareModelList({ headingLevel, isShort = false }: CareModelListProps) {
  const { data } = usePageQuery(CareModelsDocument);
  const linkTo = useLinkTo();
  const Heading = `h${headingLevel}` as const;
  return (
    <ul className="nhsuk-list hub-rows">
      {data.modelTypes.map((model) => (
        <li key={model.id} className="hub-rows__row">
          <Heading className="hub-rows__title nhsuk-heading-s">
            <Link to={linkTo(model.id)}>{careModelName(model)}</Link>
          </Heading>
          {!isShort && <p className="nhsuk-u-margin-bottom-1">{model.description}</p>}
          <div className="hub-inline-facts">
            <EntityCards reference={model.id} place="facts" />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The name with its letters, for the first use on a page: "Multispecialty community provider (MCP)". */
export function careModelName({ name, code }: { readonly name: string; readonly code: string }): string {
  return name.includes(`(${code})`) ? name : `${name} (${code})`;
}
