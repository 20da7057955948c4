import {
  getRelease as detailsOf,
  getReleaseChanges as changesOf,
  listReleases as all,
} from '../../app/report/releases/read-releases.ts'
import { judgeRelease, publishRelease as publish } from '../../app/report/releases/judge-release.ts'
import {
  downloadPublicRelease as publicFile,
  downloadRelease as fileOf,
  downloadReleased as releasedFile,
  listPublicReleases as publicReleases,
  listReleased as released,
} from '../../app/report/releases/release-files.ts'
import {
  addRelease as begin,
  dropRelease as drop,
  handOverRelease as handOver,
  saveRelease as save,
} from '../../app/report/releases/write-release.ts'
import type { ReportRoom } from '../../app/report/make-report.ts'
import type { Result } from '../../app/frame/result.ts'
import {
  addRelease,
  approveRelease,
  checkRelease,
  downloadPublicRelease,
  downloadRelease,
  downloadReleased,
  dropRelease,
  getRelease,
  getReleaseChanges,
  handOverRelease,
  listPublicReleases,
  listReleased,
  listReleases,
  publishRelease,
  saveRelease,
} from '../../contract/report/releases.ts'
import { reportTypes, type ReportFormat } from '../../contract/report/report.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function releaseRoutes(room: ReportRoom): readonly HandledRoute[] {
  return [
    handle(listReleases, (_input, context) => all(context)),
    handle(addRelease, ({ body }, context) => begin(context, body)),
    handle(getRelease, ({ params }, context) => detailsOf(context, room, params.release)),
    handle(saveRelease, ({ params, body }, context) => save(context, params.release, body)),
    handle(handOverRelease, ({ params, body }, context) =>
      handOver(context, room, params.release, body.seen),
    ),
    handle(dropRelease, ({ params, body }, context) => drop(context, params.release, body.word)),
    handle(checkRelease, ({ params, body }, context) => judgeRelease(context, params.release, 'pass', body)),
    handle(approveRelease, ({ params, body }, context) =>
      judgeRelease(context, params.release, 'approve', body),
    ),
    handle(publishRelease, ({ params, body }, context) => publish(context, room.press, params.release, body)),
    handle(downloadRelease, async ({ params, query }, context) =>
      typed(await fileOf(context, room, params.release, query), query.format),
    ),
    handle(getReleaseChanges, ({ params }, context) => changesOf(context, room, params.release)),
    handle(listReleased, (_input, context) => released(context)),
    handle(downloadReleased, async ({ params, query }, context) =>
      shown(await releasedFile(context, params.number, query), query.format),
    ),
    handle(listPublicReleases, ({ params }, context) => publicReleases(context, params.municipality)),
    handle(downloadPublicRelease, async ({ params, query }, context) =>
      shown(await publicFile(context, params.municipality, params.number, query), query.format),
    ),
  ]
}

type Made = Result<{ readonly name: string; readonly bytes: Uint8Array }>

function typed(made: Made, format: ReportFormat) {
  return made.ok ? { ...made, value: { ...made.value, type: reportTypes[format] } } : made
}

/** A released web page is read where it stands; the other files are saved. */
function shown(made: Made, format: ReportFormat) {
  const answer = typed(made, format)
  return answer.ok && format === 'html'
    ? { ...answer, value: { ...answer.value, shown: true as const } }
    : answer
}
