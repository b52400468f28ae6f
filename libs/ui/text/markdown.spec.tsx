import { render, screen } from '@testing-library/react';
import { Markdown } from './markdown';

describe('Text that people wrote', () => {
  it('is shown with its emphasis, lists and links', async () => {
    const { container } = render(
      <Markdown text={'Some **words**\n\n- one\n- two\n\n[a page](https://example.org/)'} />,
    );
    await screen.findByText('words');

    expect(container.querySelectorAll('li')).toHaveLength(2);
    expect(screen.getByRole('link').getAttribute('href')).toBe('https://example.org/');
  });

  it('cannot bring markup, scripts or images with it', async () => {
    const { container } = render(
      <Markdown
        text={
          'Safe words <img src=x onerror=alert(1)> <script>alert(1)</script> [x](javascript:alert(1)) ![i](https://example.org/i.png)'
        }
      />,
    );
    await screen.findByText(/Safe words/);

    expect(container.querySelector('img, script, [onerror]')).toBeNull();
    expect(container.querySelector('a')?.getAttribute('href') ?? '').not.toContain('javascript');
  });

  it('takes headings at the level that fits the page', async () => {
    render(<Markdown text={'# Title\n\nText'} headingLevel={4} />);

    expect(await screen.findByRole('heading', { level: 4, name: 'Title' })).toBeTruthy();
  });
});
