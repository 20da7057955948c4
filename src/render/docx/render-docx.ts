import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TextRun,
  type ISectionOptions,
  type Table,
} from 'docx'
import type { PrintedBlock, PrintedReport, PrintedSection } from '../../core/report/printed-report.ts'
import { withSources } from '../../core/report/sources-annex.ts'
import type { Language } from '../../core/language/language.ts'
import { chartKey } from '../charts/chart-svg.ts'
import { tilsynAccent } from '../charts/chart-style.ts'
import { fixPackage } from '../fix-package.ts'
import { words } from '../words.ts'
import { docxChart, docxLogo } from './docx-picture.ts'
import { docxStyles } from './docx-styles.ts'
import { docxTable } from './docx-table.ts'

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const
/** A4 in twentieths of a point. */
const paper = { width: 11906, height: 16838 }
const margin = { top: 1300, bottom: 1200, left: 1134, right: 1134 }
/** Millimetres between the margins. */
const room = { upright: 170, wide: 257 }

type Content = Paragraph | Table

/** How a section's blocks are set. */
interface Setting {
  readonly language: Language
  readonly accent: string
}

/** A text document to edit: real headings, captions, lists and tables; charts as drawings with their sentence behind. */
export async function renderDocx(plain: PrintedReport, createdAt: Date): Promise<Uint8Array> {
  const printed = withSources(plain)
  const { language, title, subtitle, municipality } = printed
  const accent = printed.brand?.colour ?? tilsynAccent
  const document = new Document({
    title,
    description: subtitle,
    ...(municipality === null ? {} : { creator: municipality }),
    features: { updateFields: true },
    styles: docxStyles(language, accent),
    sections: joinBrief(
      await frontSection(printed),
      await chapterSections(printed, { language, accent }),
      printed.brief,
    ),
  })
  return fixPackage(await Packer.toBuffer(document), createdAt, {
    'word/document.xml': (xml) => renumberPictures(renumberBookmarks(xml)),
  })
}

/** The library counts bookmarks over the whole process; a file counts its own from 1. */
function renumberBookmarks(xml: string): string {
  const numbers = new Map<string, number>()
  return xml.replaceAll(
    /(_Toc|(?<=<w:bookmark(?:Start|End)[^>]*) w:id=")(\d+)/g,
    (_whole, before: string, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1
      numbers.set(id, number)
      return `${before}${number}`
    },
  )
}

/** So it does with pictures. */
function renumberPictures(xml: string): string {
  let count = 0
  return xml.replaceAll(/(<wp:docPr id=")\d+/g, (_whole, before: string) => `${before}${++count}`)
}

async function frontSection(printed: PrintedReport): Promise<ISectionOptions> {
  const { title, subtitle, municipality, edition, notice, basis, brief, brand } = printed
  const logo = brand === null ? null : await docxLogo(brand)
  return {
    ...frame(printed, false),
    children: [
      ...(logo === null ? [] : [new Paragraph({ children: [logo] })]),
      ...(municipality === null
        ? []
        : [new Paragraph({ text: municipality, spacing: { before: brief || logo !== null ? 0 : 2400 } })]),
      new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
      new Paragraph({ text: subtitle, style: 'Subtitle' }),
      new Paragraph(edition),
      ...(brand?.lines ?? []).map((line) => new Paragraph(line)),
      new Paragraph(basis),
      ...(notice === null ? [] : [new Paragraph({ children: [new TextRun({ text: notice, bold: true })] })]),
      ...(brief
        ? []
        : [
            new TableOfContents(words[printed.language].contents, {
              headingStyleRange: '1-2',
              hyperlink: true,
            }),
          ]),
    ],
  }
}

/** A brief report begins below its own heading, on the first page. */
function joinBrief(
  front: ISectionOptions,
  chapters: readonly ISectionOptions[],
  brief: boolean,
): readonly ISectionOptions[] {
  const [first, ...rest] = chapters
  if (!brief || first === undefined) return [front, ...chapters]
  return [{ ...first, children: [...front.children, ...first.children] }, ...rest]
}

/** Runs of chapters with the same paper direction share one Word section. */
async function chapterSections(
  printed: PrintedReport,
  setting: Setting,
): Promise<readonly ISectionOptions[]> {
  const runs: { wide: boolean; children: Content[] }[] = []
  for (const section of printed.sections) {
    const children = await sectionChildren(section, 0, setting)
    const last = runs.at(-1)
    if (last !== undefined && last.wide === section.wide) last.children.push(...children)
    else runs.push({ wide: section.wide, children: [...children] })
  }
  return runs.map(({ wide, children }) => ({ ...frame(printed, wide), children }))
}

function frame({ title, edition, notice, language }: PrintedReport, wide: boolean) {
  return {
    properties: {
      page: {
        size: { ...paper, orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin,
      },
    },
    headers: {
      default: new Header({ children: [new Paragraph({ text: `${title} · ${edition}`, style: 'Header' })] }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            style: 'Footer',
            alignment: AlignmentType.END,
            children: [
              new TextRun({
                children: [
                  ...(notice === null ? [] : [`${notice} · `]),
                  `${words[language].page} `,
                  PageNumber.CURRENT,
                  ` ${words[language].of} `,
                  PageNumber.TOTAL_PAGES,
                ],
              }),
            ],
          }),
        ],
      }),
    },
  }
}

async function sectionChildren(
  section: PrintedSection,
  depth: number,
  setting: Setting,
): Promise<readonly Content[]> {
  const children: Content[] = [
    new Paragraph({
      text: `${section.number} ${section.title}`,
      heading: headings[Math.min(depth, headings.length - 1)] ?? HeadingLevel.HEADING_3,
    }),
  ]
  for (const block of section.blocks) children.push(...(await blockChildren(block, section.wide, setting)))
  for (const child of section.sections) children.push(...(await sectionChildren(child, depth + 1, setting)))
  return children
}

async function blockChildren(
  block: PrintedBlock,
  wide: boolean,
  { language, accent }: Setting,
): Promise<readonly Content[]> {
  const { table, figure } = words[language]
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph(block.text)]
    case 'note':
      return [new Paragraph({ text: block.text, style: 'Note' })]
    case 'list':
      return block.items.map((item) => new Paragraph({ text: item, bullet: { level: 0 } }))
    case 'table':
      return [
        new Paragraph({ text: `${table} ${block.number}: ${block.caption}`, style: 'Caption' }),
        docxTable(block, wide ? room.wide : room.upright),
        new Paragraph(''),
      ]
    case 'dot-chart':
    case 'run-chart':
      return [
        new Paragraph({ text: `${figure} ${block.number}: ${block.caption}`, style: 'Caption' }),
        new Paragraph({ keepNext: true, children: [await docxChart(block, accent)] }),
        new Paragraph({ text: chartKey(block, language), style: 'ChartKey' }),
      ]
    default:
      return block satisfies never
  }
}
