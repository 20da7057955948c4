import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallOutput } from '../../../../contract/client.ts'
import {
  getFlowSubscription,
  listFlowSubscribers,
  saveFlowSubscription,
} from '../../../../contract/caseflow/flow-files.ts'
import { ask, useSend } from '../../../api.ts'
import { useMay } from '../../../session.ts'
import { flowFiles as da } from '../../../texts/da/flow-files.ts'
import { flowFiles as en } from '../../../texts/en/flow-files.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { FlowSubscribers } from './FlowSubscribers.tsx'
import { subscriptionId } from './subscription-id.ts'

type Subscription = CallOutput<typeof getFlowSubscription>
type Rhythm = 'week' | 'month'
type Scope = NonNullable<Subscription[Rhythm]>

/** Being told by mail when a report is there, and for the administrator who is; a choice acts at once. */
export function FlowSubscription() {
  const texts = useTexts({ da, en })
  const may = useMay()
  const query = useQuery(ask(getFlowSubscription, {}))
  return (
    <section className="flow-subscription" aria-labelledby={subscriptionId}>
      <h2 id={subscriptionId}>{texts.heading}</h2>
      <Answer query={query}>{(subscription) => <Choices subscription={subscription} />}</Answer>
      {may('person.manage') && <FlowSubscribers />}
    </section>
  )
}

function Choices({ subscription }: { subscription: Subscription }) {
  const texts = useTexts({ da, en })
  const send = useSend(saveFlowSubscription, [getFlowSubscription, listFlowSubscribers])
  const [done, setDone] = useState('')
  const { email, sending } = subscription
  const save = (rhythm: Rhythm, scope: Scope | null) =>
    send.mutate({ params: { rhythm }, body: { scope } }, { onSuccess: () => setDone(texts.saved) })
  return (
    <>
      <p className="reading-width">
        {!sending ? texts.notSending : email === null ? texts.noAddress : texts.sentTo(email)}
      </p>
      {send.isError && <Problem error={send.error} />}
      <output className="done-note">{done}</output>
      <div className="search-bar">
        <Choice rhythm="week" subscription={subscription} save={save} />
        <Choice rhythm="month" subscription={subscription} save={save} />
      </div>
    </>
  )
}

interface ChoiceProps {
  readonly rhythm: Rhythm
  readonly subscription: Subscription
  readonly save: (rhythm: Rhythm, scope: Scope | null) => void
}

/** Own units are offered to those who have some, and to those whose choice it was. */
function Choice({ rhythm, subscription, save }: ChoiceProps) {
  const texts = useTexts({ da, en })
  const { units } = subscription
  const scope = subscription[rhythm]
  const hasUnits = units.length > 0 || scope === 'own-units'
  return (
    <Field label={texts.rhythms[rhythm]}>
      {(wired) => (
        <select
          {...wired}
          className="form-select"
          value={scope ?? ''}
          onChange={({ target: { value } }) =>
            save(rhythm, value === 'own-units' || value === 'municipality' ? value : null)
          }
        >
          <option value="">{texts.never}</option>
          {hasUnits && <option value="own-units">{texts.ownUnits(units.join(', '))}</option>}
          <option value="municipality">{texts.municipality}</option>
        </select>
      )}
    </Field>
  )
}
