import { fail } from "@wallclock/core";
import { earlyScreen } from "./args/early-screen.ts";
import { findLeafFlag, leafFlags } from "./args/leaves.ts";
import { near, nearestHint } from "./args/near.ts";
import { commonOptions, type LeafFlag } from "./args/option.ts";
import { type Arguments, type Grammar, readArguments } from "./args/read.ts";
import { type Command, commands } from "./cli.ts";
import type { Context } from "./context.ts";
import { exit } from "./exit.ts";
import { openSink } from "./io/output.ts";
import { isInteractive, type Screen, screenOf } from "./io/screen.ts";

/** Runs one command line and returns its exit status. Never throws. */
export async function run(argv: readonly string[]): Promise<number> {
  process.on("SIGINT", () => process.exit(exit.interrupted));
  try {
    return await dispatch(argv);
  } catch (error) {
    const { reportError } = await import("./errors.ts");
    return reportError(error, argv);
  }
}

async function dispatch(argv: readonly string[]): Promise<number> {
  const at = commandAt(argv);
  const name = argv[at] ?? null;
  const rest = argv.filter((_, index) => index !== at);
  if (name === null) return withoutCommand(argv);
  if (name === "help") return help(rest[commandAt(rest)] ?? null, rest);
  const command = commandNamed(name);
  if (rest.some((word) => word === "--help" || word === "-h")) return help(name, argv);
  const args = readArguments(rest, await grammarOf(command));
  limitOperands(command, args);
  const { run: runCommand } = await command.load();
  return runCommand({ args, screen: screenFor(args) } satisfies Context);
}

/** Flags may come before the command: it is the first word that names one, else the first word that is no flag. */
function commandAt(argv: readonly string[]): number {
  const valued = commonOptions.filter(({ value }) => value !== undefined);
  const takesNext = new Set(valued.flatMap(({ name, short }) => [`--${name}`, `-${short ?? name}`]));
  const words = argv.flatMap((word, index) =>
    word.startsWith("-") || takesNext.has(argv[index - 1]!) ? [] : [index],
  );
  const [first] = words;
  if (first !== undefined && argv[first] === "help") return first;
  return words.find((index) => commands.some(({ id }) => id === argv[index])) ?? first ?? -1;
}

async function withoutCommand(argv: readonly string[]): Promise<number> {
  if (argv.includes("--version")) {
    return print(`${VERSION}\n`);
  }
  if (argv.length === 0 && isInteractive()) return dispatch(["dash"]);
  if (argv.length === 0 || argv.includes("--help") || argv.includes("-h")) return help(null, argv);
  if (/^-v$/i.test(argv[0]!)) {
    fail("unknown_option", "", `unknown option ${argv[0]}`, "wallclock --version prints the version");
  }
  return fail("no_command", "", `${argv[0]} comes without a command`, "wallclock --help lists the commands");
}

async function help(name: string | null, argv: readonly string[]): Promise<number> {
  const { commandPage, frontPage } = await import("./help.ts");
  const screen = earlyScreen(argv);
  if (name === null) return print(frontPage(commands, screen));
  const command = commandNamed(name);
  return print(commandPage(command, await fieldsOf(command), screen));
}

async function print(text: string): Promise<number> {
  await openSink("-", false).write(text);
  return exit.ok;
}

function commandNamed(name: string): Command {
  const command = commands.find(({ id }) => id === name);
  if (command !== undefined) return command;
  const close = near(name, [...commands.map(({ id }) => id), "help"]);
  const hint = nearestHint(close, "wallclock --help lists the commands");
  return fail("unknown_command", "", `unknown command ${name.slice(0, 80)}`, hint);
}

async function grammarOf({ options, takesScenario, fields }: Command): Promise<Grammar> {
  if (fields !== undefined) {
    const { find, all } = await fields();
    return { options, findLeaf: find, leafNames: () => all().map(({ flag }) => flag), takenBy };
  }
  if (!takesScenario) return { options, findLeaf: () => null, leafNames: () => [], takenBy };
  return { options, findLeaf: findLeafFlag, leafNames: () => leafFlags().map(({ flag }) => flag), takenBy };
}

async function fieldsOf({ takesScenario, fields }: Command): Promise<readonly LeafFlag[]> {
  if (fields !== undefined) return (await fields()).all();
  return takesScenario ? leafFlags() : [];
}

function takenBy(name: string): string[] {
  const isLeaf = findLeafFlag(name) !== null;
  return commands
    .filter(
      ({ options, takesScenario }) =>
        options.some((option) => option.name === name) || (isLeaf && takesScenario),
    )
    .map(({ id }) => id);
}

function limitOperands(command: Command, { operands }: Arguments): void {
  if (operands.includes("")) {
    fail("empty_operand", "", `${command.id} was given an empty text`, "is a variable of the shell unset?");
  }
  const extra = operands[command.mostOperands];
  if (extra === undefined) return;
  const message = `${command.id} takes ${command.operands || "no operand"}: "${extra.slice(0, 80)}" is one too many`;
  fail("too_many_operands", "", message);
}

function screenFor({ switches, values }: Arguments): Screen {
  const given = values.get("columns");
  const columns = given === undefined ? null : Number(given);
  if (columns !== null && !(Number.isInteger(columns) && columns >= 1)) {
    fail("bad_columns", "", `--columns ("${given}") must be a whole number of at least 1`);
  }
  const output = values.get("output") ?? "-";
  return screenOf({
    columns,
    noColor: switches.has("no-color"),
    quiet: switches.has("quiet"),
    toFile: output !== "-",
  });
}
