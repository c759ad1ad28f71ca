/** Whether this comes about in a moment; false while it waits for somebody. */
export const isDoneSoon = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([work.then(() => true), new Promise<false>((done) => setTimeout(() => done(false), 300))])
