import { cutPieces, notIn, passagesIn } from './cuts';

it('each line that says something is a passage', () => {
  expect(passagesIn(' Mrs Alder \n\n10 May ')).toEqual(['Mrs Alder', '10 May']);
});

it('the pieces are the whole text, with what is cut marked wherever it stands', () => {
  expect(cutPieces('Ada fell. Ada Lark is home', ['Ada', 'Ada Lark'])).toEqual([
    { text: 'Ada', isCut: true },
    { text: ' fell. ', isCut: false },
    { text: 'Ada Lark', isCut: true },
    { text: ' is home', isCut: false },
  ]);
  expect(cutPieces('As it is', [])).toEqual([{ text: 'As it is', isCut: false }]);
});

it('says what does not stand in the text as it was typed', () => {
  expect(notIn('Mrs Alder fell', ['Mrs Alder', 'mrs alder'])).toEqual(['mrs alder']);
});
