import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { actOnFinding, type FindingActInput } from '../../../contract/finding/finding-acts.ts'
import { getFinding, type FindingSummary } from '../../../contract/finding/finding.ts'
import type { FindingActKind } from '../../../core/finding/finding-act.ts'
import { ask, useSend } from '../../api.ts'

/** Does an act on a finding as it was seen. If somebody has acted meanwhile it is refused, and what they did is fetched. */
export function useAct(
  { id, version }: Pick<FindingSummary, 'id' | 'version'>,
  onDone: (act: FindingActKind) => void,
) {
  const client = useQueryClient()
  const send = useSend(actOnFinding)
  const refused = send.isError
  useEffect(() => {
    if (refused)
      void client.invalidateQueries({ queryKey: ask(getFinding, { params: { finding: id } }).queryKey })
  }, [refused, client, id])
  const act = (input: FindingActInput) =>
    send.mutate(
      { params: { finding: id }, body: { version, act: input } },
      { onSuccess: () => onDone(input.act) },
    )
  return { send, act }
}
