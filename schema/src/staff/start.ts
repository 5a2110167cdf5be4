import type { StaffRole } from './staff.ts';

const order: readonly StaffRole[] = ['ADMINISTRATOR', 'OFFICER', 'WORKER', 'VIEWER'];

/** Of several roles the one that says most. */
export const foremost = (roles: readonly StaffRole[]): StaffRole => order.find((role) => roles.includes(role)) ?? 'VIEWER';

/** Where somebody's work begins when they did not come from anywhere. */
export const startOf = (roles: readonly StaffRole[]): string => (foremost(roles) === 'WORKER' ? '/kentta' : '/hallinta');
