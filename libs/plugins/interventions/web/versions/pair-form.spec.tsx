import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router';
import { PairForm } from './pair-form';

const versions = [1, 2, 3].map((number) => ({ number, publishedAt: `2016-0${number}-01T09:00:00Z` }));

function open(count: number) {
  const pair = { from: 1, to: count, versions: versions.slice(0, count) };
  render(
    <MemoryRouter>
      <PairForm address="/interventions/huddle/compare" {...pair} />
      <Address />
    </MemoryRouter>,
  );
}

function Address() {
  const { pathname, search } = useLocation();
  return <p>At {pathname + search}</p>;
}

describe('Choosing the versions to compare', () => {
  it('is offered from 2 versions on', () => {
    open(1);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('leads to the address of any pair, the older one on either side', () => {
    open(2);
    fireEvent.change(screen.getByLabelText('Compare'), { target: { value: '2' } });
    fireEvent.change(screen.getByLabelText('With'), { target: { value: '1' } });

    fireEvent.click(screen.getByRole('button', { name: 'Compare these' }));

    expect(screen.getByText('At /interventions/huddle/compare?from=2&to=1')).toBeTruthy();
  });
});
