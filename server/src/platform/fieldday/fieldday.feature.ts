import type { Feature } from '../../kernel/feature.ts';
import { policy, staff } from '../../kernel/policy.ts';
import { attendanceFigure, attendedFigure } from './attendance.ts';
import { EventReport, FieldDayClosing, FieldDayTick } from './fieldday.entity.ts';
import { FieldDayResolver } from './fieldday.resolver.ts';
import { eventReportPictures } from './report.pictures.ts';
import { EventReportResolver } from './report.resolver.ts';

const receives = staff('OFFICER', 'WORKER');

/** A day in the field: the evening before, the day itself, its closing, and what is told of it. */
export const fieldday: Feature = {
  entities: [FieldDayTick, FieldDayClosing, EventReport],
  resolvers: [FieldDayResolver, EventReportResolver],
  policy: policy({
    'event.day.open': receives,
    'event.day.tick': receives,
    'event.day.close': staff('OFFICER'),
    'event.day.reopen': staff('OFFICER'),
    'event.report.save': receives,
    'event.report.publish': staff('OFFICER'),
    'event.report.withdraw': staff('OFFICER'),
  }),
  constraints: { field_day_closing_once: 'day-closed', event_report_pkey: 'newer-revision' },
  private: ['FieldDayTick.*', 'FieldDayClosing.*', 'EventReport.*'],
  eventFigures: [attendedFigure, attendanceFigure],
  pictured: [eventReportPictures],
  publicReads: ['eventReport'],
  // they tell of how many and of what, and of nobody; who wrote them is the city's staff, who have a rule of their own
  impersonal: ['FieldDayTick', 'FieldDayClosing', 'EventReport'],
};
