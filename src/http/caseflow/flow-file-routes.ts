import { listSubscribers } from '../../app/caseflow/flow-subscription/list-subscribers.ts'
import { getSubscription, saveMySubscription } from '../../app/caseflow/flow-subscription/my-subscription.ts'
import {
  getFlowSubscription,
  listFlowSubscribers,
  saveFlowSubscription,
} from '../../contract/caseflow/flow-files.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

/** `sendsMail`: whether this installation has a mail server. */
export function flowFileRoutes(sendsMail: boolean): readonly HandledRoute[] {
  return [
    handle(getFlowSubscription, (_input, context) => getSubscription(context, sendsMail)),
    handle(saveFlowSubscription, ({ params, body }, context) =>
      saveMySubscription(context, params.rhythm, body.scope),
    ),
    handle(listFlowSubscribers, (_input, context) => listSubscribers(context)),
  ]
}
