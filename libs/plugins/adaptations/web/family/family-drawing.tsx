/**
 * The family as a drawing, for those who see it: an extra beside the list, which says the same. It is one stop of the keyboard; arrow
 * keys go from member to member, Enter opens one.
 */
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { useLinkTo } from '@hub/core/web';
import { stageWords } from '@hub/ui';
import { drawingOf, inLines, memberSize, neighbour, type Direction, type DrawnMember } from './drawing';
import type { FamilyPlace } from './family';

const arrows: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

export default function FamilyDrawing({ trees }: { readonly trees: readonly FamilyPlace[] }) {
  const drawing = useMemo(() => drawingOf(trees), [trees]);
  const [chosen, setChosen] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const linkTo = useLinkTo();
  const start = drawing.members.find(({ place }) => place.isThisPage) ?? drawing.members[0];
  const current = drawing.members.find(({ place }) => place.reference === chosen) ?? start;
  const open = ({ place }: DrawnMember) => place.isThisPage || void navigate(linkTo(place.reference));
  const press = (event: KeyboardEvent) => {
    if (!current) return;
    if (event.key === 'Enter') open(current);
    if (!arrows.includes(event.key)) return;
    event.preventDefault();
    const next = neighbour(drawing.members, current, event.key as Direction);
    setChosen(next.place.reference);
    box.current?.scrollTo({ left: next.x - memberSize.width, top: next.y - memberSize.height, behavior: 'smooth' });
  };
  return (
    <div
      className="hub-drawing hub-no-print"
      ref={box}
      role="group"
      aria-label="The family as a drawing. The list says the same"
      tabIndex={0}
      onKeyDown={press}
    >
      <svg aria-hidden="true" width={drawing.width} height={drawing.height} focusable="false">
        {drawing.lines.map(({ id, points, drawsOn }) => (
          <polyline
            key={id}
            className={drawsOn ? 'hub-drawing__line hub-drawing__line--draws-on' : 'hub-drawing__line'}
            points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
          />
        ))}
        {drawing.members.map((member) => (
          <Member
            key={member.place.reference}
            member={member}
            isCurrent={member === current}
            onOpen={() => open(member)}
          />
        ))}
      </svg>
    </div>
  );
}

interface MemberProps {
  readonly member: DrawnMember;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
}

function Member({ member: { place, x, y }, isCurrent, onOpen }: MemberProps) {
  const words = place.isWithdrawn ? 'Withdrawn' : placeWords(place);
  const classes = ['hub-drawing__member'];
  if (place.isThisPage) classes.push('hub-drawing__member--here');
  if (isCurrent) classes.push('hub-drawing__member--current');
  return (
    <g className={classes.join(' ')} transform={`translate(${x} ${y})`} onClick={onOpen}>
      <rect width={memberSize.width} height={memberSize.height} rx={4} />
      <text x={12} y={22}>
        {inLines(place.name, 20, 2).map((line, index) => (
          <tspan key={line} x={12} dy={index === 0 ? 0 : 19} className="hub-drawing__name">
            {line}
          </tspan>
        ))}
      </text>
      <text x={12} y={70} className="hub-drawing__about">
        {inLines(`${place.site}. ${words}`, 32, 1)[0]}
      </text>
    </g>
  );
}

function placeWords({ adaptation }: FamilyPlace): string {
  return adaptation ? stageWords(adaptation.stage) : 'The first';
}
