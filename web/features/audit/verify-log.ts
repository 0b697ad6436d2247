import { createSignal } from "solid-js";
import { mergeFindings, type Finding } from "#domain/audit/verify.ts";
import { api, type ApiAnswer } from "#web/lib/api.ts";

type Stretch = ApiAnswer<"post /audit/verify">;

/** Where a verification stands. `done` when the whole chain was walked. */
export interface Verification {
  done: boolean;
  checked: number;
  unsealed: number;
  /** Rows of the chain, for progress. */
  all: number;
  findings: Finding[];
  sealedUpTo: Stretch["sealedUpTo"];
}

/** Walks the whole chain, stretch by stretch, so that a long log shows how far it is and can be stopped. */
export function createVerification() {
  const [state, setState] = createSignal<Verification>();
  const [problem, setProblem] = createSignal<unknown>();
  const [running, setRunning] = createSignal(false);
  let stopped: AbortController | undefined;

  async function walk(signal: AbortSignal): Promise<void> {
    let from: Stretch["next"] = null;
    let sum: Verification | undefined;
    do {
      const body = from ? { from } : {};
      const part: Stretch = await api("post /audit/verify", { body, signal, quiet: true });
      from = part.next;
      sum = {
        done: from === null,
        checked: (sum?.checked ?? 0) + part.checked,
        unsealed: part.unsealed,
        all: part.span.upTo - part.span.from + 1,
        findings: mergeFindings([...(sum?.findings ?? []), ...part.findings]),
        sealedUpTo: part.sealedUpTo ?? sum?.sealedUpTo ?? null,
      };
      setState(sum);
    } while (from !== null);
  }

  return {
    state,
    problem,
    running,
    async run(): Promise<void> {
      if (running()) return;
      const controller = new AbortController();
      stopped = controller;
      setState(undefined);
      setProblem(undefined);
      setRunning(true);
      try {
        await walk(controller.signal);
      } catch (error) {
        if (!controller.signal.aborted) setProblem(() => error);
      } finally {
        setRunning(false);
      }
    },
    /** Stops a walk that is under way and forgets what was found. */
    dismiss(): void {
      stopped?.abort();
      setState(undefined);
      setProblem(undefined);
    },
  };
}
