/** What processes have taken of the machine, as Linux says it in /proc. Elsewhere nothing is known, and null says so. */
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second on every machine that Node runs on. */
const msOfTick = 10;

/** Milliseconds of CPU that a process has taken, or null. */
export function cpuOf(pid) {
  const fields = statOf(pid);
  return fields && (Number(fields[11]) + Number(fields[12])) * msOfTick;
}

/** The same of a process with all its children, those that have ended included, or null: a PostgreSQL server by its postmaster. */
export function cpuOfFamily(pid) {
  const fields = statOf(pid);
  const children = fields && read(`/proc/${pid}/task/${pid}/children`);
  if (!fields || children === null) return null;
  const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * msOfTick;
  return children
    .trim()
    .split(/\s+/)
    .reduce((sum, child) => sum + (cpuOf(child) ?? 0), own);
}

/** Milliseconds of CPU that everything on the machine has taken, or null. */
export function cpuOfAll() {
  const line = read('/proc/stat')?.split('\n')[0];
  if (!line) return null;
  const [user, nice, system, , , irq, softirq] = line.trim().split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softirq) * msOfTick;
}

/** The parent of a process, or null. */
export function parentOf(pid) {
  const fields = statOf(pid);
  return fields && Number(fields[1]);
}

/** Megabytes of memory that a process holds, or null. */
export function residentMb(pid) {
  const found = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`) ?? '');
  return found && Number(found[1]) / 1024;
}

/** How many files and connections a process has open, or null. */
export function openFiles(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return null;
  }
}

/** The fields from the state on: the name before it may hold spaces. */
function statOf(pid) {
  const text = read(`/proc/${pid}/stat`);
  return text && text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
