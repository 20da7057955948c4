import { findFigure as find } from '../../app/report/figures/find-figure.ts'
import { openFigure as open } from '../../app/report/figures/open-figure.ts'
import { findFigure, openFigure } from '../../contract/report/figures.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function figureRoutes(): readonly HandledRoute[] {
  return [
    handle(findFigure, ({ query }, context) => find(context, query.id)),
    handle(openFigure, ({ params, query }, context) => open(context, params.round, query.id)),
  ]
}
