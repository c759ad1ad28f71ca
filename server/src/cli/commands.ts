// Every command of the CLI. A row loads its file only when it is called, so that `help` and small commands start quickly.
import type { Command } from './dispatch.ts'

export const commands: readonly Command[] = [
  {
    name: 'serve',
    summary: 'start everything [--only web|worker] [--no-migrate]',
    run: async (args, io) => (await import('./serve.ts')).serve(args, io),
  },
  {
    name: 'migrate',
    summary: 'bring the database up to this version',
    run: async (args, io) => (await import('./migrate.ts')).migrateCommand(args, io),
  },
  {
    name: 'owner',
    summary:
      'make a merchant and its owner: --email --password --merchant NAME [--currency USD] [--time-zone UTC] [--country US] [--locale en]',
    run: async (args, io) => (await import('./accounts.ts')).ownerCommand(args, io),
  },
  {
    name: 'user',
    summary: 'let a person in: --email --name [--role staff]',
    run: async (args, io) => (await import('./accounts.ts')).userCommand(args, io),
  },
  {
    name: 'password',
    summary: 'print a one-time link to choose a new password: --email',
    run: async (args, io) => (await import('./accounts.ts')).passwordCommand(args, io),
  },
  {
    name: 'api-key',
    summary: 'make an API key: --name [--scopes a,b]',
    run: async (args, io) => (await import('./accounts.ts')).apiKeyCommand(args, io),
  },
  {
    name: 'generate',
    summary: 'make up customers and orders to try things out with: [--customers N] [--orders N] [--seed S]',
    run: async (args, io) => (await import('./generate.ts')).generateCommand(args, io),
  },
  {
    name: 'sample',
    summary: 'make a sample business with made-up customers, apart from the real one [--remove]',
    run: async (args, io) => (await import('./sample.ts')).sampleCommand(args, io),
  },
  {
    name: 'import',
    summary:
      'bring in customers|affiliations|orders|order-lines|reviews FILE [--dry-run] [--mapping FILE] [--make-stores]; prints what became of it, in words on a terminal, else (or with --json) as JSON',
    run: async (args, io) => (await import('./import.ts')).importCommand(args, io),
  },
  {
    name: 'export',
    summary:
      'write customers into a file: customers --format csv|xlsx|json|vcf [--out F] [--status all] [--names plain [--language es]]',
    run: async (args, io) => (await import('./export.ts')).exportCommand(args, io),
  },
  {
    name: 'openapi',
    summary: 'print the API document',
    run: async (args, io) => (await import('./openapi.ts')).openapiCommand(args, io),
  },
  {
    name: 'backup',
    summary: 'write everything into one file: --out FILE [--force]',
    run: async (args, io) => (await import('./backup.ts')).backupCommand(args, io),
  },
  {
    name: 'restore',
    summary: 'fill an empty installation from a backup: FILE',
    run: async (args, io) => (await import('./backup.ts')).restoreCommand(args, io),
  },
  {
    name: 'verify',
    summary: 'recompute what is stored for speed and print differences',
    run: async (args, io) => (await import('./verify.ts')).verifyCommand(args, io),
  },
]
