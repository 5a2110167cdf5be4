import * as kinds from '@torilla/schema/touchpoints/capture';
import { capture, type Feature } from '../../kernel/feature.ts';
import { device, policy, staff } from '../../kernel/policy.ts';
import { raw, sql, visible } from '../../kernel/read/index.ts';
import { demoTouchpoints } from './demo/touchpoints.demo.ts';
import { tapTouchpoint, tellTouchpoint } from './tap.commands.ts';
import { ServiceDeed, Touchpoint, TouchpointTap, TouchpointWords } from './touchpoints.entity.ts';
import { figures } from './touchpoints.figures.ts';
import { TouchpointsResolver } from './touchpoints.resolver.ts';
import { retention } from './touchpoints.retention.ts';
import { TrendsResolver } from './trends.resolver.ts';

// What was said at a counter is for those who work behind it, and for who answers for all of the city.
visible(TouchpointWords, (column, actor) => {
  if (actor.kind !== 'staff' || !actor.may('touchpoint.read')) return raw('false');
  if (actor.has('ADMINISTRATOR') || actor.has('OFFICER') || actor.has('VIEWER')) return undefined;
  return sql`exists (select from touchpoint p where p.id = ${column('touchpoint')} and p.unit_key = any(${actor.unitsOf('OFFICER')} || ${actor.unitsOf('VIEWER')}))`;
});
visible(ServiceDeed, (column, actor) => (actor.kind === 'staff' && actor.may('touchpoint.read') ? undefined : sql`${column('open')}`));

/** Customer experience: how it went at the city's service points, and what was done about it. */
export const touchpoints: Feature = {
  entities: [Touchpoint, TouchpointTap, TouchpointWords, ServiceDeed],
  resolvers: [TouchpointsResolver, TrendsResolver],
  policy: policy({
    'touchpoint.tap': device,
    'touchpoint.tell': device,
    'touchpoint.read': staff('OFFICER', 'VIEWER'),
    'touchpoint.save': staff('OFFICER'),
    'touchpoint.close': staff('OFFICER'),
    'touchpoint.reopen': staff('OFFICER'),
    'touchpoint.words.judge': staff('OFFICER'),
    'touchpoint.deed.save': staff('OFFICER'),
    'touchpoint.deed.remove': staff('OFFICER'),
  }),
  constraints: {
    touchpoint_unit_key_foreign: 'unknown-unit',
    touchpoint_place_key_foreign: 'unknown-place',
    service_deed_unit_key_foreign: 'unknown-unit',
  },
  captures: [capture(kinds.tapTouchpoint, tapTouchpoint), capture(kinds.tellTouchpoint, tellTouchpoint)],
  private: ['TouchpointTap.*', 'TouchpointWords.tap', 'TouchpointWords.receivedAt', 'ServiceDeed.writtenBy'],
  serves: figures,
  publicReads: ['touchpoint', 'serviceTrends', 'serviceDeeds'],
  retention,
  impersonal: ['Touchpoint', 'ServiceDeed'],
  demo: demoTouchpoints,
};
