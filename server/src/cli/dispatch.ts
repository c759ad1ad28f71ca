import { type Config, loadConfig } from '../config.ts'
import { oneLine } from '../supervisor/one-line.ts'

export type CommandIo = {
  readonly config: Config
  /** A line of the result, on stdout. */
  out(line: string): void
  /** Somebody reads it: programs get JSON, people words. */
  readonly isTerminal?: boolean
}

export type Command = {
  readonly name: string
  readonly summary: string
  /** The exit code; nothing means 0. A thrown error becomes one line on stderr and exit 1. */
  run(args: readonly string[], io: CommandIo): Promise<number | undefined>
}

export async function dispatch(argv: readonly string[], commands: readonly Command[]): Promise<number> {
  const [first, ...rest] = argv
  const [name, ...args] = first === 'help' ? rest : argv
  if (name === undefined || isHelp(name)) return explain(usage(commands))
  const command = commands.find((candidate) => candidate.name === name)
  if (command === undefined) return complain(`there is no command "${name}": "help" lists them`)
  if (first === 'help' || args.some(isHelp)) return explain(usageOf(command))
  let config: Config | undefined
  try {
    config = loadConfig()
    const out = (line: string) => void process.stdout.write(`${line}\n`)
    return (await command.run(args, { config, out, isTerminal: process.stdout.isTTY === true })) ?? 0
  } catch (error) {
    if (config?.logLevel === 'debug' || config?.logLevel === 'trace') console.error(error)
    return complain(oneLine(error))
  }
}

const isHelp = (word: string) => word === '--help' || word === '-h'

const several = 'Where there are several businesses, --merchant ID|NAME says which one a command is about.'

function complain(line: string): number {
  process.stderr.write(`clientele: ${line}\n`)
  return 1
}

function explain(text: string): number {
  process.stdout.write(text)
  return 0
}

const usageOf = ({ name, summary }: Command) => `Usage: npm run -s clientele -- ${name}\n\n  ${summary}\n`

function usage(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length))
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return ['Usage: npm run -s clientele -- <command> [options]', '', ...lines, '', several, ''].join('\n')
}
