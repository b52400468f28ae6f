import { newPlace, positionIn, threadNamed } from './old-place';

const thread = { id: 'thread:network/old', mergedInto: { id: 'thread:network/new' } };

it('an address leads to the post where it is now, else to what its discussion was merged into', () => {
  const post = { position: 9, thread: { id: 'thread:network/third' } };

  expect(newPlace({ thread, post })).toEqual({ thread: 'thread:network/third', hash: '#post-9' });
  expect(newPlace({ thread, post: null })).toEqual({ thread: 'thread:network/new', hash: '' });
  expect(newPlace({ thread: { id: 'thread:network/old' }, post: null })).toBeNull();
  expect(newPlace({ thread: { id: 'a' }, post: { position: 2, thread: { id: 'a' } } })).toBeNull();
});

it('a post is named by its place', () => {
  expect(['#post-3', '#post-0', '#post-x', '', '#reply'].map(positionIn)).toEqual([3, null, null, null, null]);
});

it('a discussion is named by its address, whole or in part', () => {
  expect(threadNamed(' https://hub.example/discussions/night-cover?x=1#post-3 ')).toBe('thread:network/night-cover');
  expect(threadNamed('/discussions/night-cover')).toBe('thread:network/night-cover');
  expect(threadNamed('night-cover')).toBe('thread:network/night-cover');
  expect(threadNamed('Night cover?')).toBeNull();
});
