import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PutFile } from '@torilla/schema/files/files';
import { filePath, MAX_FILE_BYTES } from '@torilla/schema/files/limits';
import type { Context } from '../../kernel/context.ts';
import { heldRoutes } from '../../kernel/held.route.ts';
import { openFile, putFile } from './files.commands.ts';

/** The bytes of files. */
export const fileRoutes = (http: FastifyInstance, contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>): void =>
  heldRoutes(http, contextOf, {
    pathOf: filePath,
    type: 'application/pdf',
    mostBytes: MAX_FILE_BYTES,
    verb: 'file.put',
    unfit: 'file-unfit',
    told: PutFile,
    put: putFile,
    open: openFile,
    // without `sandbox`, in which browsers show no PDF; their viewers give a PDF nothing of this site
    policy: "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'",
  });
