import { useQuery } from '@tanstack/react-query'
import { listProgrammes, type ProgrammeSummary } from '../../../contract/programme/programme.ts'
import { ask } from '../../api.ts'
import { formatInteger } from '../../format/numbers.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { programme as da } from '../../texts/da/programme.ts'
import { programme as en } from '../../texts/en/programme.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { PublishSection } from './PublishSection.tsx'

export function ProgrammesPage() {
  return (
    <Permitted action="programme.read">
      <Programmes />
    </Permitted>
  )
}

function Programmes() {
  const texts = useTexts({ da, en })
  const may = useMay()
  const query = useQuery(ask(listProgrammes, {}))
  return (
    <>
      <PageHeading title={texts.listTitle} question={texts.listQuestion} />
      <Answer query={query}>
        {({ programmes }) =>
          programmes.length === 0 ? (
            <EmptyState title={texts.none}>{texts.noneBody}</EmptyState>
          ) : (
            <ProgrammeTable programmes={programmes} />
          )
        }
      </Answer>
      {may('programme.publish') && <PublishSection />}
    </>
  )
}

function ProgrammeTable({ programmes }: { programmes: readonly ProgrammeSummary[] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const count = (key: 'version' | 'stages' | 'questions' | 'baselineQuestions' | 'levels') =>
    ({
      key,
      title: texts[key],
      align: 'end',
      render: (row: ProgrammeSummary) => formatInteger(row[key], language),
    }) as const
  const columns: readonly DataColumn<ProgrammeSummary>[] = [
    {
      key: 'title',
      title: texts.name,
      rowHeader: true,
      sortBy: (row) => local(row.title),
      render: (row) => <Link to={paths.programme(row.key)}>{local(row.title)}</Link>,
    },
    count('version'),
    count('stages'),
    count('questions'),
    count('baselineQuestions'),
    count('levels'),
  ]
  return (
    <DataTable
      caption={texts.listCaption}
      captionHidden
      columns={columns}
      rows={programmes}
      rowKey={(row) => row.key}
      stacked
    />
  )
}
