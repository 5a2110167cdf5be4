import type { StaffRole } from '@torilla/schema/staff/staff';

/** Whether somebody with these roles may go where one of those is asked; an administrator may go everywhere. */
export const allows = (own: readonly StaffRole[], asked?: readonly StaffRole[]): boolean =>
  !asked || own.includes('ADMINISTRATOR') || own.some((role) => asked.includes(role));

const order: readonly StaffRole[] = ['ADMINISTRATOR', 'OFFICER', 'WORKER', 'VIEWER'];

/** Of several roles the one that says most. */
export const foremost = (roles: readonly StaffRole[]): StaffRole => order.find((role) => roles.includes(role)) ?? 'VIEWER';

/** Where somebody's work begins when they did not come from anywhere. */
export const startOf = (roles: readonly StaffRole[]): string => (foremost(roles) === 'WORKER' ? '/kentta' : '/hallinta');
