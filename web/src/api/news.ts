// The server may read from a replica that is up to four seconds behind, and an event is faster than that: what is read on
// its account would show the old row, and no further event would come to mend it. So while there may be something that
// the replica does not have yet, reads ask for what stands now. Without news for longer, nothing is missing there.

/** Longer than a replica in use may be behind. */
const newFor = 5000

// What changed before the stream of events was open, nobody told this page.
let until = performance.now() + newFor

/** Something changed that the page is told of. */
export function noteNews(): void {
  until = performance.now() + newFor
}

/** Whether a read must not be answered by what stood a few seconds ago. */
export const hasNews = (): boolean => performance.now() < until
