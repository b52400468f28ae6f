import { entityChanged, everyEvent } from './core-events';
import { HandlerNames } from './outbox';

const names = new HandlerNames([
  { event: everyEvent, handler: 'TellPeople' },
  { event: entityChanged.name, handler: 'IndexEntity' },
  { event: 'post.added', handler: 'TellLive' },
]);

it.each([
  ['post.added', ['TellPeople', 'TellLive']],
  ['adaptation.ended', ['TellPeople']],
  [entityChanged.name, ['IndexEntity']],
])(
  '%s makes work for those who hear it by name, and what happened for those who hear everything',
  (event, handlers) => {
    expect(names.of(event)).toEqual(handlers);
  },
);
