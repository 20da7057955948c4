import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listRegister, type RegisterRow } from '../../../../contract/caseflow/registers.ts'
import { registers, type Register } from '../../../../core/caseflow/registers/register.ts'
import { ask } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { registers as da } from '../../../texts/da/registers.ts'
import { registers as en } from '../../../texts/en/registers.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FilterBar } from '../../../ui/FilterBar.tsx'
import { Link } from '../../../ui/Link.tsx'
import { PageAnswer } from '../../../ui/PageAnswer.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Permitted } from '../../../ui/Permitted.tsx'
import { DoneNote } from '../../finding/DoneNote.tsx'
import { CaseflowTabs } from '../CaseflowTabs.tsx'
import { ApproveDialog } from './ApproveDialog.tsx'
import { EntryDialog } from './EntryDialog.tsx'
import { useKindName } from './kind-name.ts'
import type { ListedRegister } from './listed-register.ts'
import { RegisterRules } from './RegisterRules.tsx'
import { RegisterTable } from './RegisterTable.tsx'
import { useRegisterFilters } from './register-filters.ts'

/** Who is where in a gate, and what is missing? What is overdue first; what the case system has no place for is entered here. */
export function RegistersPage() {
  return (
    <Permitted action="caseflow.read">
      <Registers />
    </Permitted>
  )
}

function Registers() {
  const { register, query } = useRegisterFilters()
  const asked = useQuery({
    ...ask(listRegister, { params: { register }, query }),
    refetchOnMount: 'always' as const,
  })
  return (
    <PageAnswer query={asked}>
      {(listed) => <View key={register} register={register} listed={listed} />}
    </PageAnswer>
  )
}

type Opened =
  | { readonly dialog: 'none' }
  | { readonly dialog: 'enter'; readonly row: RegisterRow | null }
  | { readonly dialog: 'approve'; readonly row: RegisterRow }

function View({ register, listed }: { register: Register; listed: ListedRegister }) {
  const texts = useTexts({ da, en })
  const [opened, setOpened] = useState<Opened>({ dialog: 'none' })
  const [said, setSaid] = useState<{ readonly words: string } | null>(null)
  const { counts, rows, total, mayEnter } = listed
  const close = () => setOpened({ dialog: 'none' })
  const finish = (words: string) => {
    close()
    setSaid({ words })
  }
  return (
    <>
      <PageHeading
        title={texts.names[register]}
        question={
          listed.everRegistered
            ? texts.standing(counts.overdue, counts.waiting, counts.forMe, counts.oneHand)
            : texts.neverStanding
        }
        actions={
          mayEnter && (
            <Button variant="primary" onClick={() => setOpened({ dialog: 'enter', row: null })}>
              {texts.enter}
            </Button>
          )
        }
      />
      <CaseflowTabs />
      <RegisterChoice register={register} />
      <DoneNote said={said} />
      <RegisterRules about={texts.about[register]} rules={listed.rules} />
      <RegisterFilters listed={listed} />
      {listed.everRegistered && <Unregistered listed={listed} />}
      {rows.length === 0 ? (
        <Nothing register={register} listed={listed} />
      ) : (
        <RegisterTable
          register={register}
          listed={listed}
          onEnter={(row) => setOpened({ dialog: 'enter', row })}
          onApprove={(row) => setOpened({ dialog: 'approve', row })}
          onChanged={finish}
        />
      )}
      {total > rows.length && <p className="note">{texts.tooMany(rows.length, total)}</p>}
      {opened.dialog === 'enter' && (
        <EntryDialog register={register} row={opened.row} listed={listed} onClose={close} onDone={finish} />
      )}
      {opened.dialog === 'approve' && <ApproveDialog row={opened.row} onClose={close} onDone={finish} />}
    </>
  )
}

/** Where a step was never registered, nothing being overdue says nothing. */
function Unregistered({ listed: { unregistered, kinds } }: { listed: ListedRegister }) {
  const texts = useTexts({ da, en })
  const name = useKindName(kinds)
  return unregistered.map((kind) => (
    <p key={kind} className="note">
      {texts.unregistered(name(kind))}
    </p>
  ))
}

/** None was ever registered, none is under way, or there are none for this person to see. */
function Nothing({ register, listed }: { register: Register; listed: ListedRegister }) {
  const texts = useTexts({ da, en })
  const { filters } = useRegisterFilters()
  const { everRegistered, leftOut, mayEnter } = listed
  if (!everRegistered)
    return (
      <EmptyState title={texts.never[register]}>
        {texts.neverBody} {mayEnter && texts.mayEnter}
      </EmptyState>
    )
  if (leftOut > 0)
    return (
      <EmptyState
        title={texts.none[register]}
        action={<Link to={paths.registers({ ...filters, register, ended: 'yes' })}>{texts.withEnded}</Link>}
      >
        {texts.noneNow(leftOut)} {mayEnter && texts.mayEnter}
      </EmptyState>
    )
  return (
    <EmptyState title={texts.none[register]}>
      {texts.noneReading} {mayEnter && texts.mayEnter}
    </EmptyState>
  )
}

function RegisterChoice({ register }: { register: Register }) {
  const texts = useTexts({ da, en })
  return (
    <nav className="choice-bar" aria-label={texts.which}>
      {registers.map((one) =>
        one === register ? (
          <strong key={one} aria-current="page">
            {texts.names[one]}
          </strong>
        ) : (
          <Link key={one} to={paths.registers({ register: one })}>
            {texts.names[one]}
          </Link>
        ),
      )}
    </nav>
  )
}

function RegisterFilters({ listed: { units } }: { listed: ListedRegister }) {
  const texts = useTexts({ da, en })
  const { filters, setFilters } = useRegisterFilters()
  const unit = {
    key: 'unit' as const,
    label: texts.filters.unit,
    options: units.map(({ id, name }) => ({ value: id, label: name })),
  }
  const ended = {
    key: 'ended' as const,
    label: texts.filters.ended,
    all: texts.running,
    options: [{ value: 'yes', label: texts.withEnded }],
  }
  const shown = [...(units.length > 1 || filters.unit !== undefined ? [unit] : []), ended]
  return <FilterBar filters={shown} values={filters} onChange={setFilters} />
}
