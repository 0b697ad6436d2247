import { createSignal } from "solid-js";
import { ApiProblem } from "./api-problem.ts";

/** A request that waits until its person has proved who they are. */
interface Asking {
  /** True once proved, false when the person declined. */
  settle: (proved: boolean) => void;
}

const [asking, setAsking] = createSignal<Asking | null>(null);

/** What waits for a proof; null when nothing does. Reactive. */
export { asking };

let running: Promise<boolean> | null = null;

/** Asks the person once, however many requests wait for it. */
function askAgain(): Promise<boolean> {
  running ??= new Promise<boolean>((resolve) => {
    setAsking({
      settle(proved) {
        running = null;
        setAsking(null);
        resolve(proved);
      },
    });
  });
  return running;
}

/**
 * Sends; where the server wants a fresh proof of who acts, asks the person and sends the same once more. Declined, the
 * server's refusal stands.
 */
export async function withFreshProof<T>(send: () => Promise<T>, ask = askAgain): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const wanted = error instanceof ApiProblem && error.code === "auth.fresh_required";
    if (!wanted || !(await ask())) throw error;
    return send();
  }
}
