// Organizations: business customers seen as groups, and the people who belong to them.
export { organizationRoutes } from './organizations.routes.ts'
