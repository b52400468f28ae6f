/** How much of a limit is left: shown near the end of it, spoken after a pause in typing. */
import { useEffect, useState } from 'react';

interface CharacterCountProps {
  readonly id: string;
  readonly length: number;
  readonly limit: number;
}

/** Says the limit to screen readers from the start, and shows what is left from three quarters on. */
export function CharacterCount({ id, length, limit }: CharacterCountProps) {
  const isNear = length >= limit * 0.75;
  const sentence = isNear
    ? charactersLeft(length, limit)
    : `You can enter up to ${limit.toLocaleString('en-GB')} characters`;
  const spoken = useSettled(isNear ? sentence : '');
  return (
    <>
      <div id={id} className={`nhsuk-hint nhsuk-character-count__message${isNear ? '' : ' nhsuk-u-visually-hidden'}`}>
        {sentence}
      </div>
      <div className="nhsuk-u-visually-hidden" aria-live="polite">
        {spoken}
      </div>
    </>
  );
}

/** The sentence about a text of this length: what is left, or by how much it is too long. */
export function charactersLeft(length: number, limit: number): string {
  const left = Math.abs(limit - length);
  const words = `${left.toLocaleString('en-GB')} ${left === 1 ? 'character' : 'characters'}`;
  return length > limit ? `You have ${words} too many` : `You have ${words} remaining`;
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 1000);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
