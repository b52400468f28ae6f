import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { FiguresField } from './figures-field';
import type { FigureRow } from './figure-rows';

function Example({ start = [] }: { readonly start?: readonly FigureRow[] }) {
  const [rows, setRows] = useState(start);
  return <FiguresField rows={rows} onChange={setRows} limits={{ label: 200, unit: 50 }} />;
}

const row = (label: string): FigureRow => ({ label, value: '1', unit: '' });

describe('The rows of figures', () => {
  it('begin with none, and a new one takes the focus', () => {
    render(<Example />);
    fireEvent.click(screen.getByRole('button', { name: 'Add a figure' }));

    expect(document.activeElement).toBe(screen.getByLabelText('What it counts of figure 1'));
  });

  it('keep the others when one is removed, with the focus on what came to its place', () => {
    render(<Example start={[row('Letters'), row('Cough'), row('Days')]} />);
    fireEvent.click(screen.getByRole('button', { name: 'Remove figure 2' }));

    const left = screen.getAllByLabelText(/What it counts/) as HTMLInputElement[];
    expect(left.map(({ value }) => value)).toEqual(['Letters', 'Days']);
    expect(document.activeElement).toBe(left[1]);
  });

  it('give the focus back to the button when the last one is removed', () => {
    render(<Example start={[row('Letters')]} />);
    fireEvent.click(screen.getByRole('button', { name: 'Remove figure 1' }));

    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add a figure' }));
  });
});
