import type { InstalledPack } from '../../../platform/devices/fieldPack.ts';

const text = (fi: string) => ({ fi, sv: null, en: null });

/** An event at the market square with one question to tally. */
export const aPack: InstalledPack = {
  hash: '',
  installedAt: '2027-05-17T15:00:00Z',
  pack: {
    event: {
      id: '01a20bf9-2f8b-7284-a3f5-6d2181513bc9',
      kind: 'MARKET_SQUARE',
      title: text('Tavataan torilla'),
      startsAt: '2027-05-18T05:00:00Z',
      endsAt: '2027-05-18T19:00:00Z',
      registrationOpensAt: null,
      place: { key: 'market-square', name: text('Kauppatori') },
    },
    roster: [{ id: '01a20bf9-2f8b-7284-a3f5-6d2181513bca', displayName: 'Mirja K.', pin: null }],
    topics: [],
    districts: [],
    units: [],
    plan: { id: 'p', measures: [] },
    captureKey: { kid: '2027-1' },
    tallyQuestions: [
      {
        id: '01a20bf9-2f8b-7284-a3f5-6d2181513bcb',
        text: text('Iltatori talvella?'),
        options: [
          { key: 'yes', label: text('Kyllä') },
          { key: 'no', label: text('Ei') },
        ],
      },
    ],
  },
};
