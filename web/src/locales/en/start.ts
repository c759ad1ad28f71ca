export const start = {
  title: 'How do you want to begin?',
  intro: 'Each of these can be done later too.',
  import: {
    title: 'Import your customers',
    text: 'From a CSV or Excel file, or the export of another program. A trial says what becomes of every row before anything is written.',
    action: 'Import customers',
  },
  sample: {
    title: 'Look around in a sample business',
    text: 'Made-up customers with everything filled in, to try things out. It stands apart from your own business and is removed without a trace.',
    action: 'Open the sample business',
  },
  empty: {
    title: 'Start empty',
    text: 'Add customers as they come in. A name is enough, be it person or [[word|company]]; everything else can follow.',
    action: 'Start with an empty list',
  },
  customer: {
    title: 'Add a customer',
    text: 'A name is enough, be it person or [[word|company]]; everything else can follow.',
    action: 'New customer',
  },
} as const
