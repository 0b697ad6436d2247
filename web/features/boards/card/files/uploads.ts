import { createSignal } from "solid-js";
import { type CardFile, FILE_LIMITS } from "#domain/boards/card-file.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { isOnline } from "#web/lib/online.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { sendFace } from "./make-face.ts";
import { uploadFile } from "./upload.ts";

/** A file on its way to a card. */
export interface Upload {
  key: number;
  card: string;
  file: File;
  /** 0 to 1. */
  share: number;
  failed: boolean;
}

/** What is on its way to the cards of this panel. An upload goes on while another card is looked at. */
export function createUploads() {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  const toasts = useToasts();
  const [uploads, setUploads] = createSignal<readonly Upload[]>([]);
  const ends = new Map<number, AbortController>();
  let last = 0;

  const change = (key: number, set: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...set } : one)));
  const drop = (key: number) => {
    ends.get(key)?.abort();
    ends.delete(key);
    setUploads((all) => all.filter((one) => one.key !== key));
  };
  /** Why a file can't be sent, in words; null when it can. */
  const refusal = (card: string, file: File): string | null => {
    if (!isOnline()) return t().cardTalk.files.offline;
    if (file.size === 0) return t().cardTalk.files.empty(file.name);
    if (file.size > FILE_LIMITS.bytes) {
      return t().cardTalk.files.tooLarge(file.name, f().bytes(FILE_LIMITS.bytes));
    }
    const count = (room.live.card(card)?.files.length ?? 0) + uploads().length;
    return count >= FILE_LIMITS.perCard ? t().cardTalk.files.tooMany : null;
  };
  async function run({ key, card, file }: Upload): Promise<CardFile | null> {
    const end = new AbortController();
    ends.set(key, end);
    change(key, { failed: false, share: 0 });
    try {
      const onProgress = (share: number) => change(key, { share });
      const sent = await uploadFile(room.record().id, file, { signal: end.signal, onProgress });
      await sendFace(room.record().id, sent, () => Promise.resolve(file));
      const files = { add: [sent], remove: [] };
      await room.live.act({ kind: "card.update", card, set: {}, files });
      drop(key);
      return sent;
    } catch {
      if (!end.signal.aborted) change(key, { failed: true });
      return null;
    }
  }

  return {
    of: (card: string) => uploads().filter((one) => one.card === card),
    cancel: drop,
    retry: (upload: Upload) => void run(upload),
    /** Sends files to a card, one after the other. Answers those that arrived. */
    async send(card: string, files: readonly File[]): Promise<CardFile[]> {
      const wanted = files.flatMap((file): Upload[] => {
        const text = refusal(card, file);
        if (text !== null) toasts.show({ text, tone: "bad" });
        return text === null ? [{ key: (last += 1), card, file, share: 0, failed: false }] : [];
      });
      setUploads((all) => [...all, ...wanted]);
      const sent: CardFile[] = [];
      for (const upload of wanted) {
        const one = uploads().some(({ key }) => key === upload.key) ? await run(upload) : null;
        if (one) sent.push(one);
      }
      return sent;
    },
  };
}

export type Uploads = ReturnType<typeof createUploads>;
