/** What samples of memory and open files say: how fast they grow, by least squares, once a process has warmed up. Pure. */

/** After a third of the time what a process keeps at hand is there. */
const warm = 1 / 3;
const mostMbAMinute = 1;
const mostFiles = 20;

export const headings = ['process', 'samples', 'MB at first', 'MB at last', 'MB a minute', 'open files', 'flat'];

/**
 * @param {string} name of a process
 * @param {readonly {name: string, at: number, mb: number, files: number}[]} samples of all, `at` in minutes
 * @param {number} minutes how long it went on
 */
export function verdictOf(name, samples, minutes) {
  const of = samples.filter((sample) => sample.name === name && sample.at >= minutes * warm);
  const slope = slopeOf(of.map(({ at, mb }) => [at, mb]));
  const files = of.map((sample) => sample.files).sort((one, other) => one - other);
  const middle = files[files.length >> 1];
  const isKept = slope < mostMbAMinute && files.at(-1) - middle <= mostFiles && middle - files[0] <= mostFiles;
  return {
    name,
    count: of.length,
    first: of[0].mb,
    last: of.at(-1).mb,
    slope,
    files: [files[0], files.at(-1)],
    isKept,
  };
}

export const lineOf = ({ name, count, first, last, slope, files, isKept }) => [
  name,
  String(count),
  first.toFixed(0),
  last.toFixed(0),
  slope.toFixed(2),
  files.join(' to '),
  isKept ? 'yes' : 'NO',
];

/** How much the second of each pair grows with the first, by least squares; NaN of fewer than two. */
export function slopeOf(pairs) {
  const mean = (at) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = pairs.reduce((sum, pair) => sum + (pair[0] - x) * (pair[1] - y), 0);
  return above / pairs.reduce((sum, pair) => sum + (pair[0] - x) ** 2, 0);
}
