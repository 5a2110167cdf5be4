import { expect, test } from 'vitest';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';

// requests are transactions of their own here, on connections of their own
const city = await aCity({ rolledBack: false });

test('twenty identical pushes at one instant: one row, twenty answers with the same receipt', async () => {
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal();
  const answers = await Promise.all(Array.from({ length: 20 }, () => tablet.push(item)));
  expect(answers.filter(({ results }) => results[0]!.code === 'ACCEPTED')).toHaveLength(1);
  expect(answers.filter(({ results }) => results[0]!.code === 'DUPLICATE')).toHaveLength(19);
  expect(new Set(answers.map(({ results }) => results[0]!.receipt)).size).toBe(1);
  expect(await sql(city.em(), 'select from feedback where id = $1', [item.id])).toHaveLength(1);
});

test("many tablets at once, the log's chain unbroken", async () => {
  const tablets = await Promise.all(Array.from({ length: 8 }, (_, i) => TestDevice.tablet(city, `Tabletti ${i}`)));
  await Promise.all(
    tablets.map(async (tablet) => {
      for (let round = 0; round < 3; round++) await tablet.push(...(await Promise.all([1, 2, 3, 4, 5].map(() => tablet.seal()))));
    }),
  );
  const [row] = await sql<{ given: number; distinct: number }>(
    city.em(),
    `select count(*)::int as given, count(distinct hash)::int as distinct from audit_line where action = 'feedback.give'`,
  );
  expect(row).toEqual({ given: 121, distinct: 121 });
  const broken = await sql(
    city.em(),
    `select id from (select id, at, hash, actor_kind, actor_id, action, subject, subject_id, lag(hash, 1, '') over (order by id) as before from audit_line) l
    where hash <> encode(sha256(convert_to(concat_ws('|', before, id, extract(epoch from at), actor_kind, coalesce(actor_id, ''), action, subject, coalesce(subject_id, '')), 'UTF8')), 'hex')`,
  );
  expect(broken).toEqual([]);
});

test('one enrolment code enrols one tablet, however many try', async () => {
  const offer = await (await city.as('mirja'))('mutation { offerEnrolment(input: { name: "Yksi" }) { code } }');
  const tries = await Promise.all(
    Array.from({ length: 16 }, async () => {
      const device = await TestDevice.strange(city);
      return city.ask('mutation ($input: EnrolTabletInput!) { enrolTablet(input: $input) { id } }', {
        input: { deviceId: device.id, publicKey: await device.publicKey(), code: offer.data!.offerEnrolment.code },
      });
    }),
  );
  expect(tries.filter(({ errors }) => !errors.length)).toHaveLength(1);
  expect(new Set(tries.flatMap(({ codes }) => codes))).toEqual(new Set(['enrolment-expired']));
});
