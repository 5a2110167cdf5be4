import { ageBands, type AgeBand, type Attendance } from '@torilla/schema/fieldday/fieldday';
import { sql } from '../../kernel/command.ts';
import type { EventFigure } from '../../kernel/occasion.ts';
import type { LocalizedText } from '../../kernel/localized.ts';

const names: Record<AgeBand, LocalizedText> = {
  under13: { fi: 'alle 13-vuotiaita', sv: 'under 13 år', en: 'under 13' },
  from13: { fi: '13–17-vuotiaita', sv: '13–17 år', en: '13 to 17' },
  from18: { fi: '18–29-vuotiaita', sv: '18–29 år', en: '18 to 29' },
  from30: { fi: '30–64-vuotiaita', sv: '30–64 år', en: '30 to 64' },
  from65: { fi: '65 vuotta täyttäneitä', sv: '65 år eller äldre', en: '65 or older' },
  unknown: { fi: 'ikä ei tiedossa', sv: 'ålder okänd', en: 'age not known' },
};

/** Who came, by age, as it was written down when the day was closed. */
export const attendanceFigure: EventFigure = {
  key: 'fieldday.attendance',
  name: { fi: 'Kävijät iän mukaan', sv: 'Besökare efter ålder', en: 'Those who came, by age' },
  stages: ['REPORT'],
  isSplit: true,
  count: async ({ em }, eventId) => {
    const [closing] = await sql<{ attendance: Attendance }>(em, 'select attendance from field_day_closing where event_id = $1 and reopened_at is null', [
      eventId,
    ]);
    return closing ? ageBands.map((band) => ({ label: names[band], value: closing.attendance[band] })) : [];
  },
};

/** How many came, in all. */
export const attendedFigure: EventFigure = {
  key: 'fieldday.attended',
  name: { fi: 'Kävijöitä', sv: 'Besökare', en: 'People who came' },
  stages: ['REPORT'],
  count: async ({ em }, eventId) => {
    const [row] = await sql<{ value: number }>(
      em,
      `select coalesce(sum(a.value::int), 0)::int as value from field_day_closing c cross join lateral jsonb_each_text(c.attendance) a
      where c.event_id = $1 and c.reopened_at is null`,
      [eventId],
    );
    return row!.value ? [row!] : [];
  },
};
