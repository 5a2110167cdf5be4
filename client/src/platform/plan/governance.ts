import type { GovernanceStep } from '@torilla/schema/plan/plan';

const order = ['PREPARE', 'ADOPT', 'IMPLEMENT'] as const satisfies GovernanceStep[];

/** The steps of a plan's making in their order, each with those who do it. */
export function governanceSteps<U>(rows: readonly { step: GovernanceStep; unit: U }[]): { step: GovernanceStep; units: U[] }[] {
  return order.map((step) => ({ step, units: rows.filter((r) => r.step === step).map((r) => r.unit) })).filter(({ units }) => units.length > 0);
}
