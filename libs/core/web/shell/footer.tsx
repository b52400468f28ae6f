/** The foot of every page: the programme's history and the licence. */
import { Link } from 'react-router';
import { useRegistry } from '../plugin/registry-context';
import { navOf } from './nav';

export function Footer() {
  const { pages } = useRegistry();
  return (
    <footer role="contentinfo" className="nhsuk-footer">
      <div className="nhsuk-width-container">
        <div className="nhsuk-footer__meta">
          <h2 className="nhsuk-u-visually-hidden">About the hub</h2>
          <ul className="nhsuk-footer__list nhsuk-footer__list--inline hub-no-print">
            {navOf(pages, 'footer').map(({ path, label }) => (
              <li className="nhsuk-footer__list-item" key={path}>
                <Link className="nhsuk-footer__list-item-link" to={path}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
          <p className="nhsuk-footer__copyright">
            The vanguard hub is open source under the <a href="/licence.txt">MIT licence</a>.
          </p>
        </div>
      </div>
    </footer>
  );
}
