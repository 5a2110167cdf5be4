import type { StaffRole } from '@torilla/schema/staff/staff';

/** Whether somebody with these roles may go where one of those is asked; an administrator may go everywhere. */
export const allows = (own: readonly StaffRole[], asked?: readonly StaffRole[]): boolean =>
  !asked || own.includes('ADMINISTRATOR') || own.some((role) => asked.includes(role));
