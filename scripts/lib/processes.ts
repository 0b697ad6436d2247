import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

interface Process {
  pid: number;
  parent: number;
  command: string;
}

function fromProc(): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // pid (command) state parent …: the command may itself hold spaces and brackets.
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const end = stat.lastIndexOf(")");
        const [state, parent] = stat.slice(end + 2).split(" ");
        if (state === "Z") return [];
        return [
          {
            pid: Number(name),
            parent: Number(parent),
            command: stat.slice(stat.indexOf("(") + 1, end),
          },
        ];
      } catch {
        return [];
      }
    });
}

function fromPs(): Process[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,comm="], { encoding: "utf8" }).split(
    "\n",
  );
  return lines.flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.+)$/.exec(line) ?? [];
    return command ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
  });
}

function processes(): Process[] {
  return existsSync("/proc/self/stat") ? fromProc() : fromPs();
}

/** Process ids of the children of a process. */
export function childrenOf(parent: number): number[] {
  return processes()
    .filter((one) => one.parent === parent)
    .map((one) => one.pid);
}

/** Whether a process id is a live workerd: ids are used again, so a stored one proves nothing. */
export function isWorkerd(pid: number): boolean {
  return processes().some((one) => one.pid === pid && one.command.includes("workerd"));
}
