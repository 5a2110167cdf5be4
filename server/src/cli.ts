import 'reflect-metadata';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { buildApp } from './app/app.ts';
import { captureKeys } from './app/capture-keys.ts';
import { readConfig } from './app/config.ts';
import { migrate, seed, seedDemo } from './app/database.ts';
import { developmentMailbox } from './app/mailbox.ts';
import { openOrm } from './app/orm.ts';
import { paths } from './app/paths.ts';
import { newPushKeys } from './app/push-keys.ts';
import { printApi } from './app/schema.ts';
import { sql } from './kernel/command.ts';
import { newId } from '@torilla/schema/kernel/id';
import { RequestSignInCode } from '@torilla/schema/access/access';
import { systemContext } from './app/context.ts';
import { identityKey } from './app/identity-key.ts';
import { makeAdministrator } from './platform/access/links.commands.ts';
import { headsIn } from './platform/audit/heads.ts';
import { verifyAudit } from './platform/audit/verify.ts';
import { newCityKey } from './platform/inbox/city-keys.ts';
import { tallyCommand } from './features/budget/tally/tally.cli.ts';

/** What an operator may ask of the server without starting it. */
const commands: Record<string, { what: string; run: (...args: string[]) => Promise<void> }> = {
  schema: {
    what: 'writes the API to schema/schema.graphql, or to another file',
    run: async (file = paths.schema) => writeFileSync(file, await printApi()),
  },
  tally: {
    what: 'counts a Pabulib file and prints the result as JSON: `tally FILE.pb --rule greedy`; or counts a folder against its expected.json: `tally --check FOLDER`',
    run: tallyCommand,
  },
  keys: {
    what: 'prints a new private key for CAPTURE_KEYS',
    run: async () => console.log(JSON.stringify([await newCityKey()])),
  },
  'push-keys': {
    what: 'prints a new pair for VAPID_KEYS',
    run: async () => console.log(JSON.stringify(newPushKeys())),
  },
  'db:up': {
    what: "brings the database to today's tables",
    run: async () => {
      const config = readConfig(process.env);
      const owner = await openOrm(config.ownerUrl);
      const done = await migrate(owner, config.databaseUrl);
      console.log(done.length ? `Done: ${done.join(', ')}` : 'The tables are up to date.');
      await owner.close();
    },
  },
  'db:diff': {
    what: 'writes a migration for what the entities have and the snapshot has not',
    run: async () => {
      const owner = await openOrm(readConfig(process.env).ownerUrl);
      const { fileName } = await owner.migrator.create();
      console.log(fileName ? `Wrote ${fileName}. Read it before you commit it.` : 'The entities and the tables agree.');
      await owner.close();
    },
  },
  seed: {
    what: "puts in the city's plan and the demo's people, unless there is a plan; with `--demo` a year of events and feedback too, with `--scale N` so many times as much",
    run: async (...options) => {
      const config = readConfig(process.env);
      const [demo, scale] = [options.includes('--demo'), Number(options[options.indexOf('--scale') + 1]) || 1];
      if (demo && !config.demo) throw new Error('The demo is for trying Torilla: it needs DEMO=true, which production refuses.');
      const app = await buildApp({ ...config, cityKeys: await captureKeys(config), identityKey: await identityKey(config), mailer: developmentMailbox() });
      if (demo) console.log((await seedDemo(app, scale)) ? 'A year of the demo is there.' : 'The demo is there already; nothing was changed.');
      else console.log((await seed(app)) ? 'Seeded.' : 'There is a plan already; nothing was changed.');
      await app.orm.close();
    },
  },
  administrator: {
    what: 'makes somebody an administrator: `administrator EMAIL NAME`, and prints a link that signs them in once, within a day',
    run: async (email, ...name) => {
      const { success, data } = RequestSignInCode.safeParse({ email });
      if (!success || !name.length) throw new Error('Whom? `administrator EMAIL NAME`, as colleagues know them: administrator hanna@hamina.example Hanna P.');
      const config = readConfig(process.env);
      const app = await buildApp({ ...config, cityKeys: await captureKeys(config), identityKey: await identityKey(config), mailer: developmentMailbox() });
      console.log(await makeAdministrator(systemContext(app), { email: data.email, displayName: name.join(' ') }));
      await app.orm.close();
    },
  },
  'audit:verify': {
    what: "walks the audit log's chain and the heads that were kept of it; ends with 1 at the first line that is not what it was",
    run: async () => {
      const { databaseUrl, auditHeads } = readConfig(process.env);
      const orm = await openOrm(databaseUrl);
      try {
        const head = await verifyAudit(orm.em.fork(), auditHeads ? headsIn(auditHeads) : []);
        console.log(`The audit log is whole: ${head?.count ?? 0} lines.${head ? `\nIts head: ${JSON.stringify(head)}` : ''}`);
        if (!auditHeads || !existsSync(auditHeads)) console.log('No head of it has been kept: nobody could tell whether its end was cut off.');
      } finally {
        await orm.close();
      }
    },
  },
  restored: {
    what: 'says that a backup was restored: every device sends again what it still keeps, and heads are kept in a new file',
    run: async () => {
      const { ownerUrl, auditHeads } = readConfig(process.env);
      const owner = await openOrm(ownerUrl);
      await sql(owner.em.fork(), 'update server_epoch set epoch = $1', [newId()]);
      await owner.close();
      // what was logged after the backup is lost, and the old heads will always say so
      if (!auditHeads || !existsSync(auditHeads)) return;
      const aside = `${auditHeads}.before-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`;
      renameSync(auditHeads, aside);
      console.log(`The heads of the audit log before the restoring lie in ${aside}.`);
    },
  },
};

const command = commands[process.argv[2] ?? ''];
if (!command) {
  console.error(
    `Which command?\n${Object.entries(commands)
      .map(([name, { what }]) => `  ${name.padEnd(14)}${what}`)
      .join('\n')}`,
  );
  process.exit(2);
}
command.run(...process.argv.slice(3)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
