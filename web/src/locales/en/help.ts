/** For each screen a few plain sentences, one a line. */
export const help = {
  dashboard: {
    title: 'The dashboard',
    text: 'Where a day begins. The five figures at the top each open the list they count; with several stores, choose one and everything follows.\nWanted today are the orders that are due today and not yet done, Open orders all that are still to be done, the newest first.\nThis week has the birthdays and the anniversaries of a first visit, those to come before those that are over.',
  },
  list: {
    title: 'The list of customers',
    text: 'Everybody you serve, people and businesses. Type into the search field: any part of a name, an email, the digits of a phone number, in any order.\nFilters narrow the list, View chooses its columns, and a click on the name of a column sorts by it. The address of the page keeps all of it, so it can be bookmarked or sent on.\nIn the list of [[words]] the arrow before a name shows its contacts in place; the keys → and ← open and close it.\nTick rows to change many customers at once; for half a minute Undo takes it back. Whom you deleted is under Status: Inactive even later, and Restore brings them back, one or many. Export saves the customers in the list to a file, or only the ticked ones.',
  },
  record: {
    title: 'The record of a customer',
    text: 'All that is known of one customer. At the left is what one needs at a glance: how to reach them, tags, stores.\nMost values can be changed where they stand: click one, type, press Enter. Edit opens the whole form.\nActivity tells who changed what and when; it can show changes, orders or reviews alone. A deleted customer becomes inactive and can be restored.',
  },
  metrics: {
    title: 'Metrics of a customer',
    text: 'What a customer came to in a period: visits, sales, what they said of you, months and weekdays. Choose the period and press Apply; tiles, charts and history follow it. Both of its days are in it.\nNet sales are without tax and tips, less what was refunded; a refund counts on its own day. The average of a weekday is over the days on which the customer ordered.\nA click on a receipt number opens the receipt below. Print puts it on paper alone.',
  },
  reviews: {
    title: 'Reviews of a customer',
    text: 'What this customer said of you, the newest first; of [[words]] also what their contacts said. Reviews come from the programs that collect them, by the API or from a file.\nFrom 4 stars on a review is positive, up to 2 negative. The share beside the name is that of the positive ones.\nIf a review is somebody else’s, assign it: the choice is kept, and the scores of both customers follow.',
  },
  allReviews: {
    title: 'Reviews',
    text: 'What everybody said, the newest first. Negative shows the bad ones.\nWithout a customer: their programs named nobody you know, or more than one. They count for nobody. Assign to a customer says whose one is: the choice is kept, whatever its program sends later, and the score of the customer follows.',
  },
  form: {
    title: 'Create and edit a customer',
    text: 'A name is enough to begin; everything else can follow. What is missing or wrong is told beside its field.\nWhile you type, customers with the same email, phone or name are shown, so that nobody is entered twice.\nIf somebody else saves the same customer meanwhile, both versions are kept until you have chosen.',
  },
  orders: {
    title: 'The list of orders',
    text: 'Every sale that tills, webshops and other programs have sent, the newest first. Type the beginning of a number or receipt number to find one.\nFilters narrow the list: by date, status, channel, store, or those of walk-ins, whom nobody has been found for. The address of the page keeps them.\nIn the list of walk-ins tick some to give them to a customer together. New orders appear by themselves.',
  },
  order: {
    title: 'One order',
    text: 'What was bought, paid, given back and sent, as its source told it. Amounts are in the currency of the order, times where its store is.\nIf the customer is missing or wrong, assign the right one: the choice is kept whatever the source sends later, and the figures of both customers follow.\nPrint gives a plain sheet of it.',
  },
  start: {
    title: 'The first steps',
    text: 'Import what you have, look around among made-up customers, or begin with an empty list.\nThe sample business stands apart from your own, and nothing you do in it reaches your customers. Remove it when you have seen enough.',
  },
  imports: {
    title: 'Imports',
    text: 'Bring in lists of customers, orders and their lines from other programs: drop a file or choose one. CSV, Excel and vCard are read, whatever their columns are called.\nNothing is written before you have seen how the file is understood.\nEvery import stays in this list, with what it created, changed and refused.',
  },
  import: {
    title: 'One import',
    text: 'See whether the file was taken for what it is: customers, orders, their lines. Then say what each column holds; most of it is recognized already. The preview shows how the rows will look.\nA trial run tells how many would be created, changed or refused, and writes nothing.\nRefused rows can be downloaded with the reason beside each, mended, and brought in again.',
  },
  exports: {
    title: 'Exports',
    text: 'Files that were taken from the list of customers. Start one there: Export takes what the list shows, or the rows you ticked.\nFiles are kept for a day, for whoever made them.',
  },
  business: {
    title: 'Settings of the business',
    text: 'Name, currency, country, time zone and language of the business. They decide how amounts, dates and phone numbers are written.\nFields that you require here must be filled in on every new customer.',
  },
  tags: {
    title: 'Tags',
    text: 'Short words to find groups of customers by: VIP, Catering, Newsletter. A new tag can also be made right at a customer.\nTo rename, recolor, merge or delete one here changes it for every customer who has it.',
  },
  stores: {
    title: 'Stores',
    text: 'The places where you serve. A customer can belong to several, and the list can be narrowed to one.\nA closed store keeps its history, and is no longer offered.',
  },
  outbox: {
    title: 'Outbox',
    text: 'Mails to customers, such as receipts. Sent means that the mail server took it; its words stand beneath.\nWhat could not be sent is tried again for two days. Send now does not wait for the next try, Cancel gives it up.\nWithout a mail server everything waits here.',
  },
  account: {
    title: 'Your account',
    text: 'Your name, your role and your password.\nA new password ends all your other sessions.',
  },
  other: {
    title: 'Help',
    text: 'Find customers, orders, pages and actions in the field at the top.\nEvery screen has its own help, behind the question mark beside your name.',
  },
} as const
