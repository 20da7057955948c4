import { exportEmployee } from '../../../contract/access/access-request/access-request.ts'
import type { HeldRole, Person } from '../../../contract/access/people.ts'
import { addressOf } from '../../../contract/client.ts'
import { formatShortDate } from '../../format/dates.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { access as da } from '../../texts/da/access.ts'
import { access as en } from '../../texts/en/access.ts'
import { ownSignIn as signInDa } from '../../texts/da/own-sign-in.ts'
import { ownSignIn as signInEn } from '../../texts/en/own-sign-in.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'

interface PeopleTableProps {
  readonly people: readonly Person[]
  /** Former roles too. */
  readonly all: boolean
  readonly onAddRole: (person: Person) => void
  readonly onAccount: (person: Person) => void
  readonly onEmail: (person: Person) => void
  readonly onReset: (person: Person) => void
  readonly onEnd: (person: Person, role: HeldRole) => void
}

export function PeopleTable(props: PeopleTableProps) {
  const { people, all, onAddRole, onAccount, onEmail, onReset, onEnd } = props
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const signIn = useTexts({ da: signInDa, en: signInEn })
  const columns: readonly DataColumn<Person>[] = [
    { key: 'name', title: texts.name, rowHeader: true, render: ({ name }) => name },
    { key: 'initials', title: texts.initials, render: ({ initials }) => initials },
    {
      key: 'account',
      title: texts.account,
      render: ({ userName }) => userName ?? <span className="soft">{texts.noAccount}</span>,
    },
    {
      key: 'email',
      title: texts.email,
      render: ({ email }) => email ?? <span className="soft">{texts.noEmail}</span>,
    },
    {
      key: 'roles',
      title: texts.roles,
      render: (person) => (
        <ul className="plain-list">
          {person.roles
            .filter(({ standing }) => all || standing === 'current' || standing === 'future')
            .map((role) => (
              <HeldRoleItem key={role.id} role={role} name={person.name} onEnd={() => onEnd(person, role)} />
            ))}
        </ul>
      ),
    },
    {
      key: 'act',
      title: texts.act,
      render: (person) => (
        <div className="held-role acts">
          <Button
            variant="tertiary"
            aria-label={texts.addRoleNamed(person.name)}
            onClick={() => onAddRole(person)}
          >
            {texts.addRole}
          </Button>
          <Button
            variant="tertiary"
            aria-label={texts.giveAccountNamed(person.name)}
            onClick={() => onAccount(person)}
          >
            {texts.giveAccount}
          </Button>
          <Button
            variant="tertiary"
            aria-label={texts.emailNamed(person.name)}
            onClick={() => onEmail(person)}
          >
            {texts.email}
          </Button>
          <Button
            variant="tertiary"
            aria-label={signIn.resetNamed(person.name)}
            onClick={() => onReset(person)}
          >
            {signIn.reset}
          </Button>
          <a
            className={buttonClass('tertiary')}
            aria-label={texts.everythingNamed(person.name)}
            href={addressOf(exportEmployee, { params: { person: person.id }, query: { lang: language } })}
            download
          >
            {texts.everything}
          </a>
        </div>
      ),
    },
  ]
  return (
    <DataTable
      caption={texts.peopleCaption}
      captionHidden
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
      stacked
    />
  )
}

interface HeldRoleItemProps {
  readonly role: HeldRole
  readonly name: string
  readonly onEnd: () => void
}

function HeldRoleItem({ role, name, onEnd }: HeldRoleItemProps) {
  const texts = useTexts({ da, en })
  const common = useCommonTexts()
  const language = useLanguage()
  const from = formatShortDate(role.from, language)
  const period =
    role.until === null || role.standing === 'taken-back'
      ? texts.since(from)
      : texts.fromTo(from, formatShortDate(role.until, language))
  const open = role.standing === 'current' || role.standing === 'future'
  return (
    <li className="held-role">
      <span>
        {common.roles[role.role]}, {role.unit ?? texts.wholeMunicipality}{' '}
        <small className="soft">
          {period}
          {role.standing !== 'current' && ` (${texts.standings[role.standing]})`}
        </small>
      </span>
      {open && (
        <Button variant="tertiary" aria-label={texts.endNamed(common.roles[role.role], name)} onClick={onEnd}>
          {texts.end}
        </Button>
      )}
    </li>
  )
}
