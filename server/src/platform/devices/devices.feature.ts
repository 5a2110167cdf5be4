import type { Feature } from '../../kernel/feature.ts';
import { anyone, anyStaff, policy, staff } from '../../kernel/policy.ts';
import { raw, visible } from '../../kernel/read/index.ts';
import { Device, DeviceEnrolment } from './devices.entity.ts';
import { DevicesResolver } from './devices.resolver.ts';

visible(Device, (_, actor) => (actor.kind === 'staff' || actor.kind === 'system' ? undefined : raw('false')));

/** What captures come from: tablets and residents' browsers. */
export const devices: Feature = {
  entities: [Device, DeviceEnrolment],
  resolvers: [DevicesResolver],
  policy: policy({
    'device.read': anyStaff,
    'device.enrolment.offer': staff('WORKER', 'OFFICER'),
    'device.enrol': anyone,
    'device.enrol.public': anyone,
    'device.revoke': staff(),
  }),
  private: ['Device.publicKey', 'DeviceEnrolment.*'],
};
