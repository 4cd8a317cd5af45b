/** One picture of the tour: what is pressed to get there, what must be on the screen then, and what it shows. */
export interface Step {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  /** As `tmux send-keys` calls them; a text in quotes is typed. */
  readonly keys: readonly string[];
  readonly until: string;
}

/** The tour of the README and of docs/dashboard.md, in order: each step goes on from the one before. */
export const steps: readonly Step[] = [
  {
    name: "opening",
    title: "A run and its answers",
    text: "The run on the left, its time, loss, cost and memory on top. Arrows choose a field and change it; everything moves at once.",
    keys: [],
    until: "Where the time goes",
  },
  {
    name: "width",
    title: "What does doubling the width do?",
    text: "`c` pins the run as A, `]` doubles the field. The answers now show B, with A and the ratio beneath.",
    keys: ["c", "Down", "Down", "]"],
    until: "A 3.01",
  },
  {
    name: "moves",
    title: "What else would move the answer",
    text: "The pane below lists what twice or half of everything would do; enter does it, `u` takes it back.",
    keys: ["Tab", "Tab", "Tab", "Tab", "Down"],
    until: "▸twice the width",
  },
  {
    name: "formula",
    title: "Behind a number",
    text: "Every operation of the ledger opens: its formula, with this run's numbers, and where it is from.",
    keys: ["BTab", "Down", "Enter"],
    until: "formula",
  },
  {
    name: "plan",
    title: "What should I train on one 4090 overnight?",
    text: "`:` takes flags, `p` opens the plan: enter searches models, batches and layouts in threads, and takes the run it is on.",
    keys: ["Escape", "c", ":", '"device=1xrtx-4090 budget=8h"', "Enter", "p", "e", "Enter"],
    until: "#  layers",
  },
];
