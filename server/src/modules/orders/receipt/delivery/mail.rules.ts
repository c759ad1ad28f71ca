// The receipt as a letter: plain text, and HTML that stands in a phone's 320 px as in 600, in light and dark. Pure.
import type { Line, ReceiptView } from './view.rules.ts'

export function receiptText(view: ReceiptView): string {
  const { words, items, summary, taxes, payments, refunds } = view
  const lines = ({ label, value }: Line) => `${label}: ${value}`
  const parts = [
    [words.greeting],
    [view.business, ...view.storeLines],
    [view.title, ...view.facts.map(lines), ...(view.notice === null ? [] : [view.notice])],
    items.map(({ name, details, quantity, unit, amount }) =>
      [
        `${quantity} × ${name}${unit === '' ? '' : ` (${unit})`}: ${amount}`,
        ...details.map((detail) => `    ${detail}`),
      ].join('\n'),
    ),
    [words.summary.toUpperCase(), ...summary.map(lines)],
    titled(
      words.taxes,
      taxes.map(
        ({ name, rate, taxable, amount }) =>
          `${[name, rate, taxable].filter((text) => text !== '').join(', ')}: ${amount}`,
      ),
    ),
    titled(
      words.payments,
      payments.map(({ label, value, details }) =>
        [`${label}: ${value}`, ...details.map((detail) => `    ${detail}`)].join('\n'),
      ),
    ),
    titled(words.refunds, refunds.map(lines)),
    [words.attached],
  ]
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`
}

const titled = (title: string, rows: readonly string[]): string[] =>
  rows.length === 0 ? [] : [title.toUpperCase(), ...rows]

/**
 * Programs for mail know tables and styles on each element, and little else. Text keeps the reader's own colour on the
 * reader's own ground, so that a dark screen turns nothing unreadable; only greys are told apart by the scheme.
 */
export function receiptHtml(view: ReceiptView): string {
  const { words, place } = view
  return `<!doctype html>
<html lang="${escaped(place.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(view.subject)}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) { .muted { color: #a8adb3 !important; } .rule { border-color: #4a4f55 !important; } }
</style>
</head>
<body style="margin:0;padding:0">
<div style="display:none;max-height:0;overflow:hidden">${escaped(view.preview)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;${FONT}">
${block(
  `<h1 style="margin:0;font-size:22px;line-height:28px;font-weight:600">${escaped(view.business)}</h1>${
    view.storeLines.length === 0
      ? ''
      : `<p ${muted('margin:4px 0 0')}>${view.storeLines.map(escaped).join('<br>')}</p>`
  }`,
)}
${block(
  `<h2 style="margin:0;font-size:17px;line-height:24px;font-weight:600">${escaped(view.title)}</h2><p ${muted('margin:4px 0 0')}>${view.facts
    .map(({ label, value }) => `${escaped(label)}: ${escaped(value)}`)
    .join(
      '<br>',
    )}</p>${view.notice === null ? '' : `<p style="margin:8px 0 0;font-weight:600">${escaped(view.notice)}</p>`}`,
)}
${itemRows(view)}
${rows(
  words.summary,
  view.summary.map(({ label, value, isStrong }) => ({ label, value, isStrong, details: [] })),
)}
${rows(
  words.taxes,
  view.taxes.map(({ name, rate, taxable, amount }) => ({
    label: rate === '' ? name : `${name} ${rate}`,
    value: amount,
    details: taxable === '' ? [] : [`${words.taxable}: ${taxable}`],
  })),
)}
${rows(words.payments, view.payments)}
${rows(
  words.refunds,
  view.refunds.map((refund) => ({ ...refund, details: [] })),
)}
${block(`<p ${muted('margin:0')}>${escaped(words.greeting)} ${escaped(words.attached)}</p>`)}
</table>
</td></tr></table>
</body>
</html>
`
}

const FONT =
  'font-family:-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:22px'
const muted = (style = '') => `class="muted" style="${style};color:#5f6368;font-size:13px;line-height:19px"`
const RULE = 'border-bottom:1px solid #d5d8dc'

const block = (content: string) => `<tr><td style="padding:0 0 20px;text-align:left">${content}</td></tr>`

type Row = Line & { readonly details: readonly string[]; readonly isStrong?: boolean }

function rows(title: string, all: readonly Row[]): string {
  if (all.length === 0) return ''
  const body = all.map(({ label, value, details, isStrong = false }) => {
    const weight = isStrong ? 'font-weight:700;font-size:16px;' : ''
    return `<tr><td class="rule" align="left" valign="top" style="${weight}padding:7px 12px 7px 0;${RULE};overflow-wrap:anywhere">${escaped(label)}${detailed(details)}</td><td class="rule" align="right" valign="top" style="${weight}padding:7px 0;${RULE};white-space:nowrap">${escaped(value)}</td></tr>`
  })
  return block(`<h3 style="margin:0 0 2px;font-size:13px;line-height:20px;font-weight:600">${escaped(title)}</h3>
<table width="100%" cellpadding="0" cellspacing="0" border="0" style="${FONT}">
${body.join('\n')}
</table>`)
}

/** How many and what for stands beneath the name: four columns have no room on a phone. */
function itemRows({ items, words }: ReceiptView): string {
  return rows(
    words.order,
    items.map(({ name, details, quantity, unit, amount }) => ({
      label: name,
      value: amount,
      details: [unit === '' ? quantity : `${quantity} × ${unit}`, ...details],
    })),
  )
}

const detailed = (details: readonly string[]) =>
  details.map((detail) => `<br><span ${muted()}>${escaped(detail)}</span>`).join('')

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] as string)
