import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { ExportAsked } from '@torilla/schema/feedback/export';
import { exportFormats, exportPath, type ExportFormat } from '@torilla/schema/feedback/exportFormats';
import { answerProblems } from '../../../kernel/answer-problems.ts';
import type { Context } from '../../../kernel/context.ts';
import { parse } from '../../../kernel/input.ts';
import { assertMay } from '../../../kernel/policy.ts';
import { Problem } from '../../../kernel/problem.ts';
import { csvOf } from '../../../kernel/table/csv.ts';
import type { WrittenTable } from '../../../kernel/table/table.ts';
import { xlsxOf } from '../../../kernel/table/xlsx.ts';
import { dayAt } from '../../../platform/municipality/day.ts';
import { FeedbackFilter } from '../feedback.filter.ts';
import { beginExport } from './export.commands.ts';
import { tableOf } from './export.table.ts';

/** What somebody may take along in ten minutes, and how many are under way in a process: each holds a connection for as long as its reader takes. */
const MOST = 10;
const PER_MS = 600_000;
const MOST_AT_ONCE = 4;
const WAIT_MS = 15_000;

const Asked = ExportAsked.extend({ filter: FeedbackFilter.default({}) });
const formats: Record<ExportFormat, { type: string; write: (table: WrittenTable) => Readable }> = {
  csv: { type: 'text/csv; charset=utf-8', write: csvOf },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsxOf },
};

/**
 * `POST` of a filter for a file of all the feedback that fits it, written as it is read. A `POST` of JSON, which no other site can send: it leaves lines in the logs.
 * When something breaks on the way the connection is cut, so that nobody takes the half for the whole.
 */
export function exportRoutes(http: FastifyInstance, contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>): void {
  let underWay = 0;
  http.register(async (scope) => {
    answerProblems(scope);
    for (const format of exportFormats)
      // packing it as well would hold back what is written, and a workbook is packed already
      scope.post(exportPath(format), { compress: false }, async (request, reply) => {
        const ctx = await contextOf(request, reply);
        assertMay(ctx.actor, 'feedback.export');
        const { filter, language, contacts } = parse(Asked, request.body ?? {});
        ctx.services.limit(`export:${ctx.actor.id}`, MOST, PER_MS);
        if (underWay >= MOST_AT_ONCE) throw new Problem('too-many-requests', { retryAfterMs: WAIT_MS });
        underWay++;
        let file: Readable;
        try {
          const opened = await beginExport(ctx, filter, contacts ?? null);
          file = formats[format].write(tableOf(ctx, filter, opened, language));
        } catch (error) {
          underWay--;
          throw error;
        }
        file.once('close', () => underWay--);
        return reply
          .type(formats[format].type)
          .header('cache-control', 'no-store')
          .header('content-disposition', `attachment; filename="palautteet-${dayAt(ctx.clock.now())}.${format}"`)
          .send(file);
      });
  });
}
