export const states = {
  offlineTitle: 'No connection',
  offlineText:
    'Clientele cannot be reached. What you have typed stays here; it can be saved when the connection is back.',
  backOnline: 'Connected again',
  sessionTitle: 'Your session has ended',
  sessionText: 'Sign in again to go on. What you have typed on this page stays.',
  notFoundTitle: 'Nothing here',
  notFoundText: 'This page does not exist, or what it showed is gone or not visible to you.',
  notFoundAction: 'Go to customers',
  forbiddenTitle: 'Not for your role',
  forbiddenText: 'Your role does not allow this. An owner of the business can change that.',
  serverTitle: 'The server could not answer',
  serverText:
    'The fault is on our side, and nothing was changed. Try again; if it stays, give the request number to whoever runs Clientele.',
  unexpectedTitle: 'This page stopped working',
  unexpectedText: 'Nothing was lost on the server. Load the page again.',
  requestId: 'Request {{id}}',
  newVersion: 'A new version is ready',
  newVersionText: 'This page belongs to the version before. Load it again to go on.',
  diskTitle: 'No room left to save',
  reload: 'Load again',
} as const
