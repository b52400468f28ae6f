/** What a Dockerfile makes of each of its stages, with what it takes from the one that it is made from. */

export interface Stage {
  readonly name: string;
  readonly from: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  /** Null where it has none, or not as a list of words, which a shell would be needed for. */
  readonly command: readonly string[] | null;
  readonly health: readonly string[] | null;
  readonly copies: readonly { readonly from: string; readonly source: string; readonly to: string }[];
}

/** The stages in order. */
export function stagesOf(text: string): Stage[] {
  const lines = text
    .replaceAll(/^\s*#.*$/gm, '')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const stages: Stage[] = [];
  for (const line of lines) {
    const [, word = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (word === 'FROM') stages.push(begun(rest, stages));
    else {
      const last = stages.pop();
      if (last) stages.push({ ...last, ...changeOf(word, rest, last) });
    }
  }
  return stages;
}

function begun(rest: string, known: readonly Stage[]): Stage {
  const [from = '', , name = ''] = rest.split(/\s+/);
  const base = known.find((stage) => stage.name === from);
  const empty = { env: {}, user: 'root', command: null, health: null, copies: [] };
  return { ...(base ?? empty), name, from };
}

function changeOf(word: string, rest: string, stage: Stage): Partial<Stage> {
  switch (word) {
    case 'ENV':
      return { env: { ...stage.env, ...Object.fromEntries(rest.split(/\s+/).map((pair) => pair.split('='))) } };
    case 'USER':
      return { user: rest };
    case 'CMD':
      return { command: listIn(rest) };
    case 'HEALTHCHECK':
      return { health: listIn(rest.replace(/^.*?CMD\s+/, '')) };
    case 'COPY': {
      const [, from = '', files = ''] = /^(?:--from=(\S+)\s+)?(.*)$/.exec(rest) ?? [];
      const words = files.split(/\s+/);
      const to = words.at(-1) ?? '';
      return { copies: [...stage.copies, ...words.slice(0, -1).map((source) => ({ from, source, to }))] };
    }
    default:
      return {};
  }
}

function listIn(text: string): string[] | null {
  return text.startsWith('[') ? (JSON.parse(text) as string[]) : null;
}
