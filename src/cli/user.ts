import type { Register } from './register.ts'
import { orRefuse, sayIn, type Terminal } from './terminal.ts'
import { addWhereOptions, whereOf, type WhereFlags } from './where.ts'
import { readPassword } from './user/read-password.ts'

interface AddFlags extends WhereFlags {
  readonly initials: string
  readonly name?: string
  readonly role?: string
  readonly unit?: string
}

/** `tilsyn user add | list | disable`: local accounts. */
export const registerUser: Register = (program, terminal) => {
  const say = sayIn(terminal)
  const user = program
    .command('user')
    .description(say('konti med brugernavn og adgangskode', 'accounts with user name and password'))
  addWhereOptions(
    user
      .command('add <user-name>')
      .description(
        say(
          'giv en person et brugernavn; der spørges om adgangskoden, eller den læses fra standardinput',
          'give a person a user name; the password is asked for, or read from standard input',
        ),
      )
      .requiredOption(
        '--initials <code>',
        say('personens kode i sagssystemet', "the person's code in the case system"),
      )
      .option('--name <name>', say('navn på en person, der er ny', 'name of a person who is new'))
      .option(
        '--role <role>',
        say('en rolle fra i dag, f.eks. administrator', 'a role from today on, e.g. administrator'),
      )
      .option('--unit <name>', say('rollens enhed', 'the unit of the role')),
    say,
  ).action((userName: string, flags: AddFlags) => add(terminal, userName, flags))
  addWhereOptions(
    user
      .command('list')
      .description(
        say(
          'brugernavne med initialer og navne, adskilt af tabulatorer',
          'user names with initials and names, separated by tabs',
        ),
      ),
    say,
  ).action(async (flags: WhereFlags) => {
    const { listUsers } = await import('../boot/accounts.ts')
    for (const line of orRefuse(terminal, await listUsers(whereOf(flags)))) terminal.out(`${line}\n`)
  })
  addWhereOptions(
    user
      .command('disable <user-name>')
      .description(
        say(
          'luk et brugernavn, og log personen ud overalt',
          'take a user name away and sign its person out everywhere',
        ),
      ),
    say,
  ).action(async (userName: string, flags: WhereFlags) => {
    const { disableUser } = await import('../boot/accounts.ts')
    orRefuse(terminal, await disableUser(whereOf(flags), userName))
    const da = `${userName} kan ikke længere logge ind.`
    terminal.out(`${terminal.language === 'da' ? da : `${userName} can no longer sign in.`}\n`)
  })
}

async function add(terminal: Terminal, userName: string, flags: AddFlags): Promise<void> {
  const { initials, name, role, unit } = flags
  const password = await readPassword(terminal)
  const { addUser } = await import('../boot/accounts.ts')
  const account = { userName: userName.toLowerCase(), initials, name, role, unit }
  orRefuse(terminal, await addUser(whereOf(flags), account, password))
  const da = `${account.userName} kan nu logge ind.`
  terminal.out(`${terminal.language === 'da' ? da : `${account.userName} can now sign in.`}\n`)
}
