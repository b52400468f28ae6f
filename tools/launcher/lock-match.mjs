/** Whether what is installed is what package-lock.json asks for. */

/**
 * True when every package of the lock file that this machine needs is installed in the locked version, and none for another machine.
 * @param {{packages?: Record<string, LockedPackage>}} lock package-lock.json
 * @param {{packages?: Record<string, LockedPackage>}} installed node_modules/.package-lock.json, which npm writes last
 * @param {{platform: string, arch: string}} machine
 * @typedef {{version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, os?: string[], cpu?: string[]}} LockedPackage
 */
export function lockMatches(lock, installed, machine) {
  const wanted = lock.packages ?? {};
  const present = installed.packages ?? {};
  return (
    Object.entries(wanted).every(([place, entry]) => place === '' || place in present || mayBeAbsent(entry)) &&
    Object.entries(present).every(([place, entry]) => isWanted(entry, wanted[place]) && fits(entry, machine))
  );
}

const mayBeAbsent = (entry) => Boolean(entry.optional || entry.devOptional);

const isWanted = (entry, locked) =>
  Boolean(locked) && entry.version === locked.version && entry.integrity === locked.integrity;

const fits = (entry, { platform, arch }) => allows(entry.os, platform) && allows(entry.cpu, arch);

function allows(list, value) {
  if (!list || list.length === 0) return true;
  if (list.includes(`!${value}`)) return false;
  const named = list.filter((item) => !item.startsWith('!'));
  return named.length === 0 || named.includes(value);
}
