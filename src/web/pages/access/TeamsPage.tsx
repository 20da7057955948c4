import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listTeams, type Team, type TeamMember } from '../../../contract/access/teams.ts'
import { ask } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { teams as da } from '../../texts/da/teams.ts'
import { teams as en } from '../../texts/en/teams.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { AccessHeading } from './AccessHeading.tsx'
import { EndTeamDialog } from './EndTeamDialog.tsx'
import { TeamForm } from './TeamForm.tsx'

export function TeamsPage() {
  return (
    <Permitted action="person.manage">
      <Teams />
    </Permitted>
  )
}

function Teams() {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(listTeams, {}))
  const [ending, setEnding] = useState<TeamMember | null>(null)
  const [done, setDone] = useState('')
  return (
    <>
      <AccessHeading />
      <p>{texts.what}</p>
      <output className="done-note">{done}</output>
      <Answer query={query}>
        {({ teams }) =>
          teams.length === 0 ? (
            <EmptyState title={texts.none}>{texts.noneBody}</EmptyState>
          ) : (
            teams.map((team) => <TeamTable key={team.leader.id} team={team} onEnd={setEnding} />)
          )
        }
      </Answer>
      <TeamForm onDone={(added) => setDone(texts.added(added))} />
      {ending !== null && (
        <EndTeamDialog
          member={ending}
          onClose={() => setEnding(null)}
          onDone={() => {
            setDone(texts.ended(ending.caseworker))
            setEnding(null)
          }}
        />
      )}
    </>
  )
}

function TeamTable({ team, onEnd }: { team: Team; onEnd: (member: TeamMember) => void }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const period = ({ from, until }: TeamMember) =>
    until === null
      ? texts.since(formatDate(from, language))
      : texts.fromTo(formatDate(from, language), formatDate(until, language))
  const columns: readonly DataColumn<TeamMember>[] = [
    {
      key: 'caseworker',
      title: texts.caseworker,
      rowHeader: true,
      sortBy: ({ caseworker }) => caseworker,
      render: ({ caseworker, name }) => (name === null ? caseworker : `${name} (${caseworker})`),
    },
    {
      key: 'period',
      title: texts.period,
      sortBy: ({ from }) => from,
      render: (member) => (
        <>
          {period(member)}{' '}
          {member.standing !== 'current' && (
            <StatusTag kind="neutral">{texts.standings[member.standing]}</StatusTag>
          )}
        </>
      ),
    },
    {
      key: 'act',
      title: texts.act,
      render: (member) =>
        (member.standing === 'current' || member.standing === 'future') && (
          <Button
            variant="tertiary"
            aria-label={texts.endNamed(member.caseworker)}
            onClick={() => onEnd(member)}
          >
            {texts.end}
          </Button>
        ),
    },
  ]
  return (
    <DataTable
      caption={texts.caption(team.leader.name, team.leader.initials)}
      columns={columns}
      rows={team.members}
      rowKey={({ id }) => id}
      stacked
    />
  )
}
