/** Sites that tried something, each with how alike it is and why, and how it went there. */
import type { ReactNode } from 'react';
import { useLinkTo } from '@hub/core/web';
import { MaturityTag, Pager, RowList, StageTag, type Row } from '@hub/ui';
import type { TriedFragment } from './likeness.generated';
import { TriedHow } from './tried-how';
import { WhyAlike } from './why-alike';

interface TriedRowsProps {
  readonly list: Pick<TriedFragment, 'edges'>;
  /** The name of the site that others are compared with. */
  readonly site: string;
}

/** What was tried at other sites, in the order given. */
export function TriedRows({ list, site }: TriedRowsProps) {
  const linkTo = useLinkTo();
  const rows = list.edges.map(({ node, site: where, adaptation, likeness }): Row => ({
    id: `${node.id} ${where.id}`,
    title: `${node.title}, at ${where.name}`,
    to: linkTo(adaptation?.id ?? node.id),
    tags: adaptation ? <StageTag stage={adaptation.stage} /> : <MaturityTag maturity={node.maturity} />,
    body: (
      <>
        <WhyAlike likeness={likeness} site={site} />
        {adaptation ? (
          <TriedHow adaptation={adaptation} />
        ) : (
          <p className="nhsuk-u-margin-bottom-1">Their own. {node.summary}</p>
        )}
      </>
    ),
  }));
  return <RowList rows={rows} />;
}

interface GroupProps {
  readonly id: string;
  readonly heading: string;
  readonly headingLevel: 2 | 3;
  readonly list: Pick<TriedFragment, 'totalCount' | 'pageInfo'>;
  readonly empty: string;
  /** On the page of the whole list: where its cursor stands in the address. */
  readonly param?: string;
  readonly children: ReactNode;
}

/** One list under its heading: what worked and what ended have the same room. */
export function AlikeGroup({ id, heading, headingLevel, list, empty, param, children }: GroupProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <section aria-labelledby={id}>
      <Heading id={id}>{list.totalCount > 0 ? `${heading} (${list.totalCount})` : heading}</Heading>
      {list.totalCount === 0 ? <p>{empty}</p> : children}
      {param !== undefined && (
        <Pager pageInfo={list.pageInfo} what={heading} param={param} words={{ next: 'Next', previous: 'Previous' }} />
      )}
    </section>
  );
}
