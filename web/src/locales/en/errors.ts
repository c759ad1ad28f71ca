// Keys are the error codes of the API, dots and all: `customer.external_id_taken`; those of single fields too. A code
// without a text here shows the sentence the server sent.
export const errors = {
  network: 'No connection to the server. Check the network and try again.',
  unknown: 'This could not be done.',
  withRequest: '{{message}} (request {{id}})',
  internal: 'The server could not do this. Nothing was changed.',
  unauthenticated: 'Sign in to go on.',
  forbidden: 'Your role does not allow this.',
  not_found: 'This is gone, or not visible to you.',
  access: {
    denied: 'Your role does not allow this.',
    user_only: 'Only a user who is signed in may do this.',
    all_stores_only: 'Only who may see all stores may do this.',
  },
  attribute: {
    key_taken: 'Another field already has this key',
    in_use: 'Customers still have values in it',
    options_missing: 'Name at least one choice',
    options_unused: 'Only a choice has options',
    too_many: 'There are as many custom fields as there can be',
    unknown: 'There is no such field',
  },
  elsewhere: 'Refused because of something that has no field here: {{text}}',
  body: {
    invalid: 'Please check the marked fields.',
    too_large: 'This is too large to be saved.',
    unreadable: 'The server could not read what was sent.',
    media_type: 'The server does not accept this kind of file',
  },
  customer: {
    external_id_taken: 'Another customer already has this number from that system',
    number_taken: 'Another customer already has this number',
    unknown: 'There is no such customer',
    has_contacts: 'Contacts still belong to it',
  },
  disk: {
    full: 'The disk of the server is full. Reading goes on; nothing can be saved until there is room.',
  },
  email: {
    invalid: 'This does not look like an email address',
    too_long: 'This is too long for an email address',
    no_dot: 'The end of the address is missing, such as .com',
    missing: 'Enter an email address: the customer has none',
  },
  field: {
    enum: 'Choose one of the list',
    format: 'This cannot be right',
    maximum: 'Too large',
    maxItems: 'Too many',
    maxLength: 'Too long',
    minimum: 'Too small',
    minLength: 'Please fill this in',
    pattern: 'This cannot be right',
    required: 'Please fill this in',
    type: 'This cannot be right',
    unknown: 'This field is not known to the server',
    integration_only: 'Only a connected program may set this',
  },
  file: { too_large: 'The file is too large' },
  files: {
    unavailable: 'The place where files are kept does not answer. Try again in a moment.',
  },
  idempotency: {
    in_progress: 'This is already being saved.',
    key_reused: 'This was already sent with other contents. Try again.',
  },
  if_match: { required: 'This page is out of date. Load it again.' },
  merchant: { not_found: 'This business is gone, or you no longer belong to it.' },
  organization: {
    several_primary: 'Only one [[word]] can be the main one',
    unknown: 'There is no such [[word]]',
    ambiguous: 'Several [[words]] have this name',
    people_only: 'Only people belong to [[words]]',
  },
  origin: {
    foreign:
      'This page was opened under another address than the server expects. Open Clientele by its own address.',
  },
  password: { wrong: 'This is not your current password' },
  password_reset: { expired: 'This link has been used or is too old. Ask for a new one.' },
  outbox: {
    sent: 'This has been sent already',
    sending: 'This is being sent just now. Look again in a moment.',
    failed: 'This is not sent any more: nothing is left to cancel',
    full: 'As many mails have been sent today as are allowed. Try again tomorrow.',
  },
  phone: {
    letters: 'A phone number has no letters',
    too_long: 'Too many digits for a phone number',
    too_short: 'Too few digits for a phone number',
    unreadable: 'This cannot be a phone number',
    several_primary: 'Only one phone can be the main one',
  },
  rate: { limited: 'Too many attempts. Wait a minute and try again.' },
  session: {
    ended: 'Your session has ended. Sign in again.',
    missing: 'Sign in to go on.',
  },
  setup: {
    code_wrong: 'This is not the code that was printed',
    done: 'This server is already set up. Sign in.',
  },
  sign_in: {
    no_merchant: 'Your account belongs to no business any more. Ask its owner.',
    refused: 'Email or password is wrong.',
  },
  store: {
    code_taken: 'Another store already has this code',
    name_taken: 'Another store already has this name',
    several_preferred: 'Only one store can be the preferred one',
  },
  tag: { name_taken: 'There is already a tag of this name' },
  address: {
    country: 'This is not a country',
    several_defaults: 'Only one address can be the default',
    unknown: 'There is no such address',
  },
  api_key: {
    not_found: 'There is no such key',
  },
  country: {
    unknown: 'This is not a country',
  },
  currency: {
    other: 'Amounts are kept in the currency of the business',
    unknown: 'This is not a currency',
  },
  day: {
    before_start: 'This is before the first day',
    impossible: 'There is no such day',
  },
  instant: {
    impossible: 'There is no such moment',
  },
  language: {
    unknown: 'This is not a language',
  },
  locale: {
    unknown: 'This is not a language',
  },
  name: {
    required: 'Please enter a name',
  },
  number: {
    too_fine: 'Too many decimals',
  },
  photo: {
    unreadable: 'This picture could not be read',
  },
  preference: {
    too_large: 'This is too much to be remembered',
    too_many: 'Too much is remembered already',
  },
  settings: {
    currency_in_use: 'The currency is fixed once customers carry amounts',
  },
  timeZone: {
    unknown: 'This is not a time zone',
  },
  request: {
    unacceptable: 'The server could not accept this.',
  },
  version: { stale: 'Somebody else changed this meanwhile. What you see is the newest now; try again.' },
} as const
