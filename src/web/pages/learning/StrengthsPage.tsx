import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { listStrengths, withdrawStrength, type StrengthView } from '../../../contract/learning/strengths.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { ask, useSend } from '../../api.ts'
import { formatShortDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { strengths as da } from '../../texts/da/strengths.ts'
import { strengths as en } from '../../texts/en/strengths.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { StrengthDialog } from './StrengthDialog.tsx'
import { UnitLinks } from './UnitLinks.tsx'

type Listed = CallOutput<typeof listStrengths>

export function StrengthsPage() {
  const { unit } = useParams({ from: '/units/$unit/strengths' })
  const query = useQuery({ ...ask(listStrengths, { params: { unit } }), refetchOnMount: 'always' as const })
  return <PageAnswer query={query}>{(list) => <View list={list} />}</PageAnswer>
}

function View({ list }: { list: Listed }) {
  const texts = useTexts({ da, en })
  const { navigation } = useCommonTexts()
  const search: { readonly theme?: unknown } = useSearch({ strict: false })
  const [writing, setWriting] = useState(false)
  const [done, setDone] = useState('')
  const { unit, mayWrite, themes, strengths } = list
  const theme = themes.find(({ key }) => key === search.theme)?.key
  const shown = strengths.filter(({ themeKey }) => theme === undefined || themeKey === theme)
  const write = mayWrite && (
    <Button variant="primary" onClick={() => setWriting(true)}>
      {texts.write}
    </Button>
  )
  return (
    <>
      <Breadcrumb above={[{ title: navigation.learning, to: paths.learning() }]} />
      <PageHeading
        title={`${texts.title}, ${unit.name}`}
        question={texts.question(strengths.length)}
        actions={strengths.length > 0 && write}
      />
      <UnitLinks unit={unit} here="strengths" />
      <output className="done-note">{done}</output>
      {strengths.length === 0 ? (
        <EmptyState title={texts.noneTitle} action={write}>
          {mayWrite ? texts.noneWrite : texts.noneRead}
        </EmptyState>
      ) : (
        <>
          <ThemeFilter unit={unit.id} themes={themes} theme={theme} />
          {shown.length === 0 && <p>{texts.noneOfTheme}</p>}
          <ul className="plain-list strengths" aria-label={texts.list}>
            {shown.map((strength) => (
              <Strength key={strength.id} unit={unit.id} strength={strength} />
            ))}
          </ul>
          {strengths.some(({ example }) => example !== null) && (
            <p className="soft small">{texts.pseudonym}</p>
          )}
        </>
      )}
      {writing && (
        <StrengthDialog
          unit={unit.id}
          themes={themes}
          onClose={() => setWriting(false)}
          onDone={() => {
            setWriting(false)
            setDone(texts.added)
          }}
        />
      )}
    </>
  )
}

interface ThemeFilterProps {
  readonly unit: string
  readonly themes: Listed['themes']
  readonly theme: string | undefined
}

/** In the address, so that a list can be sent to a colleague. */
function ThemeFilter({ unit, themes, theme }: ThemeFilterProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const router = useRouter()
  return (
    <Field label={texts.theme}>
      {(wired) => (
        <select
          {...wired}
          className="form-select strengths-theme"
          value={theme ?? ''}
          onChange={({ target }) =>
            void router.navigate({ href: paths.strengths(unit, { theme: target.value }), replace: true })
          }
        >
          <option value="">{texts.allThemes}</option>
          {themes.map(({ key, title }) => (
            <option key={key} value={key}>
              {local(title)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function Strength({ unit, strength }: { unit: string; strength: StrengthView }) {
  const texts = useTexts({ da, en })
  const { roles } = useCommonTexts()
  const language = useLanguage()
  const local = useLocal()
  const [asked, setAsked] = useState(false)
  const send = useSend(withdrawStrength)
  const { text, theme, example, authorRole, writtenAt } = strength
  return (
    <li>
      <p className="visit-text">{text}</p>
      <p className="soft small">
        {[
          example === null ? texts.ofUnit : texts.fromReview(example.caseNumber, local(example.round)),
          texts.by(roles[authorRole], formatShortDate(writtenAt, language)),
          ...(theme === null ? [] : [local(theme)]),
        ].join(' · ')}
      </p>
      {example !== null && (
        <p className="soft small">
          {example.number} {local(example.text)} ({local(example.stage)})
        </p>
      )}
      {strength.mayWithdraw && (
        <Button
          variant="tertiary"
          aria-label={texts.withdrawThis(text.slice(0, 60))}
          onClick={() => setAsked(true)}
        >
          {texts.withdraw}
        </Button>
      )}
      <ConfirmDialog
        title={texts.withdrawTitle}
        open={asked}
        onClose={() => setAsked(false)}
        action={texts.withdraw}
        busy={send.isPending}
        error={send.error}
        onConfirm={() =>
          send.mutate({ params: { unit, strength: strength.id } }, { onSuccess: () => setAsked(false) })
        }
      >
        <p>{texts.withdrawBody}</p>
      </ConfirmDialog>
    </li>
  )
}
