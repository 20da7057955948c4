import { ImageRun } from 'docx'
import type { PrintedBrand, PrintedChart, PrintedRunChart } from '../../core/report/printed-report.ts'
import { chartFile } from '../charts/chart-svg.ts'
import { rasterise } from '../charts/rasterise.ts'
import { logoSvg } from '../logo.ts'

/** Pixels at 96 to the inch, as Word reckons. */
const widestChart = 600
const largestLogo = { width: 260, height: 68 }
/** For screens and printers that show more than 96 pixels to the inch. */
const sharpness = 2

/** A chart as a drawing, with pixels behind it for programs that cannot show one, and its sentence for who cannot see it. */
export async function docxChart(chart: PrintedChart | PrintedRunChart, accent: string): Promise<ImageRun> {
  const { svg, width, height } = chartFile(chart, accent)
  const { png } = await rasterise(svg, widestChart * sharpness)
  const transformation = { width: widestChart, height: Math.round((widestChart * height) / width) }
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    transformation,
    fallback: { type: 'png', data: Buffer.from(png) },
    altText: { name: chart.caption, title: chart.caption, description: chart.alternative },
  })
}

/** The municipality's logo in pixels: Word shows fewer kinds of SVG than the report's own formats. */
export async function docxLogo({ logo, name }: PrintedBrand): Promise<ImageRun | null> {
  if (logo === null) return null
  const { png, width, height } = await rasterise(logoSvg(logo), largestLogo.width * sharpness)
  const scale = Math.min(largestLogo.width / width, largestLogo.height / height)
  return new ImageRun({
    type: 'png',
    data: Buffer.from(png),
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name, title: name, description: name },
  })
}
