import { expect, test } from '@playwright/test';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rowsOf } from '../server/tools/postgres.ts';
import { startTorilla } from './torilla.ts';

test("an operator asks whether the audit log is whole, and is told by the command's end", async () => {
  const torilla = await startTorilla();
  try {
    await torilla.signIn('hallinta@torilla.example');
    const heads = path.join(mkdtempSync(path.join(tmpdir(), 'torilla-heads-')), 'heads.jsonl');
    const verify = () => torilla.command(['audit:verify'], { DATABASE_URL: torilla.ownerUrl(), AUDIT_HEADS: heads });
    const whole = verify();
    expect(whole).toMatchObject({ status: 0, told: expect.stringContaining('The audit log is whole: 2 lines.') });
    writeFileSync(heads, `${/\{.*\}/.exec(whole.told)![0]}\n`);
    expect(verify()).toMatchObject({ status: 0, told: expect.not.stringContaining('No head') });

    const asSuperuser = (statement: string) => rowsOf(torilla.ownerUrl(), `begin; set local session_replication_role = replica; ${statement}; commit`);
    await asSuperuser('create table last as select * from audit_line order by id desc limit 1; delete from audit_line where id = (select id from last)');
    const { id } = JSON.parse(readFileSync(heads, 'utf8')) as { id: string };
    expect(verify()).toMatchObject({ status: 1, told: expect.stringContaining(`broken at line ${id}: Line 1 of ${heads} names it, and it is not there`) });
    await asSuperuser("insert into audit_line select * from last; update audit_line set actor_kind = 'system' where id = (select min(id) from audit_line)");
    expect(verify()).toMatchObject({ status: 1, told: expect.stringContaining('its hash does not follow') });
  } finally {
    await torilla.stop();
  }
});
