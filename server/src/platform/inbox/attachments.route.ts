import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { signedChunkText } from '@torilla/schema/kernel/capture';
import { Id } from '@torilla/schema/kernel/id';
import { answerProblems } from '../../kernel/answer-problems.ts';
import type { Context } from '../../kernel/context.ts';
import { parse } from '../../kernel/input.ts';
import { Problem } from '../../kernel/problem.ts';
import { Device } from '../devices/devices.entity.ts';
import { receivedOf, takeChunk, type AttachmentRef } from './attachments.ts';
import { isSignedBy } from '../devices/signature.ts';

const CHUNK_LIMIT = 1024 * 1024;

const ChunkRequest = z.object({
  id: Id,
  captureId: Id,
  deviceId: Id,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().max(200),
  offset: z.coerce.number().int().min(0).default(0),
  total: z.coerce.number().int().min(1).optional(),
});

const STATUS: Partial<Record<string, number>> = {
  'device-unknown': 401,
  'signature-invalid': 401,
  'attachment-too-large': 413,
  'attachment-out-of-order': 409,
  'attachment-mismatch': 422,
};

/**
 * The bytes of sealed photos, beside GraphQL: `HEAD` tells how far a file has come, `PUT` takes the chunk that begins at `offset`.
 * Both answer `x-torilla-offset`, the bytes confirmed; both are signed by the device.
 */
export function attachmentRoutes(http: FastifyInstance, contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>): void {
  http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: CHUNK_LIMIT }, (_, body, done) => done(null, body));
    answerProblems(scope, STATUS);
    scope.route({
      method: ['HEAD', 'PUT'],
      url: '/attachments/:captureId/:id',
      bodyLimit: CHUNK_LIMIT,
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        const ctx = await contextOf(request, reply);
        const { offset, total, ref } = await asked(ctx, request);
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        if (request.method === 'PUT' && (!total || !body.length)) throw new Problem('bad-input', { fields: ['total', 'body'] });
        const received = request.method === 'PUT' ? await takeChunk(ctx, ref, offset, total!, body) : await receivedOf(ctx, ref);
        return reply
          .header('x-torilla-offset', received)
          .header('cache-control', 'no-store')
          .code(request.method === 'PUT' ? 200 : 204)
          .send(request.method === 'PUT' ? { received } : undefined);
      },
    });
  });
}

async function asked(ctx: Context, request: FastifyRequest): Promise<{ ref: AttachmentRef; offset: number; total?: number }> {
  const { headers } = request;
  const { id, captureId, deviceId, sha256, signature, offset, total } = parse(ChunkRequest, {
    ...(request.params as object),
    ...(request.query as object),
    deviceId: headers['x-torilla-device'],
    signature: headers['x-torilla-signature'],
    sha256: headers['x-torilla-sha256'],
  });
  ctx.services.limit(`chunk:${deviceId}`, 600, 60_000);
  const device = await ctx.em.findOne(Device, { id: deviceId });
  if (!device) throw new Problem('device-unknown');
  if (!(await isSignedBy(device.publicKey, signedChunkText({ captureId, attachmentId: id, deviceId, offset, sha256 }), signature)))
    throw new Problem('signature-invalid');
  return { ref: { id, captureId, deviceId, sha256 }, offset, ...(total && { total }) };
}
