// Sign-in: users, sessions, passwords, API keys. What is looked up before a merchant is known goes through definer functions.
export { makeMerchant, newApiKey } from './auth.commands.ts'
export { authRoutes } from './auth.routes.ts'
export { hashPassword } from './passwords.ts'
