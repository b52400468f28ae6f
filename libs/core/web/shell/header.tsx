/**
 * The header: the hub's name, search, account and menu. Nothing in it is sticky. On a phone a button opens menu and account, so that the
 * page's own first words stand on the first screen.
 */
import { Suspense, useRef, useState, type KeyboardEvent } from 'react';
import { Link, useLocation } from 'react-router';
import { SearchBox } from '@hub/ui';
import { signOut } from '../auth/session';
import { useSignInAddress } from '../auth/sign-in-address';
import { useViewer } from '../auth/viewer';
import { useRegistry } from '../plugin/registry-context';
import { Boundary } from '../slots/part-boundary';
import { navOf } from './nav';

const accountLink = 'nhsuk-header__account-link';

export function Header() {
  const { pages } = useRegistry();
  const hasSearch = pages.some((page) => page.path === '/search');
  const { isOpen, toggle, button, closeOnEscape } = useMenuOfPage();
  return (
    <header
      className={`nhsuk-header hub-header${isOpen ? ' hub-header--open' : ''}`}
      role="banner"
      onKeyDown={closeOnEscape}
    >
      <div className="nhsuk-header__container nhsuk-width-container">
        <div className="nhsuk-header__service">
          <Link className="nhsuk-header__service-name" to="/">
            Vanguard hub
          </Link>
          <button className="hub-header__button" type="button" ref={button} aria-expanded={isOpen} onClick={toggle}>
            Menu
          </button>
        </div>
        {hasSearch && <SearchBox place="header" action="/search" label="Search the hub" id="header-search" />}
        <Account />
      </div>
      <Menu />
    </header>
  );
}

/** Open on one page alone: the next begins with it closed. Escape closes it and goes back to its button. */
function useMenuOfPage() {
  const { key } = useLocation();
  const [openOn, setOpenOn] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = openOn === key;
  const toggle = () => setOpenOn(isOpen ? null : key);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    setOpenOn(null);
    button.current?.focus();
  };
  return { isOpen, toggle, button, closeOnEscape };
}

/** Signing in is always at hand; what a member has there opens with the menu on a phone. */
function Account() {
  const viewer = useViewer();
  const signIn = useSignInAddress();
  const { accountItems } = useRegistry();
  return (
    <nav className={`nhsuk-header__account hub-no-print${viewer ? ' hub-header__folds' : ''}`} aria-label="Account">
      <ul className="nhsuk-header__account-list">
        {viewer ? (
          <>
            {accountItems.map(({ id, component: Item }) => (
              <Boundary key={id} fallback={() => null}>
                <Suspense fallback={null}>
                  <li className="nhsuk-header__account-item">
                    <Item className={accountLink} />
                  </li>
                </Suspense>
              </Boundary>
            ))}
            <li className="nhsuk-header__account-item">
              <Link className={accountLink} to="/account">
                {viewer.displayName}
              </Link>
            </li>
            <SignOut />
          </>
        ) : (
          <li className="nhsuk-header__account-item">
            <Link className={accountLink} to={signIn}>
              Sign in
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

function SignOut() {
  const [hasFailed, setFailed] = useState(false);
  return (
    <li className="nhsuk-header__account-item">
      <button
        className="nhsuk-header__account-button"
        type="button"
        onClick={() => signOut().catch(() => setFailed(true))}
      >
        {hasFailed ? 'Sign out failed. Try again' : 'Sign out'}
      </button>
    </li>
  );
}

function Menu() {
  const { pages } = useRegistry();
  const { pathname } = useLocation();
  return (
    <nav className="nhsuk-header__navigation hub-header__folds hub-no-print" aria-label="Menu">
      <div className="nhsuk-header__navigation-container nhsuk-width-container">
        <ul className="nhsuk-header__navigation-list">
          {navOf(pages, 'menu').map(({ path, label }) => {
            const isHere = path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
            return (
              <li
                className={`nhsuk-header__navigation-item${isHere ? ' nhsuk-header__navigation-item--current' : ''}`}
                key={path}
              >
                <Link
                  className="nhsuk-header__navigation-link"
                  to={path}
                  aria-current={currentWord(pathname, path, isHere)}
                >
                  {label}
                </Link>
              </li>
            );
          })}
        </ul>
      </div>
    </nav>
  );
}

function currentWord(pathname: string, path: string, isHere: boolean): 'page' | 'true' | undefined {
  if (pathname === path) return 'page';
  return isHere ? 'true' : undefined;
}
