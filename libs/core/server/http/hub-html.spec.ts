import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hubHtml, withMetas } from './hub-html';

const folder = mkdtempSync(path.join(tmpdir(), 'hub-html-'));
beforeAll(() => writeFileSync(path.join(folder, 'index.html'), '<html><head><title>Hub</title></head></html>'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the page as the hub serves it', () => {
  it('says that there is no demonstration where it is off, and is as built where it is on', async () => {
    expect(await hubHtml(folder, false)).toContain('<meta name="hub-demonstration" content="off" /></head>');
    expect(await hubHtml(folder, true)).toBe('<html><head><title>Hub</title></head></html>');
  });

  it('holds facts as text, whatever stands in them', () => {
    expect(withMetas('<head></head>', { problem: '"><script>$&' })).toBe(
      '<head><meta name="hub-problem" content="&quot;&gt;&lt;script&gt;$&amp;" /></head>',
    );
  });
});
