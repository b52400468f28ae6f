/** How likeness is measured, in words, wherever it is shown. */
import { Details } from '@hub/ui';

export function HowMeasured() {
  return (
    <Details summary="How we compare sites">
      <p>
        We look at what both sites have told: care model, size of the population, region, groups of people, context,
        kinds of partners and earlier initiatives. Each counts the same. We work out how much of each is the same, and
        take the average.
      </p>
      <p>
        What one of them has not told counts neither for nor against. Populations are compared only where both count the
        same people, such as registered patients.
      </p>
      <p>A site that is like yours may still differ in what matters most. Ask its people.</p>
    </Details>
  );
}
