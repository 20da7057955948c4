import type { RandomBytes } from '../../app/access/session-token.ts'
import * as change from '../../app/draw/change-rounds.ts'
import { closeRound } from '../../app/draw/close-round.ts'
import { drawLevel as drawLevelOf, publishSeed as publishSeedOf } from '../../app/draw/draw-level.ts'
import { freezeFrame as freezeFrameOf } from '../../app/draw/freeze-frame.ts'
import * as files from '../../app/draw/download-draw.ts'
import * as read from '../../app/draw/read-draw.ts'
import * as rounds from '../../app/draw/read-rounds.ts'
import { replaceCase as replaceCaseOf } from '../../app/draw/replace-case.ts'
import * as draws from '../../contract/draw/draws.ts'
import * as contract from '../../contract/draw/rounds.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function drawRoutes(randomBytes: RandomBytes): readonly HandledRoute[] {
  return [
    handle(contract.listRounds, (_input, context) => rounds.listRounds(context)),
    handle(contract.getRound, ({ params }, context) => rounds.getRound(context, params.round)),
    handle(contract.openRound, ({ body }, context) => change.openRound(context, body)),
    handle(contract.addIrregularity, ({ params, body }, context) =>
      change.addIrregularity(context, params.round, body),
    ),
    handle(contract.closeRound, ({ params }, context) => closeRound(context, params.round)),
    handle(draws.getDraw, ({ params }, context) => read.getDraw(context, params.round, params.level)),
    handle(draws.freezeFrame, ({ params }, context) =>
      freezeFrameOf(context, params.round, params.level, randomBytes),
    ),
    handle(draws.drawLevel, ({ params }, context) => drawLevelOf(context, params.round, params.level)),
    handle(draws.replaceCase, ({ params, body }, context) =>
      replaceCaseOf(context, params.round, params.level, body),
    ),
    handle(draws.publishSeed, ({ params }, context) => publishSeedOf(context, params.round, params.level)),
    handle(draws.downloadDraw, ({ params }, context) =>
      files.downloadDraw(context, params.round, params.level),
    ),
    handle(draws.downloadFrame, ({ params }, context) =>
      files.downloadFrame(context, params.round, params.level),
    ),
    handle(draws.downloadHandOver, ({ params, query }, context) =>
      files.downloadHandOver(context, params.round, params.level, query.lang),
    ),
    handle(draws.downloadSeed, ({ params }, context) =>
      files.downloadSeed(context, params.round, params.level),
    ),
  ]
}
