/** Two APIs as they are built, on a database with the demonstration network, behind the nginx that docker/ ships. */
import path from 'node:path';
import { aFreePort, createTestDatabase, pluginsOfTheHub, TestClient, testFilesFolder } from '@hub/testing';
import { startApi, stopApi } from '../../../tools/launcher/api.mjs';
import { root } from './files';
import { startNginx, type RunningNginx } from './nginx';

export interface BehindNginx {
  readonly web: RunningNginx;
  readonly apis: readonly { readonly process: ReturnType<typeof startApi>; readonly host: string }[];
  readonly databaseUrl: string;
  /** Someone who has signed in as a member of the demonstration, by way of nginx. */
  signedIn(member: string): Promise<TestClient>;
  stop(): Promise<void>;
}

/** Starts them. The caller stops them. */
export async function startBehindNginx(): Promise<BehindNginx> {
  const database = await createTestDatabase(await pluginsOfTheHub(), true);
  const port = await aFreePort();
  const env = {
    ...{ DATABASE_URL: database.url, HOST: '127.0.0.1', PORT: '0', HUB_ROLE: 'api', HUB_DEMO: '1' },
    ...{ HUB_PUBLIC_URL: `http://127.0.0.1:${port}`, HUB_TRUSTED_PROXIES: '1', HUB_DRAIN_SECONDS: '3' },
    ...{ HUB_SOCKETS_PER_ADDRESS: '3', HUB_CALL_LIMIT: '0', HUB_FILES_DIR: testFilesFolder() },
    ...{ HUB_WEB_FOLDER: path.join(root, 'dist/apps/web'), NODE_ENV: 'production' },
  };
  const apis = await Promise.all(
    [1, 2].map(async () => {
      const process = startApi({ env, onProgress: () => undefined });
      const { address = '' } = await process.ready;
      return { process, host: new URL(address).host };
    }),
  );
  const hosts = apis.map(({ host }) => host);
  const web = await startNginx(port, hosts);
  return {
    ...{ web, apis, databaseUrl: database.url },
    async signedIn(member) {
      const answer = await new TestClient(web.address, null).post('/auth/demo', { member });
      return new TestClient(web.address, answer.headers.get('set-cookie')?.split(';')[0] ?? null);
    },
    async stop() {
      await web.stop();
      await Promise.all(apis.map((api) => stopApi(api.process)));
      await database.drop();
    },
  };
}
