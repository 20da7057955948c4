import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { getSession, type SessionState } from '../../../contract/access/session.ts'
import { saveCalibrationAnswer, type CalibrationForm } from '../../../contract/calibration/form.ts'
import { call } from '../../../contract/client.ts'
import type { SavedAnswer } from '../../../contract/review/review.ts'
import { contentOnly } from '../../../core/review/answer-content.ts'
import { isSignedOut } from '../../api.ts'
import { ownerOf } from '../../drafts/drafts.ts'
import { useSession } from '../../session.ts'
import { AnswerQueue } from '../review/answer-queue.ts'

/**
 * The person's answers to a training case, saving themselves. Nothing is kept on the disk: an invented file is answered
 * online, and the form says so when the network is away.
 */
export function useCalibrationQueue(form: CalibrationForm): AnswerQueue {
  const client = useQueryClient()
  const session = useSession()
  const owner = session === null ? '' : ownerOf(session)
  const [queue] = useState(() => createQueue(client, owner, form))
  useEffect(() => () => stopWhenSaved(queue), [queue])
  return queue
}

/** What is left to send on a walk to another page goes on being sent. */
function stopWhenSaved(queue: AnswerQueue): void {
  if (queue.unsaved === 0) queue.stop()
}

function createQueue(
  client: QueryClient,
  owner: string,
  { calibration, trainingCase, answers }: CalibrationForm,
): AnswerQueue {
  const params = { calibration: calibration.id, trainingCase: trainingCase.id }
  return new AnswerQueue({
    kept: new Map(answers.map((answer) => [answer.question, answer])),
    async send(question, content, { version }) {
      // The next one in the same seat must not send it as theirs.
      if (!isOwner(client, owner)) throw new Error('another person sits here now')
      try {
        return await call(saveCalibrationAnswer, {
          params: { ...params, question },
          body: { ...contentOnly(content), version },
        })
      } catch (error) {
        if (isSignedOut(error)) void client.invalidateQueries({ queryKey: [getSession.path] })
        throw error
      }
    },
    // What stands now comes in the form of the route's reader.
    readCurrent: (_question, current) => current as SavedAnswer,
    keep: () => Promise.resolve(false),
    wait: (milliseconds) => new Promise((resolve) => window.setTimeout(resolve, milliseconds)),
  })
}

function isOwner(client: QueryClient, owner: string): boolean {
  const session = client.getQueryData<SessionState>([getSession.path, {}])?.session
  return session !== undefined && session !== null && ownerOf(session) === owner
}
