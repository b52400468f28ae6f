/** What it is made of, what it takes and what went wrong: of a version or, until there is one, of its draft. */
import { Markdown } from '@hub/ui';
import { figureWords, needHeadings } from '../described';
import type { ComponentTextFragment, DescriptionTextFragment } from '../intervention-parts.generated';

/** Nothing where no component is named. */
export function Components({ components }: { readonly components: readonly ComponentTextFragment[] }) {
  if (components.length === 0) return null;
  return (
    <section aria-labelledby="components">
      <h2 id="components">What it is made of</h2>
      <ul className="nhsuk-list hub-rows">
        {components.map(({ key, name, description, core, reason }) => (
          <li className="hub-rows__row" key={key}>
            <h3 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">{name}</h3>
            {description && <Markdown text={description} />}
            <p className="nhsuk-u-margin-bottom-0">
              {core ? 'Core' : 'Can be adapted'}
              {reason && `: ${reason}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Nothing where neither needs nor risks are written. */
export function NeedsAndRisks({ description }: { readonly description: DescriptionTextFragment }) {
  const { needs, risks } = description;
  return (
    <>
      {needs.length > 0 && (
        <section aria-labelledby="needs">
          <h2 id="needs">What it takes</h2>
          {needs.map(({ kind, text, figures }) => (
            <div key={kind}>
              <h3 className="nhsuk-heading-s">{needHeadings[kind]}</h3>
              {text && <p className="hub-plain-text">{text}</p>}
              {figures.length > 0 && (
                <ul className="nhsuk-list nhsuk-list--bullet">
                  {figures.map((figure) => (
                    <li key={figure.label}>{figureWords(figure)}</li>
                  ))}
                </ul>
              )}
            </div>
          ))}
        </section>
      )}
      {risks.length > 0 && (
        <section aria-labelledby="risks">
          <h2 id="risks">Risks, and what was done about them</h2>
          <ul className="nhsuk-list hub-rows">
            {risks.map(({ risk, response }) => (
              <li className="hub-rows__row" key={risk}>
                <p className="hub-plain-text nhsuk-u-margin-bottom-1">{risk}</p>
                {response && <p className="hub-plain-text nhsuk-u-margin-bottom-0">What was done: {response}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
