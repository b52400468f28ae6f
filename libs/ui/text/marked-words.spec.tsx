import { render } from '@testing-library/react';
import { MarkedWords, piecesOf } from './marked-words';

it('cuts a line at each of the words, wherever it stands by itself', () => {
  expect(piecesOf('Falls and fallsafe falls.', ['falls'])).toEqual(['Falls and fallsafe ', 'falls', '.']);
  expect(piecesOf('A call (night), a call', ['call', '(night)'])).toHaveLength(7);
});

it('cuts nothing without words', () => {
  expect(piecesOf('As it is', [])).toEqual(['As it is']);
});

it('marks the words and takes them as they are, never as markup', () => {
  const { container } = render(<MarkedWords line="<b>one</b> number" words={['number']} />);

  expect(container.textContent).toBe('<b>one</b> number');
  expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['number']);
});
