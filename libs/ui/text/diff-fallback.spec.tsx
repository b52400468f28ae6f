/** The comparison itself does not work here: its module throws. What people compare must still be there. */
import { jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';

jest.unstable_mockModule('./word-diff', () => ({
  diffTexts: () => {
    throw new Error('The comparison failed.');
  },
}));

const { DiffText } = await import('./diff-text');

describe('Comparing two texts when the comparison fails', () => {
  it('leaves both texts in full under their headings, without marks and without an error on the page', async () => {
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { container } = render(
      <DiffText source="A nurse leads it" local="A carer leads it" sourceHeading="At Harbour" localHeading="Here" />,
    );
    await new Promise((done) => setTimeout(done, 50));

    expect(quiet).toHaveBeenCalled();
    for (const words of ['At Harbour', 'A nurse leads it', 'Here', 'A carer leads it']) {
      expect(screen.getByText(words)).toBeTruthy();
    }
    expect(container.querySelector('ins, del')).toBeNull();
    quiet.mockRestore();
  });
});
