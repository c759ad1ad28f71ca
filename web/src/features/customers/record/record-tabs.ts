// Apart from the record itself: the route reads its address before the record's code has come.
export const recordTabs = ['overview', 'orders', 'people', 'activity'] as const
export type RecordTab = (typeof recordTabs)[number]
