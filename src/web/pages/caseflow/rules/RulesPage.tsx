import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listRules, type RulesCandidate } from '../../../../contract/caseflow/rules.ts'
import type { CallOutput } from '../../../../contract/client.ts'
import { ask } from '../../../api.ts'
import { useMay } from '../../../session.ts'
import { rules as da } from '../../../texts/da/rules.ts'
import { rules as en } from '../../../texts/en/rules.ts'
import { useTexts } from '../../../texts/language.tsx'
import { PageAnswer } from '../../../ui/PageAnswer.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Permitted } from '../../../ui/Permitted.tsx'
import { CaseflowTabs } from '../CaseflowTabs.tsx'
import { PublishRules } from './PublishRules.tsx'
import { RulesSetView } from './RulesSetView.tsx'

/** Which deadlines are in force, what each rests on, and what it has judged; for administrators also how to change them. */
export function RulesPage() {
  return (
    <Permitted action="caseflow.rules-read">
      <Rules />
    </Permitted>
  )
}

/** While cases are being judged the figures move; looked at again so often, in ms. */
const judgingPause = 3000

function Rules() {
  const query = useQuery({
    ...ask(listRules, {}),
    refetchInterval: ({ state }) => ((state.data?.toJudge ?? 0) > 0 ? judgingPause : false),
  })
  return <PageAnswer query={query}>{(listed) => <View listed={listed} />}</PageAnswer>
}

function View({ listed: { sets, toJudge } }: { listed: CallOutput<typeof listRules> }) {
  const texts = useTexts({ da, en })
  const may = useMay()
  const publishing = may('caseflow.rules')
  const [candidate, setCandidate] = useState<RulesCandidate>()
  const [done, setDone] = useState('')
  const choose = (chosen: RulesCandidate | undefined) => {
    setDone('')
    setCandidate(chosen)
  }
  const count = sets.reduce((sum, { rules }) => sum + rules.length, 0)
  return (
    <>
      <PageHeading title={texts.title} question={texts.question(count, sets.length)} />
      <CaseflowTabs />
      <output>{toJudge > 0 && <p className="note">{texts.judging(toJudge)}</p>}</output>
      {publishing && (
        <PublishRules
          candidate={candidate}
          done={done}
          onChoose={choose}
          onDone={(words) => {
            setCandidate(undefined)
            setDone(words)
          }}
        />
      )}
      {sets.map((set) => (
        <RulesSetView
          key={set.key}
          set={set}
          onBringBack={publishing ? (version) => choose({ key: set.key, version }) : undefined}
        />
      ))}
    </>
  )
}
