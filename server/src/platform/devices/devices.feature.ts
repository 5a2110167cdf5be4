import type { Feature } from '../../kernel/feature.ts';
import { anyone, anyStaff, policy, staff } from '../../kernel/policy.ts';
import { raw, visible } from '../../kernel/read/index.ts';
import { deleteFrom } from '../../kernel/retention.ts';
import { demoDevices } from './devices.demo.ts';
import { Device, DeviceEnrolment } from './devices.entity.ts';
import { figures } from './devices.figures.ts';
import { DevicesResolver } from './devices.resolver.ts';
import { RosterResolver } from './roster.resolver.ts';

visible(Device, (_, actor) => (actor.may('device.read') ? undefined : raw('false')));

/** What captures come from: tablets and residents' browsers. */
export const devices: Feature = {
  entities: [Device, DeviceEnrolment],
  resolvers: [DevicesResolver, RosterResolver],
  policy: policy({
    'device.read': anyStaff,
    'device.enrolment.offer': staff('WORKER', 'OFFICER'),
    'device.enrol': anyone,
    'device.enrol.public': anyone,
    'device.rename': staff(),
    'device.retire': staff(),
    'device.revoke': staff(),
  }),
  private: ['Device.publicKey', 'DeviceEnrolment.*'],
  serves: figures,
  publicReads: ['captureKey'],
  retention: [
    {
      key: 'device',
      of: ['Device', 'DeviceEpoch', 'DeviceEvent'],
      ground: 'PUBLIC_TASK',
      days: null,
      records: 'select id, enrolled_at as since, null::timestamptz as until from device',
    },
    {
      key: 'enrolment-offer',
      of: ['DeviceEnrolment'],
      ground: 'PUBLIC_TASK',
      days: 1,
      // a tablet that never heard the answer may repeat itself for a day
      records: "select hash as id, expires_at - interval '15 minutes' as since, expires_at + interval '1 day' as until from device_enrolment",
      purge: deleteFrom('device_enrolment', 'hash', 'text'),
    },
  ],
  demo: demoDevices,
};
