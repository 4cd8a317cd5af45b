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
    text: "The line above the keys says what twice the field under the cursor would do. `c` pins the run as A, `]` doubles the field: the answers now show B, with A and the ratio beneath.",
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
    text: "Every operation of the ledger opens: its formula, the same with this run's numbers, and where it is from.",
    keys: ["BTab", "Down", "Enter"],
    until: "ONE OF THEM",
  },
  {
    name: "plan",
    title: "What should I train on one 4090 overnight?",
    text: "`p` opens the plan. Its first rows are the question: the machine (enter finds `1x 4090`), and what a run may take (type `8h`, `$500`, or a loss to reach). Enter searches models, batches and layouts in threads, and takes the run it is on.",
    keys: [
      "Escape",
      "c",
      "p",
      "Up",
      "Up",
      "Up",
      "Up",
      "Enter",
      '"1x 4090"',
      "Enter",
      "Down",
      "Down",
      "Down",
      '"8h"',
      "Enter",
      "Enter",
    ],
    until: "#  layers",
  },
  {
    name: "sizes",
    title: "Larger, or longer?",
    text: "Every line is one loss: a larger model reaches it with fewer tokens. ◆ is the run that is shown, ● and ○ are the plan's, and along the rising line compute alone would be spent best. Enter shows a picture's numbers.",
    keys: ["BTab"],
    until: "best split",
  },
];
