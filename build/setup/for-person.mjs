import { root, Stop } from './project.mjs'

/**
 * Runs one of our commands. What it returns is the exit code; a Stop is told in its own words, without a stack.
 * @param {() => Promise<number>} command
 */
export async function forPerson(command) {
  try {
    process.exitCode = await command()
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error)
    process.exitCode = 1
  }
}

/** Where the person stood when they typed `npm …`: npm itself moves to the checkout, and relative paths would break. */
export function personsFolder() {
  const typedIn = process.env['INIT_CWD']
  return typedIn && process.cwd() === root ? typedIn : process.cwd()
}
