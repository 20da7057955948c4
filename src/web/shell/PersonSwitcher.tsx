import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { listDemoPeople, switchPerson, type DemoPerson } from '../../contract/access/demo-session.ts'
import { roles } from '../../core/access/role.ts'
import { ask, useSend } from '../api.ts'
import { paths, type Path } from '../paths.ts'
import { useForgetPerson } from '../session.ts'
import { useCommonTexts } from '../texts/common.ts'
import { Answer } from '../ui/Answer.tsx'
import { Problem } from '../ui/Problem.tsx'
import { SearchableSelect } from '../ui/SearchableSelect.tsx'

interface PersonSwitcherProps {
  readonly selected?: string
  /** Where the new person starts. */
  readonly goTo?: Path
  readonly onSwitched?: () => void
}

/** Demo only: become any of the invented persons. */
export function PersonSwitcher({ selected, goTo = paths.tasks(), onSwitched }: PersonSwitcherProps) {
  const texts = useCommonTexts()
  const router = useRouter()
  const forgetPerson = useForgetPerson()
  const people = useQuery(ask(listDemoPeople, {}))
  const change = useSend(switchPerson, [])

  const become = async (personId: string) => {
    await change.mutateAsync({ body: { personId } })
    onSwitched?.()
    await forgetPerson()
    await router.navigate({ href: goTo })
  }

  return (
    <>
      {change.isError && <Problem error={change.error} />}
      <Answer query={people}>
        {(list) => (
          <SearchableSelect
            label={selected === undefined ? texts.choosePerson : texts.switchPerson}
            groups={byRole(list.people, texts.roles)}
            selected={selected}
            onSelect={(id) => void become(id)}
            nothingFound={texts.noPersonFound}
          />
        )}
      </Answer>
    </>
  )
}

/** Each person once, under the first of their roles in the order of the audit's levels. */
function byRole(people: readonly DemoPerson[], names: ReturnType<typeof useCommonTexts>['roles']) {
  return roles
    .map((role) => ({
      title: names[role],
      options: people
        .filter((person) => roles.find((each) => person.roles.some((held) => held.role === each)) === role)
        .map((person) => ({ id: person.id, label: person.name, detail: heldRoles(person, names) })),
    }))
    .filter((group) => group.options.length > 0)
}

/** The group already names the role of those who hold one only. */
function heldRoles(person: DemoPerson, names: ReturnType<typeof useCommonTexts>['roles']): string {
  const [only] = person.roles
  if (person.roles.length === 1 && only !== undefined) return only.unit ?? ''
  return person.roles
    .map(({ role, unit }) => (unit === null ? names[role] : `${names[role]}, ${unit}`))
    .join('; ')
}
