import IconLink from "~icons/lucide/link";
import IconBlocks from "~icons/lucide/octagon-alert";
import IconBlocked from "~icons/lucide/octagon-pause";

/** What a card is to another, as a sign beside the words. */
export const RELATION_ICONS = { blocked_by: IconBlocked, blocks: IconBlocks, relates: IconLink };
