/** The sections in full, with a list of contents before them. */
import type { Maturity } from '@hub/graphql';
import { Markdown } from '@hub/ui';
import type { SectionTextFragment } from '../intervention-parts.generated';
import { shownSections, type ShownSection } from './section-states';

interface SectionTextsProps {
  readonly sections: readonly SectionTextFragment[];
  readonly maturity: Maturity;
  /** Who has, or has not, described them. */
  readonly siteName: string;
}

export function SectionTexts({ sections, maturity, siteName }: SectionTextsProps) {
  const shown = shownSections(sections, maturity);
  return (
    <>
      <nav className="nhsuk-contents-list hub-contents hub-no-print" aria-label="Sections of this intervention">
        <h2 className="nhsuk-u-visually-hidden">Contents</h2>
        <ol className="nhsuk-contents-list__list">
          {shown.map(({ key, heading }) => (
            <li className="nhsuk-contents-list__item" key={key}>
              <a className="nhsuk-contents-list__link" href={`#section-${key}`}>
                {heading}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {shown.map((section, index) => (
        <section key={section.key} aria-labelledby={`section-${section.key}`}>
          <h2 className="nhsuk-heading-m" id={`section-${section.key}`} tabIndex={-1}>
            {index + 1} {section.heading}
          </h2>
          <SectionBody section={section} siteName={siteName} />
        </section>
      ))}
    </>
  );
}

function SectionBody({ section, siteName }: { readonly section: ShownSection; readonly siteName: string }) {
  if (section.state === 'written') return <Markdown text={section.body} />;
  const words =
    section.state === 'not-due' ? 'This can be said once it has run.' : `${siteName} has not described this.`;
  return <p className="hub-quiet">{words}</p>;
}
