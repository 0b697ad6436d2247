import type { JSX } from "solid-js";
import { EngineMessage } from "#web/features/analytics/engine-message.tsx";
import { NotConverted } from "#web/features/analytics/convert/converted.ts";
import { EngineUnavailable } from "#web/features/analytics/engine/unavailable.ts";
import { EngineLost } from "#web/features/analytics/engine/keeper.ts";
import { FileRefused, LARGEST_FILE } from "#web/features/analytics/engine/sample.ts";
import { FileGone } from "#web/features/analytics/store/files.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";

/** What reading a file throws that was changed, moved or deleted after it had been chosen. */
const UNREADABLE = new Set(["NotReadableError", "NotFoundError"]);
/** Causes whose own words add nothing to ours. */
const KNOWN = [FileRefused, FileGone, EngineUnavailable, EngineLost, DOMException];

/** Says why a file could not be read, in an answer of its own for each cause. */
export function Refusal(props: {
  error: unknown;
  size: number;
  onRetry?: (() => void) | undefined;
  actions: JSX.Element;
}) {
  const t = useTexts();
  const f = useFormat();
  const say = () => {
    const words = t().analytics;
    const { error } = props;
    if (error instanceof EngineUnavailable)
      return [words.engine.unavailable, words.engine.unavailableBody];
    if (error instanceof EngineLost) return [words.engine.lost, words.engine.lostBody];
    if (error instanceof FileGone) return [words.dataSet.missing, words.dataSet.missingBody];
    if (error instanceof DOMException)
      return UNREADABLE.has(error.name)
        ? [words.refused.changed, words.refused.changedBody]
        : [words.refused.storage, words.refused.storageBody];
    if (error instanceof NotConverted) {
      switch (error.fault) {
        case "empty":
          return [words.refused.empty, words.refused.emptyBody];
        case "locked":
          return [words.files.locked, words.files.lockedBody];
        case "damaged":
          return [words.files.damaged, words.files.damagedBody];
        case "too-large":
          return [words.refused.tooLarge(f().bytes(props.size)), words.files.tooLargeBody];
        default:
          return [error.fault satisfies never];
      }
    }
    if (!(error instanceof FileRefused)) return [words.refused.failed, words.refused.failedBody];
    switch (error.reason) {
      case "empty":
        return [words.refused.empty, words.refused.emptyBody];
      case "archive":
        return [words.refused.archive, words.refused.archiveBody];
      case "markup":
        return [words.refused.markup, words.refused.markupBody];
      case "binary":
        return [words.refused.binary, words.refused.binaryBody];
      case "too-large":
        return [
          words.refused.tooLarge(f().bytes(props.size)),
          words.refused.tooLargeBody(f().bytes(LARGEST_FILE)),
        ];
      default:
        return [error.reason satisfies never];
    }
  };
  const details = () => {
    const known = KNOWN.some((kind) => props.error instanceof kind);
    return !known && props.error instanceof Error ? props.error.message.slice(0, 300) : "";
  };
  return (
    <ErrorState
      title={say()[0]}
      body={say()[1]}
      onRetry={
        props.error instanceof FileRefused ||
        props.error instanceof NotConverted ||
        props.error instanceof FileGone
          ? undefined
          : props.onRetry
      }
      actions={
        <>
          {props.actions}
          <div class="basis-full">
            <EngineMessage text={details()} />
          </div>
        </>
      }
    />
  );
}
