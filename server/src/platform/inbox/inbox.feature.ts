import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import type { Feature } from '../../kernel/feature.ts';
import { anyStaff, policy, staff } from '../../kernel/policy.ts';
import { raw, visible } from '../../kernel/read/index.ts';
import { Attachment } from './attachment.entity.ts';
import { DeviceEpoch, DeviceEvent, InboxConflict, InboxItem, ServerEpoch } from './inbox.entity.ts';
import { InboxResolver } from './inbox.resolver.ts';
import { retention } from './inbox.retention.ts';

visible(Attachment, (_, actor) => (actor.kind === 'staff' ? undefined : raw('false')));
visible(InboxItem, (_, actor) => (actor.may('inbox.read') && (actor.has('ADMINISTRATOR') || actor.has('OFFICER')) ? undefined : raw('false')));

/** Where sealed captures arrive: stored first, judged afterwards. */
export const inbox: Feature = {
  entities: [Attachment, InboxItem, InboxConflict, DeviceEpoch, DeviceEvent, ServerEpoch],
  resolvers: [InboxResolver],
  policy: policy({
    'inbox.read': staff('OFFICER'),
    'inbox.completeness': anyStaff,
    'inbox.open': staff(),
    'inbox.retry': staff(),
    'inbox.dismiss': staff(),
  }),
  private: [
    'InboxItem.deviceEpoch',
    'InboxItem.sha256',
    'InboxItem.sealed',
    'InboxConflict.*',
    'Attachment.captureId',
    'Attachment.deviceId',
    'Attachment.sha256',
    'Attachment.content',
    'Attachment.begunAt',
    'DeviceEpoch.*',
    'DeviceEvent.*',
    'ServerEpoch.*',
  ],
  retention,
  impersonal: ['ServerEpoch'],
  seed: async ({ em }) => {
    await sql(em, 'insert into server_epoch (one, epoch) values (1, $1)', [newId()]);
  },
};
