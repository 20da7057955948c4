import { findFigure as find } from '../../app/report/figures/find-figure.ts'
import { listHiddenFigures as hidden } from '../../app/report/figures/list-hidden-figures.ts'
import { openFigure as open } from '../../app/report/figures/open-figure.ts'
import { readSinceRelease as since } from '../../app/report/figures/since-release.ts'
import type { ReportRoom } from '../../app/report/make-report.ts'
import { findFigure, getSinceRelease, listHiddenFigures, openFigure } from '../../contract/report/figures.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function figureRoutes(room: ReportRoom): readonly HandledRoute[] {
  return [
    handle(findFigure, ({ query }, context) => find(context, query.id)),
    handle(openFigure, ({ params, query }, context) => open(context, params.round, query.id)),
    handle(listHiddenFigures, ({ params }, context) => hidden(context, room, params.release)),
    handle(getSinceRelease, ({ params }, context) => since(context, params.release)),
  ]
}
