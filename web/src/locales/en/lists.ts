/** What lists of any kind say of themselves. */
export const lists = {
  clearSearch: 'Clear the search',
  clearFilters: 'Clear filters',
  removeFilter: 'Remove the filter {{filter}}',
  filters: 'Filters',
  findStore: 'Find a store',
  noStores: 'There are no stores yet.',
  from: 'From',
  to: 'To',
  since: 'since {{day}}',
  until: 'until {{day}}',
  between: '{{from}} to {{to}}',
  today: 'Today',
  lastDays: 'Last {{number}} days',
  thisYear: 'This year',
  nothingFound: 'Nothing found',
  gone: 'one that is gone',
} as const
