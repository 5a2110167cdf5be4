import { newId } from '@torilla/schema/kernel/id';
import type { Actor } from '../kernel/actor.ts';
import { Resident } from '../platform/residents/residents.entity.ts';
import type { Answer, City } from './city.ts';

/** A resident of the tests who has made an account. */
export interface TestResident {
  id: string;
  actor: Actor;
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

/** Makes an account. */
export async function aResident(city: City, email: string, more: Partial<Resident> = {}): Promise<TestResident> {
  const em = city.em();
  const now = city.clock.now();
  const { id } = em.create(Resident, { id: newId(), email, locale: 'fi', createdAt: now, lastSignInAt: now, ...more });
  await em.flush();
  const actor: Actor = { kind: 'resident', id, roles: [] };
  return { id, actor, ask: city.askAs(actor) };
}
