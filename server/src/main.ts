import 'reflect-metadata';
import { buildApp } from './app/app.ts';
import { assessmentOfBuild } from './app/assessment.ts';
import { readConfig, type Config } from './app/config.ts';
import { captureKeys } from './app/capture-keys.ts';
import { databaseStarted, letGo, migrate, seed } from './app/database.ts';
import { httpServer } from './app/http.ts';
import { identityKey } from './app/identity-key.ts';
import { startJobs } from './app/jobs.ts';
import { developmentMailbox } from './app/mailbox.ts';
import { serveMetrics } from './app/metrics.ts';
import { openOrm } from './app/orm.ts';
import { pushKeys } from './app/push-keys.ts';
import { smtpMailer } from './app/smtp.ts';
import { webPush } from './app/web-push.ts';
import { sql } from './kernel/command.ts';

/** So long a request that is under way has to be answered once the server is told to stop. */
const LAST_ANSWERS_MS = 5000;

/** Starts the server: environment, tables, seed, ports; and stops it in the reverse order when told to. */
async function start(config: Config): Promise<void> {
  await databaseStarted(config.ownerUrl);
  const owner = await openOrm(config.ownerUrl);
  await migrate(owner, config.databaseUrl);
  await owner.close();
  const mailbox = developmentMailbox();
  const smtp = config.smtp && smtpMailer(config.smtp, (failure) => http.log.warn(failure, 'a mail could not be sent'));
  const keys = await pushKeys(config);
  const app = await buildApp({
    databaseUrl: config.databaseUrl,
    publicUrl: config.publicUrl,
    demo: config.demo,
    auditHeads: config.auditHeads,
    assessment: assessmentOfBuild(),
    cityKeys: await captureKeys(config),
    identityKey: await identityKey(config),
    mailer: smtp ?? mailbox,
    push: keys && webPush({ keys, services: config.pushServices, contact: contactOf(config) }),
    staffProvider: config.staffProvider,
    residentProvider: config.residentProvider,
    sessionTimes: config.sessionTimes,
    mapTiles: config.mapTiles,
  });
  if (config.demo) await seed(app);
  await refuseDemoInProduction(config, app.orm.em.fork());
  const http = await httpServer(app, {
    logLevel: config.logLevel,
    trustProxy: config.trustProxy,
    secure: config.publicUrl.startsWith('https:'),
    ...(config.demo && { mails: mailbox.mails }),
  });
  const metrics = await serveMetrics(config.metricsPort);
  const stopJobs = await startJobs(app, config.databaseUrl, http.log);
  await http.listen({ port: config.port, host: config.host });
  http.log.info(`Torilla is at ${config.publicUrl}`);

  // requests and jobs under way are finished and mail on its way leaves, then the database is let go
  const stop = async (signal: string): Promise<void> => {
    http.log.info(`stopping (${signal})`);
    // a browser opens connections ahead, and one that nothing was asked on yet would be waited for as for a question
    const last = setTimeout(() => http.server.closeAllConnections(), LAST_ANSWERS_MS);
    await http.close();
    clearTimeout(last);
    await stopJobs();
    await smtp?.close();
    await metrics.close();
    await letGo(app.orm);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(
      signal,
      () =>
        void stop(signal).then(
          () => process.exit(0),
          () => process.exit(1),
        ),
    );
}

// push services want to know whom to write to when something is wrong, and some refuse an address that is none
function contactOf({ publicUrl, smtp }: Config): string {
  const from = /<?([^\s<>]+@[^\s<>]+?)>?$/.exec(smtp?.from ?? '')?.[1];
  return from ? `mailto:${from}` : publicUrl.startsWith('https:') ? publicUrl : 'mailto:torilla@example.fi';
}

async function refuseDemoInProduction({ production }: Config, em: Parameters<typeof sql>[0]): Promise<void> {
  if (!production) return;
  const demo = await sql(em, 'select from staff_member where demo limit 1');
  if (demo.length) throw new Error("The database holds the demo's accounts, whose codes anybody can read. Remove them before production.");
}

start(readConfig(process.env)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
