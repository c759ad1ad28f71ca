// argv → command. One line on stderr and exit 1 is the whole of the error handling a user sees.
import { commands } from './cli/commands.ts'
import { dispatch } from './cli/dispatch.ts'

// A reader that goes away (`… | head`) is no reason to fall over.
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)

const code = await dispatch(process.argv.slice(2), commands)
process.stdout.write('', () => process.exit(code))
