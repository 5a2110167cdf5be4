import type { PublishNotice } from '@torilla/schema/notices/notices';
import { accessibility } from './accessibility.ts';
import { accounts } from './accounts.ts';
import { devices } from './devices.ts';
import { events } from './events.ts';
import { feedback } from './feedback.ts';
import { staff } from './staff.ts';

/** What Hamina begins with: true of this software as it stands. What only the city knows is left open, and said to be. */
export const notices: readonly Omit<PublishNotice, 'basedOn'>[] = [feedback, devices, staff, accounts, events, accessibility];
