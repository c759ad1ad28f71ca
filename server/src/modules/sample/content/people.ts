// Everybody of the sample business who is a person.
import type { CustomerWrite } from '../../customers/index.ts'
import { contacts } from './contacts.ts'
import { fromElsewhere } from './elsewhere.ts'
import { guests } from './guests.ts'
import { peculiar } from './peculiar.ts'
import type { Say } from './shop.ts'

export const people = (say: Say): CustomerWrite[] => [
  ...contacts(say),
  ...guests(say),
  ...fromElsewhere(say),
  ...peculiar(say),
]
