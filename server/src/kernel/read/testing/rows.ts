import type pg from 'pg';
import { Kind } from './museum.ts';

/** The row number n of a table, as a UUID that sorts by it. */
export const uuid = (table: number, n: number): string => `0000000${table}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The member of staff who is also the first unpublished artist. */
export const ARTIST_ACCOUNT = uuid(9, 1);

const kinds = Object.keys(Kind);

/** Fills the museum: enough rows for two pages and more, with equal values, nulls, hidden rows and awkward text. */
export async function fill(client: pg.Client): Promise<void> {
  const json = JSON.stringify;
  const museums = [
    [
      'ateneum',
      json({ fi: 'Ateneum', sv: 'Ateneum "A"', en: 'Ateneum' }),
      null,
      json([
        { day: 'MON', from: 10, to: 18 },
        { day: 'TUE', from: 11 },
      ]),
      json({ a: [1, { b: null }], ':': 'rooms:x' }),
      ['taide', 'a,b', 'quote"d'],
      '1888-05-01',
    ],
    ['empty', json({ fi: 'Tyhjä \\ museo\n😀' }), json({ fi: 'Ei mitään' }), json([]), null, [], '1999-12-31'],
    [
      'hamina',
      json({ fi: "Haminan 'museo'", sv: 'Fredrikshamn' }),
      json({ fi: 'Pyöreä' }),
      json([{ day: 'SUN', from: 0, to: null }]),
      json('null'),
      ['linnoitus'],
      '1888-05-01',
    ],
  ];
  for (const museum of museums)
    await client.query('insert into museum (key, name, motto, openings, extra, keywords, founded) values ($1, $2, $3, $4, $5, $6, $7)', museum);
  for (let n = 1; n <= 9; n++) {
    await client.query('insert into room (id, name, floor, open, museum_key) values ($1, $2, $3, $4, $5)', [
      uuid(1, n),
      `Room ${n}`,
      n % 3,
      n % 2 === 0,
      n % 4 === 0 ? 'hamina' : 'ateneum',
    ]);
  }
  for (const key of ['bronze', 'light', 'oil', 'sea', 'unused']) await client.query('insert into tag (key) values ($1)', [key]);
  for (let n = 1; n <= 8; n++) {
    await client.query('insert into artist (id, name, published, account, mentor_id) values ($1, $2, $3, $4, $5)', [
      uuid(2, n),
      `Artist ${n % 3}`,
      n % 3 !== 0,
      n === 3 ? ARTIST_ACCOUNT : null,
      n > 2 ? uuid(2, n - 2) : null,
    ]);
    for (const key of ['sea', 'oil'].slice(0, n % 3)) await client.query('insert into artist_styles (artist_id, tag_key) values ($1, $2)', [uuid(2, n), key]);
  }
  for (let n = 1; n <= 45; n++) {
    await client.query(
      'insert into exhibit (id, title, kind, value_cents, grams, height, acquired_at, deleted_at, insurance_note, room_id, artist_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
      [
        uuid(3, n),
        n === 7 ? 'It\'s "odd" \\ \u0001 ä😀' : `Exhibit ${n % 10}`,
        kinds[n % 3],
        (n % 7) * 1000,
        n % 5 ? String(9_007_199_254_740_993n + BigInt(n)) : null,
        n % 6 === 0 ? null : n % 6 === 1 ? 'NaN' : n / 4,
        `2024-0${1 + (n % 9)}-01T12:00:00.1234${n % 10}0+02`,
        n % 8 === 0 ? '2025-01-01' : null,
        'private',
        n % 6 ? uuid(1, (n % 9) + 1) : null,
        uuid(2, (n % 8) + 1),
      ],
    );
    for (const key of ['sea', 'bronze', 'light'].slice(0, n % 4))
      await client.query('insert into exhibit_tags (exhibit_id, tag_key) values ($1, $2)', [uuid(3, n), key]);
    if (n % 3 === 0) await client.query('insert into label (id, text, exhibit_id) values ($1, $2, $3)', [uuid(4, n), json({ fi: `Kyltti ${n}` }), uuid(3, n)]);
  }
}
