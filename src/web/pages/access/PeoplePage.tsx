import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listPeople, type HeldRole, type Person } from '../../../contract/access/people.ts'
import { listUnits } from '../../../contract/access/units.ts'
import { isRole, roles } from '../../../core/access/role.ts'
import { ask } from '../../api.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { access as da } from '../../texts/da/access.ts'
import { access as en } from '../../texts/en/access.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { useFilters } from '../../ui/filters.ts'
import { AccessHeading } from './AccessHeading.tsx'
import { AccountDialog } from './AccountDialog.tsx'
import { EmailDialog } from './EmailDialog.tsx'
import { EndRoleDialog } from './EndRoleDialog.tsx'
import { GrantDialog } from './GrantDialog.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { ResetSignInDialog } from './ResetSignInDialog.tsx'
import { SignEverybodyOut } from './SignEverybodyOut.tsx'
import { SignInRules } from './SignInRules.tsx'
import { SearchField } from './SearchField.tsx'

type Asking =
  | { readonly kind: 'grant'; readonly person: Person | null }
  | { readonly kind: 'account'; readonly person: Person }
  | { readonly kind: 'reset'; readonly person: Person }
  | { readonly kind: 'email'; readonly person: Person }
  | { readonly kind: 'end'; readonly person: Person; readonly role: HeldRole }

export function PeoplePage() {
  return (
    <Permitted action="person.manage">
      <People />
    </Permitted>
  )
}

function People() {
  const texts = useTexts({ da, en })
  const common = useCommonTexts()
  const [values, setFilters] = useFilters(['search', 'role', 'unit', 'standing'])
  const [asking, setAsking] = useState<Asking | null>(null)
  const [done, setDone] = useState('')
  const units = useQuery(ask(listUnits, {}))
  const { search, role, unit } = values
  const all = values.standing === 'all'
  const query = useQuery({
    ...ask(listPeople, {
      query: {
        ...(search !== undefined && { search }),
        ...(role !== undefined && isRole(role) && { role }),
        ...(unit !== undefined && { unit }),
        ...(all && { standing: 'all' as const }),
      },
    }),
    // The list before stays while the next one comes, so that nothing jumps.
    placeholderData: (before) => before,
  })
  const close = () => setAsking(null)
  const finish = (said: string) => {
    close()
    setDone(said)
  }
  const add = (
    <Button variant="primary" onClick={() => setAsking({ kind: 'grant', person: null })}>
      {texts.addPerson}
    </Button>
  )

  return (
    <>
      <AccessHeading actions={add} />
      <output className="done-note">{done}</output>
      <search className="search-bar people-search">
        <SearchField
          label={texts.search}
          value={search ?? ''}
          onSearch={(text) => setFilters({ search: text })}
        />
      </search>
      <FilterBar
        filters={[
          {
            key: 'role',
            label: texts.role,
            options: roles.map((one) => ({ value: one, label: common.roles[one] })),
          },
          {
            key: 'unit',
            label: texts.unit,
            options: (units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            key: 'standing',
            label: texts.standing,
            all: texts.standingCurrent,
            options: [{ value: 'all', label: texts.standingAll }],
          },
        ]}
        values={values}
        onChange={setFilters}
      />
      <Answer query={query}>
        {({ people, total }) =>
          people.length === 0 ? (
            <EmptyState title={texts.nobody}>{texts.nobodyBody}</EmptyState>
          ) : (
            <>
              <p>{texts.peopleShown(people.length, total)}</p>
              <PeopleTable
                people={people}
                all={all}
                onAddRole={(person) => setAsking({ kind: 'grant', person })}
                onAccount={(person) => setAsking({ kind: 'account', person })}
                onEmail={(person) => setAsking({ kind: 'email', person })}
                onReset={(person) => setAsking({ kind: 'reset', person })}
                onEnd={(person, held) => setAsking({ kind: 'end', person, role: held })}
              />
            </>
          )
        }
      </Answer>
      <SignInRules />
      <SignEverybodyOut />
      {asking?.kind === 'reset' && (
        <ResetSignInDialog person={asking.person} onClose={close} onDone={finish} />
      )}
      {asking?.kind === 'email' && <EmailDialog person={asking.person} onClose={close} onDone={finish} />}
      {asking?.kind === 'grant' && <GrantDialog person={asking.person} onClose={close} onDone={finish} />}
      {asking?.kind === 'account' && <AccountDialog person={asking.person} onClose={close} />}
      {asking?.kind === 'end' && (
        <EndRoleDialog
          person={asking.person}
          role={asking.role}
          onClose={close}
          onDone={() => finish(texts.endDone(asking.person.name))}
        />
      )}
    </>
  )
}
