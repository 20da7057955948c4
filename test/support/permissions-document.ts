import { objects, type ObjectKind } from '../../src/core/access/objects.ts'
import {
  permissionStates,
  statesOf,
  type PermissionStateName,
} from '../../src/core/access/permission-states.ts'
import { contained, permissions, type Action, type Span } from '../../src/core/access/permissions.ts'
import { roleName } from '../../src/core/access/role-names.ts'
import { roles, type Role } from '../../src/core/access/role.ts'
import { access } from '../../src/web/texts/da/access.ts'

// Object.keys loses the literal types of a constant object's keys.
const actions = Object.keys(permissions) as Action[]
const stateNames = Object.keys(permissionStates) as PermissionStateName[]
const letters: Readonly<Record<Span, string>> = { own: 'own', unit: 'unit', municipality: 'all' }

/** `docs/permissions.md`: the table of permissions as the program has it. */
export function permissionsDocument(): string {
  return `${[
    '# Permissions',
    'Who may do what, to what, and when. Made from `src/core/access` by `node test/write-permissions.ts`; a test keeps it true. The page Adgang > Rettigheder shows the same. `test/integration/permission-matrix.test.ts` calls every route as everybody and compares each answer with what this table says.',
    '## Rights by role',
    'own: of one’s own; unit: of one’s own unit too; all: of the whole municipality. An empty cell is a no. A role counts on the days it is held, first and last included.',
    rightsTable(),
    ...Object.entries(contained).map(
      ([wide, narrow]) => `\`${wide}\` also gives \`${narrow}\`, as far as it reaches.`,
    ),
    '## States',
    'What must hold besides, for the rights that depend on a state. Each is refused with the codes named while it does not hold.',
    table(
      ['State', 'Dansk', 'English', 'Refused with'],
      stateNames.map((name) => {
        const { text, refusals } = permissionStates[name]
        return [`\`${name}\``, text.da, text.en, refusals.map((code) => `\`${code}\``).join(', ')]
      }),
    ),
    '## Objects',
    'What addresses name. Whoever has the right named over an object knows that it exists, and is told when they may not do a thing to it (403); its owner always does. Anybody else is answered exactly as if it did not exist, and so is everybody about what is another municipality’s. Who has no share of the right that a route asks for is refused before anything is looked up.',
    table(
      ['Object', 'Known to who has', 'Own: dansk', 'Own: English'],
      Object.entries(objects).flatMap(([name, kind]: [string, ObjectKind | 'value']) =>
        kind === 'value'
          ? []
          : [
              [
                `\`${name}\``,
                kind.seenBy === null ? 'its owner only' : `\`${kind.seenBy}\``,
                kind.owner?.da ?? '',
                kind.owner?.en ?? '',
              ],
            ],
      ),
    ),
    '## Committee and public',
    'Neither has a role here. The `ombudsman` reads released reports only. Routes that ask for no sign-in give no row of anybody’s data; they are listed in `test/integration/http-every-route.test.ts`.',
  ].join('\n\n')}\n`
}

function rightsTable(): string {
  const cells = (action: Action): readonly string[] => {
    const row: Partial<Record<Role, Span>> = permissions[action]
    return roles.map((role) => {
      const span = row[role]
      return span === undefined ? '' : letters[span]
    })
  }
  return table(
    ['Right', 'Dansk', ...roles.map((role) => `${role} (${roleName(role).da})`), 'While'],
    actions.map((action) => [
      `\`${action}\``,
      access.actions[action],
      ...cells(action),
      (statesOf[action] ?? []).map((name) => `\`${name}\``).join(', '),
    ]),
  )
}

/** Columns as wide as their widest cell, as the formatter of this project writes them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) =>
    Math.max(3, ...[title, ...rows.map((row) => row[at] ?? '')].map((cell) => cell.length)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join(
    '\n',
  )
}
