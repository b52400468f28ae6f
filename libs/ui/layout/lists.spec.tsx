import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router';
import { chosenFilters, FilterPanel } from './filter-panel';
import { Pager } from './pager';

const Address = () => {
  const { pathname, search } = useLocation();
  return <output>{`${pathname}${search}`}</output>;
};
const href = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href');

describe('Paging a list', () => {
  it('keeps the cursor and the filters in the address', () => {
    open(
      '/discussions?kind=QUESTION',
      <Pager what="discussions" pageInfo={page({ hasNextPage: true, endCursor: 'abc' })} canGoBack />,
    );

    expect(href(/Older/)).toBe('/discussions?kind=QUESTION&after=abc');
    expect(screen.queryByRole('link', { name: /Newer/ })).toBeNull();
  });

  it('goes back to newer ones where the list can be read backwards', () => {
    open(
      '/discussions?after=abc',
      <Pager what="discussions" pageInfo={page({ hasPreviousPage: true, startCursor: 'xyz' })} canGoBack />,
    );

    expect(href(/Newer discussions/)).toBe('/discussions?before=xyz');
  });

  it('goes back to the first ones where it cannot', () => {
    open('/sites?after=abc', <Pager what="sites" pageInfo={page({})} />);

    expect(href(/Back to the first/)).toBe('/sites');
  });

  it('shows nothing when all fits on one page', () => {
    open('/sites', <Pager what="sites" pageInfo={page({})} />);

    expect(screen.queryByRole('navigation')).toBeNull();
  });
});

describe('Filtering a list', () => {
  const filters = [
    {
      name: 'model',
      label: 'Care model',
      choices: [
        { value: 'MCP', label: 'MCP' },
        { value: 'UEC', label: 'UEC' },
      ],
    },
  ];

  it('does nothing while choosing, and starts at the first page when applied', () => {
    open('/sites?after=abc', <FilterPanel filters={filters} />);

    fireEvent.click(screen.getByLabelText('MCP'));
    expect(screen.getByRole('status').textContent).toBe('/sites?after=abc');
    fireEvent.click(screen.getByRole('button', { name: 'Apply filters' }));

    expect(screen.getByRole('status').textContent).toBe('/sites?model=MCP');
  });

  it('lists what was chosen, each with a link that removes it', () => {
    open('/sites?model=MCP&model=UEC', <FilterPanel filters={filters} />);

    expect(href(/Remove MCP/)).toBe('/sites?model=UEC');
  });

  it('ignores what is no choice', () => {
    expect(chosenFilters(filters, '?model=XYZ&model=UEC')).toEqual({ model: ['UEC'] });
  });
});

function page(info: object) {
  return { hasNextPage: false, endCursor: null, hasPreviousPage: false, startCursor: null, ...info };
}

function open(address: string, element: React.ReactNode) {
  return render(
    <MemoryRouter initialEntries={[address]}>
      {element}
      <Address />
    </MemoryRouter>,
  );
}
