import { act, fireEvent, render, screen } from '@testing-library/react';
import { composeWebPlugins, FilesField, GivenViewer, RegistryProvider, type FileInHand } from '@hub/core/web';
import { useState } from 'react';
import { filesWebPlugin } from '../files.plugin';

const anjali = { id: 'member:network/anjali', displayName: 'Anjali', sites: [] };
const room = () => new File(['a picture'], 'room.png', { type: 'image/png' });
const real = globalThis.XMLHttpRequest;

/** A line to the hub whose answers the test gives. */
class Line {
  static readonly sent: Line[] = [];
  readonly headers: Record<string, string> = {};
  readonly upload = new EventTarget();
  readonly answers = new EventTarget();
  status = 0;
  responseText = '';
  open() {}
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  addEventListener(name: string, listener: () => void) {
    this.answers.addEventListener(name, listener);
  }
  send() {
    Line.sent.push(this);
  }
  abort() {
    this.answers.dispatchEvent(new Event('abort'));
  }
  answer(status: number, body: object) {
    [this.status, this.responseText] = [status, JSON.stringify(body)];
    return act(async () => void this.answers.dispatchEvent(new Event('load')));
  }
  breaks() {
    return act(async () => void this.answers.dispatchEvent(new Event('error')));
  }
}

describe('Files that come with what is being written', () => {
  beforeEach(() => {
    Line.sent.length = 0;
    globalThis.XMLHttpRequest = Line as never;
  });
  afterEach(() => void (globalThis.XMLHttpRequest = real));

  it('are sent at once to the writer alone, and a picture is asked what it shows', async () => {
    const { files } = await open();
    await choose([room()]);
    expect(Line.sent[0]?.headers).toMatchObject({
      'hub-subject': encodeURIComponent(anjali.id),
      'content-type': 'image/png',
    });
    expect(screen.getByText(/room\.png: sending, 0% done/)).toBeTruthy();
    expect(screen.getByText('Busy')).toBeTruthy();

    await Line.sent[0]?.answer(201, { attachment: 'attachment:a' });
    fireEvent.change(screen.getByLabelText(/What does the picture show/), { target: { value: 'The door' } });

    expect(files()).toEqual([{ id: 'attachment:a', name: 'room.png', isImage: true, alternative: 'The door' }]);
    expect(screen.queryByText('Busy')).toBeNull();
  });

  it('stay in the list when they fail, with the reason, and can be sent again', async () => {
    const { files } = await open();
    await choose([room()]);
    await Line.sent[0]?.breaks();
    expect(screen.getByText(/room\.png was not added\. The hub cannot be reached\. Try again/)).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: /^Try again/ }));
    await Line.sent[1]?.answer(201, { attachment: 'attachment:a' });

    expect(files()).toHaveLength(1);
  });

  it('are refused in the hub’s own words, and before they are sent where that is known', async () => {
    await open();
    await choose([room(), new File(['x'], 'program.exe')]);
    await Line.sent[0]?.answer(422, { errors: [{ message: 'This file is no PNG picture' }] });

    expect(screen.getByText(/This file is no PNG picture/)).toBeTruthy();
    expect(screen.getByText(/program\.exe was not added\. Choose a PDF/)).toBeTruthy();
    expect(Line.sent).toHaveLength(1);
  });

  it('can be pasted and dropped into the box', async () => {
    await open();
    const box = screen.getByLabelText('Box');
    await act(async () => void fireEvent.paste(box, { clipboardData: { files: [room()] } }));
    await act(async () => void fireEvent.drop(box, { dataTransfer: { files: [room()], types: ['Files'] } }));

    expect(Line.sent).toHaveLength(2);
  });

  it('are ten at most', async () => {
    await open();
    await choose(Array.from({ length: 11 }, room));

    expect(Line.sent).toHaveLength(10);
    expect(screen.getByText(/There are 10 files already/)).toBeTruthy();
  });

  it('can be stopped, and taken off the list', async () => {
    const { files } = await open();
    await choose([room(), room()]);
    await act(async () => void fireEvent.click(screen.getAllByRole('button', { name: /^Stop/ })[0]!));
    await Line.sent[1]?.answer(201, { attachment: 'attachment:b' });
    fireEvent.click(screen.getByRole('button', { name: /^Take off the list/ }));

    expect(files()).toEqual([]);
  });
});

it('A hub without files shows the box alone', () => {
  render(
    <RegistryProvider value={composeWebPlugins([])}>
      <FilesField value={[]} onChange={() => undefined} onBusy={() => undefined}>
        <p>The box</p>
      </FilesField>
    </RegistryProvider>,
  );

  expect(document.body.textContent).toBe('The box');
});

async function open() {
  let latest: readonly FileInHand[] = [];
  const Form = () => {
    const [files, setFiles] = useState<readonly FileInHand[]>([]);
    const [isBusy, setBusy] = useState(false);
    latest = files;
    return (
      <FilesField value={files} onChange={setFiles} onBusy={setBusy}>
        <textarea aria-label="Box" />
        {isBusy && <p>Busy</p>}
      </FilesField>
    );
  };
  render(
    <RegistryProvider value={composeWebPlugins([filesWebPlugin])}>
      <GivenViewer value={anjali}>
        <Form />
      </GivenViewer>
    </RegistryProvider>,
  );
  await screen.findByLabelText('Add files', {}, { timeout: 10_000 });
  return { files: () => latest };
}

const choose = (files: readonly File[]) =>
  act(async () => void fireEvent.change(screen.getByLabelText('Add files'), { target: { files } }));
