/** Any plugin's kind has files by saying so: nothing else is written for it. */
import { anyMember, definePlugin, permission } from '@hub/core/server';
import { attachFile, createTestHub, notesPlugin, sendFile, writeNote, type TestHub } from '@hub/testing';
import { pdf } from './testing/samples';
import { have } from './testing/sending';

const plugin = definePlugin({
  ...notesPlugin,
  kinds: [{ kind: 'note', type: 'Note', attachable: { by: 'notes.edit' } }],
  permissions: [permission('notes.edit', anyMember, 'Guests read notes')],
  contributes: [],
});
const document = { name: 'a.pdf', type: 'application/pdf', body: pdf };
const question =
  'query ($id: ID!) { node(id: $id) { ... on Note { viewerCanAttach attachments { id name status address } } } }';

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub({ only: ['files'], also: [plugin] });
});
afterAll(() => hub?.close());

it('a note has files at once, for whoever may see the note', async () => {
  const id = await writeNote(hub, { name: 'open', visibility: 'network' });
  const ruth = await hub.as('ruth-cobblestane');
  await attachFile(ruth, id, document);

  const { node } = await (await hub.as('callum-pennyroyal')).ok(question, { id });

  expect(node).toMatchObject({ viewerCanAttach: true, attachments: [{ name: 'a.pdf', status: 'READY' }] });
  expect((await have(hub.anonymous, node.attachments[0].address)).status).toBe(404);
  await writeNote(hub, { name: 'open', visibility: 'public' });
  expect((await have(hub.anonymous, node.attachments[0].address)).status).toBe(200);
  await writeNote(hub, { name: 'open', visibility: 'site', owner: 'site:network/northvale' });
  expect((await have(hub.anonymous, node.attachments[0].address)).status).toBe(404);
});

it('of a site’s note others can neither see nor add any', async () => {
  const id = await writeNote(hub, { name: 'closed', visibility: 'site', owner: 'site:network/northvale' });
  const [anjali, callum] = [await hub.as('anjali-thornapple'), await hub.as('callum-pennyroyal')];
  await attachFile(anjali, id, document);

  expect((await sendFile(callum, id, document)).status).toBe(404);
  expect((await callum.ok(question, { id })).node).toBeNull();
});
