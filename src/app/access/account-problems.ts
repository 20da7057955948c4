import { roles } from '../../core/access/role.ts'
import type { Problem } from '../../core/language/problem.ts'

function problem(code: string, da: string, en: string): Problem {
  return { code, text: { da, en } }
}

export const userNameUnusable = problem(
  'user-name-unusable',
  'Et brugernavn består af 2 til 100 små bogstaver (a-z), cifre og tegnene . _ @ -',
  'A user name consists of 2 to 100 small letters (a-z), digits and the signs . _ @ -',
)

export const passwordWeak = problem(
  'password-weak',
  'Adgangskoden bruges af mange eller består næsten kun af navne, så den gættes først. Vælg en anden, fx nogle ord, der ikke hører sammen.',
  'The password is used by many or is little more than names, so it is guessed first. Choose another, e.g. some words that do not belong together.',
)

export const nameMissing = problem(
  'name-missing',
  'Ingen har disse initialer endnu. Angiv personens navn med --name.',
  "Nobody has these initials yet. Give the person's name with --name.",
)

export function userNameTaken(userName: string): Problem {
  return problem(
    'user-name-taken',
    `Brugernavnet ${userName} er i brug. Fjern det først med: tilsyn user disable ${userName}`,
    `The user name ${userName} is in use. Remove it first with: tilsyn user disable ${userName}`,
  )
}

export function userNameUnknown(userName: string): Problem {
  return problem(
    'user-name-unknown',
    `Brugernavnet ${userName} findes ikke. Se dem med: tilsyn user list`,
    `The user name ${userName} does not exist. See them with: tilsyn user list`,
  )
}

export function roleUnknown(role: string): Problem {
  const known = roles.join(', ')
  return problem(
    'role-unknown',
    `Rollen ${role} kendes ikke. Rollerne er: ${known}.`,
    `The role ${role} is not known. The roles are: ${known}.`,
  )
}

export function unitUnknown(unit: string): Problem {
  return problem('unit-unknown', `Enheden ${unit} findes ikke.`, `The unit ${unit} does not exist.`)
}

export function unitMissing(role: string): Problem {
  return problem(
    'unit-missing',
    `Rollen ${role} hører til en enhed. Angiv den med --unit.`,
    `The role ${role} belongs to a unit. Give it with --unit.`,
  )
}

export const passwordTooShort = problem(
  'password-too-short',
  'Adgangskoden skal have mindst 12 tegn.',
  'The password must have at least 12 characters.',
)

export function municipalityUnclear(names: readonly string[]): Problem {
  const known = names.join(', ')
  return names.length === 0
    ? problem(
        'municipality-missing',
        'Databasen har ingen kommune endnu. Angiv dens navn med --municipality, så oprettes den.',
        'The database has no municipality yet. Give its name with --municipality and it is made.',
      )
    : problem(
        'municipality-unclear',
        `Angiv kommunen med --municipality. Databasen har: ${known}.`,
        `Give the municipality with --municipality. The database has: ${known}.`,
      )
}

export const demoHasNoAccounts = problem(
  'demo-data',
  'Databasen rummer demodata; her skifter man person i stedet for at logge ind.',
  'The database holds demo data; there one switches persons instead of signing in.',
)
