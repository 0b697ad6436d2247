import type { Delivery } from "#domain/webhooks/deliveries.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { DeliveryChip } from "./delivery-chip.tsx";
import { outcomeWords } from "./outcome-words.ts";
import { typeWords } from "./words.ts";

/** One delivery of the log: what, where to, when, and how it went. The whole row opens it. */
export function DeliveryRow(props: { delivery: Delivery; webhook: string; onOpen: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().webhooks.log;
  const type = () => typeWords(t(), props.delivery.type);
  const when = () => f().stamp(props.delivery.createdAt);
  const facts = () => {
    const { last, attempts, state, nextAt } = props.delivery;
    const next = nextAt ? words().next(f().stamp(nextAt)) : words().held;
    return [
      ...(last ? [outcomeWords(t(), last)] : []),
      ...(attempts > 1 ? [words().attempts(attempts)] : []),
      ...(state === "waiting" && last ? [next] : []),
    ].join(" · ");
  };
  return (
    <li>
      <button
        type="button"
        aria-label={words().open(type(), when())}
        class="flex min-h-12 w-full items-center gap-3 px-4 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2"
        onClick={() => props.onOpen()}
      >
        <span class="min-w-0 flex-1">
          <span class="flex flex-wrap items-baseline gap-x-2">
            <span class="font-medium">{type()}</span>
            <span class="min-w-0 truncate text-ink-2">{props.webhook}</span>
          </span>
          <span class="block text-small text-ink-3">
            <span class="num">{when()}</span>
            {facts() ? ` · ${facts()}` : ""}
          </span>
        </span>
        <DeliveryChip state={props.delivery.state} />
      </button>
    </li>
  );
}
