import { jest } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { RecoveryCodes } from './recovery-codes';

const codes = ['abcd-efgh-jkmn-pqrs', 'tuvw-xyz2-3456-7892'];

describe('The recovery codes', () => {
  it('are left only by somebody who says that they have kept them', () => {
    const onKept = jest.fn();
    render(
      <MemoryRouter>
        <RecoveryCodes done="Your second step is on." codes={codes} onKept={onKept} />
      </MemoryRouter>,
    );
    expect([...document.querySelectorAll('.hub-codes li')].map((code) => code.textContent)).toEqual(codes);

    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(onKept).not.toHaveBeenCalled();
    expect(screen.getByRole('link', { name: 'Keep the codes, then say that you have' })).toBeTruthy();

    fireEvent.click(screen.getByLabelText(/^I have kept them/));
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(onKept).toHaveBeenCalledTimes(1);
  });
});
