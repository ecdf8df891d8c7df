import { adrCommand } from "./adr";
import { type Ending, type Surroundings, text, unasked } from "./command";
import { evaluateCommand } from "./evaluate";
import { pullCommand } from "./pull";
import { verifyCommand } from "./verify";

type Command = (args: string[], surroundings: Surroundings) => Promise<Ending>;
const COMMANDS: Readonly<Record<string, Command>> = {
  evaluate: evaluateCommand,
  adr: adrCommand,
  verify: verifyCommand,
  pull: pullCommand,
  // Its library only where it is asked for: the other commands start in half the time.
  mcp: async (args, surroundings) => (await import("./mcp")).mcpCommand(args, surroundings),
};

/** `npx shortlist COMMAND …`. Writes what it found and gives the code to exit with. */
export async function main(args: string[], surroundings: Surroundings = { environment: process.env, fetch }): Promise<number> {
  const { code, out, error } = await run(args, surroundings);
  if (out !== undefined) process.stdout.write(`${out}\n`);
  if (error !== undefined) process.stderr.write(`${error}\n`);
  return code;
}

/** The same without writing anything. */
export async function run([name, ...rest]: string[], surroundings: Surroundings): Promise<Ending> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help")
    return { code: name === undefined ? 2 : 0, out: text("usage") };
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return unasked("unknownCommand", { name });
  if (rest.includes("--help") || rest.includes("-h")) return { code: 0, out: text(`help.${name}`) };
  try {
    return await command(rest, surroundings);
  } catch (fault) {
    if (fault instanceof TypeError && "code" in fault && String(fault.code).startsWith("ERR_PARSE_ARGS"))
      return { code: 2, error: `${fault.message}\n\n${text(`help.${name}`)}` };
    throw fault;
  }
}
