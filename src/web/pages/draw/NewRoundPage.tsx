import { useQuery } from '@tanstack/react-query'
import { listRounds } from '../../../contract/draw/rounds.ts'
import { listProgrammes } from '../../../contract/programme/programme.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { rounds as da } from '../../texts/da/rounds.ts'
import { rounds as en } from '../../texts/en/rounds.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { NewRoundForm } from './NewRoundForm.tsx'

export function NewRoundPage() {
  const texts = useTexts({ da, en })
  const may = useMay()
  const programmes = useQuery(ask(listProgrammes, {}))
  const rounds = useQuery(ask(listRounds, {}))
  return (
    <>
      <Breadcrumb above={[{ title: texts.listTitle, to: paths.rounds() }]} />
      <PageHeading title={texts.newTitle} question={texts.newQuestion} />
      {may('round.open') ? (
        <Answer query={programmes}>
          {({ programmes: list }) =>
            list.length === 0 ? (
              <p>{texts.newNoProgrammes}</p>
            ) : (
              <Answer query={rounds}>
                {({ rounds: earlier }) => <NewRoundForm programmes={list} rounds={earlier} />}
              </Answer>
            )
          }
        </Answer>
      ) : (
        <p>{texts.newNotPermitted}</p>
      )}
    </>
  )
}
