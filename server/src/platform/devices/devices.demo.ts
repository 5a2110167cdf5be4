import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { diceOf } from '../../kernel/dice.ts';

const SEED = 20_263;

/** Twelve tablets of the demo. Nobody holds their keys: what they sent is there, and they send no more. */
export async function demoDevices({ em, clock }: Context): Promise<void> {
  const dice = diceOf(SEED);
  for (let n = 1; n <= 12; n++) {
    const kiosk = n > 10;
    const name = `Demo ${kiosk ? 'kioski' : 'tabletti'} ${n}`;
    const seen = new Date(clock.now().getTime() - dice.upTo(n === 12 ? 40 : 3) * 86_400_000 - dice.upTo(8) * 3_600_000);
    const id = dice.id();
    await sql(
      em,
      `insert into device (id, kind, name, role, public_key, enrolled_at, last_contact_at, app_version, persisted, storage_used, storage_quota)
      values ($1, 'TABLET', $2, $3, '{"kty":"EC","crv":"P-256","x":"","y":""}', $4::timestamptz - interval '1 year', $5, '0.1.0', true, $6, 8000000000)`,
      [id, name, kiosk ? 'KIOSK' : 'FIELD', clock.now(), seen, 20_000_000 + dice.upTo(60_000_000)],
    );
    await sql(em, 'insert into device_epoch (epoch, device_id) values ($1, $1)', [id]);
  }
}
