/** A group with its own heading and actions. */
import type { ReactNode } from 'react';

interface CardProps {
  readonly heading: ReactNode;
  readonly headingLevel?: 2 | 3;
  readonly children: ReactNode;
  readonly look?: 'plain' | 'secondary';
}

/** A card is labelled by its heading. */
export function Card({ heading, headingLevel = 2, children, look = 'plain' }: CardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <section className={`nhsuk-card${look === 'secondary' ? ' nhsuk-card--secondary' : ''}`}>
      <div className="nhsuk-card__content">
        <Heading className="nhsuk-card__heading">{heading}</Heading>
        {children}
      </div>
    </section>
  );
}
