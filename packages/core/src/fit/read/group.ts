import { fail } from "../../errors/issue.ts";
import { nearest } from "../../errors/nearest.ts";
import { columnAt, listed, quoted } from "./header.ts";

/** Which of a table's groups a row is in, and whether it is asked for. */
export interface Groups {
  readonly asked: boolean;
  /** Whether the row is one of the groups asked for; every row is when none was. */
  readonly takes: (cells: readonly string[]) => boolean;
  /** Whether rows of more than one group came by and none was asked for: there is nothing to fit then. */
  readonly mixed: () => boolean;
  /** The group of the rows; null without groups. */
  readonly name: () => string | null;
  /** @throws UserError `several_groups` with a list of them, `unknown_group` with the nearest */
  readonly check: () => void;
}

const column = "group";
/** Names of groups that are remembered, and of those the ones a message lists. */
const most = { known: 10_000, listed: 200 } as const;

/**
 * The groups of a table with these columns.
 *
 * @param wanted names of groups to take together; none: the table must have one group only
 * @throws UserError `missing_column` when groups are asked for and the table has no column `group`
 */
export function groupsOf(header: readonly string[], wanted: readonly string[]): Groups {
  const at = wanted.length > 0 ? columnAt(column, header, "group") : header.indexOf(column);
  const rows = new Map<string, number>();
  return {
    asked: wanted.length > 0,
    takes: (cells) => {
      if (at < 0) return true;
      const name = cells[at]!.trim();
      if (rows.size < most.known || rows.has(name)) rows.set(name, (rows.get(name) ?? 0) + 1);
      return wanted.length === 0 || wanted.includes(name);
    },
    mixed: () => wanted.length === 0 && rows.size > 1,
    name: () => (at < 0 ? null : wanted.length > 0 ? wanted.join(", ") : ([...rows.keys()][0] ?? null)),
    check: () => {
      const names = [...rows.keys()];
      if (wanted.length === 0 && names.length > 1) several(rows);
      const unknown = wanted.find((name) => !rows.has(name));
      if (unknown === undefined || names.length === 0) return;
      const close = nearest(unknown, names, 5);
      const hint = close.length > 0 ? `nearest: ${close.join(", ")}` : `groups: ${listed(names, 20)}`;
      fail("unknown_group", "group", `no row has the group ${quoted(unknown)}`, hint);
    },
  };
}

function several(rows: ReadonlyMap<string, number>): never {
  const names = [...rows].map(([name, count]) => `${name === "" ? '""' : name} (${count})`);
  const message = `the rows are of ${rows.size} groups, which one law need not fit: ${listed(names, most.listed)}`;
  return fail("several_groups", "group", message, "--group NAME takes one of them, --group again one more");
}
