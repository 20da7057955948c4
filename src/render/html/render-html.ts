import { readFileSync } from 'node:fs'
import type {
  PrintedBlock,
  PrintedBrand,
  PrintedReport,
  PrintedSection,
} from '../../core/report/printed-report.ts'
import type { Language } from '../../core/language/language.ts'
import { chartKey, chartSvg } from '../charts/chart-svg.ts'
import { chartCss, tilsynAccent } from '../charts/chart-style.ts'
import { logoAddress } from '../logo.ts'
import { words } from '../words.ts'
import { escapeHtml } from './escape-html.ts'
import { tableHtml } from './table-html.ts'

/** One accessible file with its own style and no requests to anywhere. */
export async function renderHtml(printed: PrintedReport, createdAt: Date): Promise<Uint8Array> {
  const { language } = printed
  const accent = printed.brand?.colour ?? tilsynAccent
  const css = readFileSync(new URL('report.css', import.meta.url), 'utf8')
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="dcterms.created" content="${createdAt.toISOString().slice(0, 10)}">
<title>${escapeHtml(printed.title)}</title>
<style>
${css}${chartCss(accent)}:root { --accent: ${accent}; }
</style>
</head>
<body>
<a class="skip" href="#content">${words[language].skip}</a>
${headerHtml(printed)}
<nav aria-label="${words[language].contents}"><h2>${words[language].contents}</h2>${contentsHtml(printed.sections)}</nav>
<main id="content">
${printed.sections.map((section) => sectionHtml(section, 2, language)).join('\n')}
</main>
</body>
</html>
`
  return new TextEncoder().encode(html)
}

function headerHtml({ title, subtitle, municipality, edition, notice, basis, brand }: PrintedReport): string {
  const lines = (brand?.lines ?? []).map((line) => `<p>${escapeHtml(line)}</p>\n`)
  return `<header>
${brand === null ? '' : logoHtml(brand)}${municipality === null ? '' : `<p class="muted">${escapeHtml(municipality)}</p>\n`}<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(subtitle)}</p>
${lines.join('')}<p class="muted">${escapeHtml(edition)} · ${escapeHtml(basis)}</p>
${notice === null ? '' : `<p class="notice">${escapeHtml(notice)}</p>\n`}</header>`
}

function logoHtml({ name, logo }: PrintedBrand): string {
  if (logo === null) return ''
  // As a picture, in which nothing of an SVG can run or fetch.
  return `<img class="logo" alt="${escapeHtml(name)}" src="${logoAddress(logo)}">\n`
}

function contentsHtml(sections: readonly PrintedSection[]): string {
  const entries = sections.map((section) => {
    const parts = section.sections.length === 0 ? '' : contentsHtml(section.sections)
    return `<li><a href="#${anchor(section)}">${section.number} ${escapeHtml(section.title)}</a>${parts}</li>`
  })
  return `<ol>${entries.join('\n')}</ol>`
}

function sectionHtml(section: PrintedSection, level: number, language: Language): string {
  const heading = `<h${level} id="${anchor(section)}">${section.number} ${escapeHtml(section.title)}</h${level}>`
  return [
    `<section>${heading}`,
    ...section.blocks.map((block) => blockHtml(block, language)),
    ...section.sections.map((child) => sectionHtml(child, Math.min(6, level + 1), language)),
    '</section>',
  ].join('\n')
}

function blockHtml(block: PrintedBlock, language: Language): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`
    case 'note':
      return `<p class="note">${escapeHtml(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}</ul>`
    case 'table':
      return tableHtml(block, language)
    case 'dot-chart':
    case 'run-chart': {
      const caption = `${words[language].figure} ${block.number}: ${block.caption}`
      return `<figure><figcaption>${escapeHtml(caption)}</figcaption>${chartSvg(block)}<p class="muted key">${escapeHtml(chartKey(block, language))}</p></figure>`
    }
    default:
      return block satisfies never
  }
}

/** Section numbers are unique and hold digits, letters and full stops only. */
function anchor(section: PrintedSection): string {
  return `s-${section.number}`
}
