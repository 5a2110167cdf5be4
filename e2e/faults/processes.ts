import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** Ends as a power cut would every process of this machine that was started with that folder in its command line, and all their children. */
export function killAllOf(folder: string): number {
  const all = processes();
  const doomed = new Set(all.filter(({ pid, command }) => pid !== process.pid && command.includes(folder)).map(({ pid }) => pid));
  for (let grown = -1; grown !== doomed.size;) {
    grown = doomed.size;
    for (const { pid, parent } of all) if (doomed.has(parent)) doomed.add(pid);
  }
  for (const pid of doomed) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it ended by itself meanwhile
    }
  }
  return doomed.size;
}

/** Whether any such process is left. A dead one that nobody has fetched yet does not count. */
export const anyOf = (folder: string): boolean => processes().some(({ pid, command }) => pid !== process.pid && command.includes(folder));

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // the name in parentheses may hold anything, so what follows is counted from its end
        const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]);
        return [{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
      } catch {
        return [];
      }
    });
}
