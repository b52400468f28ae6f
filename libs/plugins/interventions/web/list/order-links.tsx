/** In which order the list is: the present one in words, the others as links. */
import { Link, useLocation } from 'react-router';
import { Hidden } from '@hub/ui';
import type { OrderChoice } from './list-question';

interface OrderLinksProps {
  readonly choices: readonly OrderChoice[];
  readonly chosen: OrderChoice;
}

export function OrderLinks({ choices, chosen }: OrderLinksProps) {
  const { pathname, search } = useLocation();
  const address = (name: string) => {
    const params = new URLSearchParams(search);
    params.delete('after');
    params.set('order', name);
    return `${pathname}?${params.toString()}`;
  };
  return (
    <nav aria-label="Order" className="hub-no-print">
      <ul className="nhsuk-list hub-inline-facts">
        {choices.map(({ name, words }) => (
          <li key={name}>
            {name === chosen.name ? (
              <span aria-current="true">{words}</span>
            ) : (
              <Link to={address(name)}>
                <Hidden>Order: </Hidden>
                {words}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
