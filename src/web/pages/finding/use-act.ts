import { actOnFinding, type FindingActInput } from '../../../contract/finding/finding-acts.ts'
import type { FindingSummary } from '../../../contract/finding/finding.ts'
import type { FindingActKind } from '../../../core/finding/finding-act.ts'
import { useSend } from '../../api.ts'

/** Does an act on a finding as it was seen; if somebody has acted meanwhile, it is refused and the person told. */
export function useAct(
  { id, version }: Pick<FindingSummary, 'id' | 'version'>,
  onDone: (act: FindingActKind) => void,
) {
  const send = useSend(actOnFinding)
  const act = (input: FindingActInput) =>
    send.mutate(
      { params: { finding: id }, body: { version, act: input } },
      { onSuccess: () => onDone(input.act) },
    )
  return { send, act }
}
