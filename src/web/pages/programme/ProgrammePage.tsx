import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getProgramme } from '../../../contract/programme/programme.ts'
import type { Programme } from '../../../core/programme/programme.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { programme as da } from '../../texts/da/programme.ts'
import { programme as en } from '../../texts/en/programme.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { LawTable } from './LawTable.tsx'
import { LevelTable } from './LevelTable.tsx'
import { QuestionList } from './QuestionList.tsx'

export function ProgrammePage() {
  const { programme: key } = useParams({ from: '/programmes/$programme' })
  const query = useQuery(ask(getProgramme, { params: { programme: key } }))
  return <PageAnswer query={query}>{(programme) => <ProgrammeView programme={programme} />}</PageAnswer>
}

function ProgrammeView({ programme }: { programme: Programme }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const questions = programme.stages.flatMap((stage) => stage.questions)
  const baseline = questions.filter((question) => question.baseline).length
  return (
    <>
      <Breadcrumb above={[{ title: texts.listTitle, to: paths.programmes() }]} />
      <PageHeading title={local(programme.title)} question={texts.question} />
      <p>
        {texts.summary(programme.stages.length, questions.length, baseline)}{' '}
        <span className="soft">{texts.versionNumber(programme.version)}.</span>
      </p>
      {programme.status !== undefined && (
        <div className="note">
          <h2>{texts.statusHeading}</h2>
          <p>{local(programme.status)}</p>
        </div>
      )}
      <QuestionList programme={programme} />
      <h2>{texts.levelsHeading}</h2>
      <LevelTable programme={programme} />
      <h2>{texts.lawsHeading}</h2>
      <LawTable laws={programme.laws} />
      <h2>{texts.settingsHeading}</h2>
      <KeyValues
        items={[
          { key: 'cell', name: texts.smallCell, value: programme.settings.smallCell },
          {
            key: 'saturday',
            name: texts.saturday,
            value: programme.settings.saturdayCounts ? texts.yes : texts.no,
          },
        ]}
      />
    </>
  )
}
