import type { PersonMapping } from '../platform/access/provider/person.ts';

/** What the word of the tests' brokers means. */
export const personMapping: PersonMapping = {
  claims: {
    number: 'nationalIdentificationNumber',
    foreignId: 'personIdentifier',
    name: 'name',
    birthDate: 'birthdate',
    homeMunicipality: 'municipalityCode',
  },
  acr: [],
};
