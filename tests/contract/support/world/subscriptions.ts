/** What Anjali follows and is told of in the contract's world. */
import type { TestClient } from '@hub/testing';

export interface SubscriptionsWorld {
  readonly notification: string;
  /** That Anjali follows the MCP care model. */
  readonly follow: string;
  /** When Anjali marked a notification read. */
  readonly readAt: string;
}

export async function newestNotificationOf(client: TestClient): Promise<string> {
  const { notifications } = await client.ok('{ notifications(first: 1) { edges { node { id } } } }');
  return notifications.edges[0].node.id;
}

export async function followMcp(client: TestClient): Promise<string> {
  await client.ok('mutation { follow(input: { targetId: "care-model:network/mcp", level: WATCHING }) { level } }');
  const { follows } = await client.ok('{ follows(first: 1) { edges { node { id } } } }');
  return follows.edges[0].node.id;
}

export async function markRead(client: TestClient, notification: string): Promise<string> {
  const { markNotificationsRead } = await client.ok(
    'mutation ($id: ID!) { markNotificationsRead(input: { ids: [$id] }) { readAt } }',
    { id: notification },
  );
  return markNotificationsRead.readAt;
}

export const subscriptionsInputs = ({ notification, readAt }: SubscriptionsWorld) => ({
  follow: { targetId: 'care-model:network/mcp', level: 'WATCHING', mailed: 'DAILY' },
  setDefaultRule: { rule: 'threads.written-in', isOn: false },
  setMailSettings: { mailed: 'DAILY', forYou: 'AT_ONCE', day: 'FRIDAY', mostADay: 3 },
  markNotificationsRead: { ids: [notification] },
  undoMarkNotificationsRead: { readAt },
});
