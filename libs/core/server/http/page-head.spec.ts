import { withHead, type PageHead } from './page-head';

const html = `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <title>Vanguard hub</title>
    <meta name="robots" content="noindex" />
    <meta
      name="description"
      content="About the hub"
    />
    <script type="module" src="/assets/main.js"></script>
  </head>
  <body></body>
</html>`;
const head: PageHead = {
  title: 'Falls huddle',
  description: 'A short daily check',
  address: 'https://hub.example.nhs.uk/interventions/falls-huddle',
  indexable: false,
};

describe('The head of a public page', () => {
  it('has the title and the preview of a link, once each, and keeps the rest', () => {
    const page = withHead(html, head);

    expect(page.match(/<title>/g)).toHaveLength(1);
    expect(page).toContain('<title>Falls huddle – Vanguard hub</title>');
    expect(page).toContain('<meta name="description" content="A short daily check" />');
    expect(page.match(/name="description"/g)).toHaveLength(1);
    expect(page).toContain('<meta property="og:title" content="Falls huddle" />');
    expect(page).toContain(`<meta property="og:url" content="${head.address}" />`);
    expect(page).toContain(`<link rel="canonical" href="${head.address}" />`);
    expect(page).toContain('<script type="module" src="/assets/main.js"></script>');
    expect(page.match(/<script/g)).toHaveLength(1);
  });

  it('asks search engines to leave it alone unless its owner lets them', () => {
    expect(withHead(html, head).match(/<meta name="robots" content="noindex" \/>/g)).toHaveLength(1);
    expect(withHead(html, { ...head, indexable: true })).not.toContain('robots');
  });

  it('says nothing where there is no summary', () => {
    expect(withHead(html, { ...head, description: '  ' })).not.toContain('description');
  });

  it('cannot be broken out of by what people write', () => {
    const nasty = `"><script>alert(1)</script> & ' $& $' </head>\u202e`;
    const page = withHead(html, { ...head, title: nasty, description: nasty });

    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<\/head>/g)).toHaveLength(1);
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39; $&amp; $&#39; &lt;/head&gt;');
    expect(page).not.toContain('\u202e');
  });

  it('keeps the description short', () => {
    const page = withHead(html, { ...head, description: '💚 '.repeat(1000) });

    expect(/name="description" content="([^"]*)"/.exec(page)?.[1]).toHaveLength(450);
  });
});
