import { act, fireEvent, render, screen } from '@testing-library/react';
import { Link, MemoryRouter, Route, Routes } from 'react-router';
import { Page } from './page';
import { SectionContext } from './section';

describe('The frame of a page', () => {
  it('titles the document with the h1, the section and the hub', () => {
    openAt('/sites/harbour');

    expect(document.title).toBe('Harbour – Sites – Vanguard hub');
  });

  it('says the section once, and marks later pages of a list', () => {
    openAt('/sites?after=abc');

    expect(document.title).toBe('Sites (older) – Vanguard hub');
  });

  it('moves the focus to the h1 after a change of page', async () => {
    openAt('/sites');

    await act(async () => void fireEvent.click(screen.getByRole('link', { name: 'Harbour' })));

    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Harbour' }));
  });

  it('leads back by breadcrumbs', () => {
    openAt('/sites/harbour');

    const links = screen.getByRole('navigation', { name: 'Breadcrumb' }).querySelectorAll('li a');
    expect([...links].map((link) => link.getAttribute('href'))).toEqual(['/', '/sites']);
  });
});

const crumbs = [
  { to: '/', label: 'Home' },
  { to: '/sites', label: 'Sites' },
];

function openAt(address: string) {
  return render(
    <SectionContext value="Sites">
      <MemoryRouter initialEntries={[address]}>
        <Routes>
          <Route
            path="/sites"
            element={
              <Page title="Sites">
                <Link to="/sites/harbour">Harbour</Link>
              </Page>
            }
          />
          <Route path="/sites/harbour" element={<Page title="Harbour" breadcrumbs={crumbs} children={null} />} />
        </Routes>
      </MemoryRouter>
    </SectionContext>,
  );
}
