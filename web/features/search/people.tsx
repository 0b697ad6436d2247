import { useNavigate } from "@solidjs/router";
import { api } from "#web/lib/api.ts";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import type { PaletteItem } from "#web/ui/palette/palette-item.ts";
import { matchesWords } from "./match-words.ts";

/** Members whose name or address holds the words; choosing one opens the list of members. */
export function usePeople(): (words: string) => PaletteItem[] {
  const navigate = useNavigate();
  const members = useQuery(() => ({
    queryKey: ["members"],
    queryFn: ({ signal }) => api("get /members", { signal }),
    enabled: session.can("identity.read"),
  }));
  return (words) =>
    (members.isSuccess ? members.data.items : [])
      .filter((member) => matchesWords(`${member.name} ${member.email}`, words))
      .map((member) => ({
        id: member.userId,
        label: member.name,
        detail: member.email,
        after: () => (
          <Avatar person={{ id: member.userId, name: member.name }} size={20} decorative />
        ),
        onSelect: () => navigate("/settings/members"),
      }));
}
