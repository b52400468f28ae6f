import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
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

  it('has the names of pages as links with their titles, each as a whole, and not in code', async () => {
    const names = [
      { written: '#cough', words: 'Cough pathway', to: '/interventions/cough' },
      { written: '#cough-clinic', words: 'Cough clinic', to: '/interventions/cough-clinic' },
      { written: 'https://hub.example/sites/northvale', words: 'Northvale', to: '/sites/northvale' },
    ];
    render(
      <MemoryRouter>
        <Markdown
          text={'See #cough-clinic, #cough and https://hub.example/sites/northvale. `#cough` #coughs'}
          names={names}
        />
      </MemoryRouter>,
    );
    await screen.findByText('Cough clinic');

    expect(screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Cough clinic', '/interventions/cough-clinic'],
      ['Cough pathway', '/interventions/cough'],
      ['Northvale', '/sites/northvale'],
    ]);
    expect(screen.getByText('#cough').tagName).toBe('CODE');
  });
});
