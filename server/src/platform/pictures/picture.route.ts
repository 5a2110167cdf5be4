import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MAX_PICTURE_BYTES, picturePath } from '@torilla/schema/pictures/limits';
import { PutPicture } from '@torilla/schema/pictures/pictures';
import type { Context } from '../../kernel/context.ts';
import { heldRoutes } from '../../kernel/held.route.ts';
import { putPicture } from './pictures.commands.ts';
import { openPicture } from './pictures.ts';

/** The bytes of pictures. */
export const pictureRoutes = (http: FastifyInstance, contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>): void =>
  heldRoutes(http, contextOf, {
    pathOf: picturePath,
    type: 'image/jpeg',
    mostBytes: MAX_PICTURE_BYTES,
    verb: 'picture.put',
    unfit: 'picture-unfit',
    told: PutPicture,
    put: putPicture,
    open: openPicture,
    policy: "default-src 'none'; sandbox",
  });
