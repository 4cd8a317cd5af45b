import { keyCommands, keysText } from "./commands.ts";

/** Keys of help that match what was searched for. */
export function helpRows(query: string): typeof keyCommands {
  const needle = query.trim().toLowerCase();
  return keyCommands.filter((command) => {
    const { id, category, description } = command;
    return `${id} ${keysText(command)} ${category} ${description}`.toLowerCase().includes(needle);
  });
}
