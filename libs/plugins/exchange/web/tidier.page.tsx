/** One intervention by the items of TIDieR, as one takes it to a meeting: on screen what the paper will say. */
import { useParams } from 'react-router';
import { NotFound, Page, useLinkTo, usePageQuery } from '@hub/core/web';
import { exportOfFamily, tidierOf, type TidierPart } from '@hub/plugins/exchange/contract';
import { Button, Markdown, SummaryList } from '@hub/ui';
import { TidierPageDocument } from './exchange.generated';

const crumbs = [
  { to: '/', label: 'Home' },
  { to: '/interventions', label: 'Interventions' },
];

export default function TidierDescriptionPage() {
  const { name = '' } = useParams();
  const { data } = usePageQuery(TidierPageDocument, { slug: name });
  const linkTo = useLinkTo();
  const { intervention } = data;
  if (!intervention?.currentVersion) return <NotFound />;
  const { title, summary, facts, parts } = tidierOf(intervention, intervention.currentVersion);
  const address = linkTo(intervention.id);
  return (
    <Page title={title} caption="Description by TIDieR" breadcrumbs={[...crumbs, { to: address, label: title }]}>
      <p className="nhsuk-lede-text">{summary}</p>
      <div className="hub-actions hub-no-print">
        <Button onClick={() => window.print()}>Print</Button>
        <p>
          <a href={exportOfFamily(name, 'tidier.md')} download>
            Download it as Markdown
          </a>
        </p>
      </div>
      <SummaryList facts={facts} />
      {parts.map((part) => (
        <Part key={part.heading} part={part} />
      ))}
    </Page>
  );
}

function Part({ part }: { readonly part: TidierPart }) {
  return (
    <section>
      <h2 className="nhsuk-heading-m">{part.heading}</h2>
      {'text' in part ? (
        <Markdown text={part.text} />
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {part.items.map(({ name, words }) => (
            <li key={`${name} ${words}`}>
              {name && <strong>{name}: </strong>}
              {words}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
