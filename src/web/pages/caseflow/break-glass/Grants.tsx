import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  endBreakGlass,
  listBreakGlass,
  listOwnBreakGlass,
  type BreakGlassView,
} from '../../../../contract/access/break-glass.ts'
import { ask, useSend } from '../../../api.ts'
import { formatDateTime } from '../../../format/dates.ts'
import { paths } from '../../../paths.ts'
import { breakGlass as da } from '../../../texts/da/break-glass.ts'
import { breakGlass as en } from '../../../texts/en/break-glass.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { StatusTag } from '../../../ui/StatusTag.tsx'
import { JudgeDialog } from './JudgeDialog.tsx'

type Column = DataColumn<BreakGlassView>

/** What every list of them tells: the case, why, from when until when, and how it stands. */
function useColumns(): { readonly caseColumn: Column; readonly rest: readonly Column[] } {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  return {
    caseColumn: { key: 'case', title: texts.caseColumn, rowHeader: true, render: ({ caseId }) => caseId },
    rest: [
      { key: 'opened', title: texts.openedAt, render: ({ openedAt }) => formatDateTime(openedAt, language) },
      { key: 'until', title: texts.until, render: ({ until }) => formatDateTime(until, language) },
      { key: 'why', title: texts.why, render: ({ reason }) => reason },
      { key: 'state', title: texts.state, render: (grant) => <State grant={grant} /> },
    ],
  }
}

function State({ grant: { open, judged } }: { grant: BreakGlassView }) {
  const texts = useTexts({ da, en })
  return (
    <>
      <StatusTag kind={open ? 'active' : 'neutral'}>{open ? texts.isOpen : texts.isOver}</StatusTag>{' '}
      {judged === null ? (
        <StatusTag kind="attention">{texts.waits}</StatusTag>
      ) : (
        <>
          <StatusTag kind={judged.justified ? 'done' : 'danger'}>
            {judged.justified ? texts.justified : texts.unjustified}
          </StatusTag>{' '}
          {texts.judgedBy(judged.word, judged.by)}
        </>
      )}
    </>
  )
}

export function OwnGrants() {
  const texts = useTexts({ da, en })
  const { caseColumn, rest } = useColumns()
  const query = useQuery(ask(listOwnBreakGlass, {}))
  const columns: readonly Column[] = [
    {
      ...caseColumn,
      render: ({ id, caseId, open }) =>
        open ? <Link to={paths.breakGlassCase(id)}>{texts.see(caseId)}</Link> : caseId,
    },
    ...rest,
  ]
  return (
    <section aria-labelledby="break-glass-own">
      <h2 id="break-glass-own">{texts.own}</h2>
      <Answer query={query}>
        {({ grants }) =>
          grants.length === 0 ? (
            <p>{texts.ownNone}</p>
          ) : (
            <DataTable
              caption={texts.own}
              captionHidden
              columns={columns}
              rows={grants}
              rowKey={({ id }) => id}
              stacked
            />
          )
        }
      </Answer>
    </section>
  )
}

export function OthersGrants() {
  const texts = useTexts({ da, en })
  const { caseColumn, rest } = useColumns()
  const query = useQuery(ask(listBreakGlass, {}))
  const end = useSend(endBreakGlass, [listBreakGlass, listOwnBreakGlass])
  const [judging, setJudging] = useState<BreakGlassView>()
  const columns: readonly Column[] = [
    caseColumn,
    { key: 'who', title: texts.who, render: ({ opener }) => opener },
    ...rest,
    {
      key: 'act',
      title: texts.act,
      render: (grant) => (
        <div className="button-row">
          {grant.open && (
            <Button
              aria-label={texts.end(grant.caseId)}
              onClick={() => end.mutate({ params: { breakGlass: grant.id } })}
            >
              {texts.endShort}
            </Button>
          )}
          {grant.judged === null && !grant.mine && (
            <Button aria-label={texts.judge(grant.caseId)} onClick={() => setJudging(grant)}>
              {texts.judgeShort}
            </Button>
          )}
        </div>
      ),
    },
  ]
  return (
    <section aria-labelledby="break-glass-review">
      <h2 id="break-glass-review">{texts.review}</h2>
      {end.isError && <Problem error={end.error} />}
      <Answer query={query}>
        {({ grants }) =>
          grants.length === 0 ? (
            <p>{texts.reviewNone}</p>
          ) : (
            <DataTable
              caption={texts.review}
              captionHidden
              columns={columns}
              rows={grants}
              rowKey={({ id }) => id}
              stacked
            />
          )
        }
      </Answer>
      {judging !== undefined && <JudgeDialog grant={judging} onClose={() => setJudging(undefined)} />}
    </section>
  )
}
