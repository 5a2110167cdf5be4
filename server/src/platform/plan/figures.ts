import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import type { Figure } from '../../kernel/figure.ts';
import { hamina } from '../municipality/hamina.ts';

/** A figure of a measure, as it stands now. */
export interface MeasureFigure extends Pick<Figure, 'key' | 'name' | 'metric'> {
  measure: number;
  value: number;
}

/** Which figures are asked for: of the plan in force or another version, of some measures or all, of one year or since the beginning. */
export interface FiguresOf {
  planId: string | null;
  numbers: readonly number[] | null;
  year: number | null;
}

interface Known {
  id: string;
  number: number;
  from: string;
  to: string;
}

/**
 * The figures that the nouns give to measures. As many statements as there are figures, and one.
 */
export async function measureFigures(ctx: Context, { planId, numbers, year }: FiguresOf): Promise<MeasureFigure[]> {
  const known = await sql<Known>(
    ctx.em,
    `select m.id, m.number, coalesce(make_timestamptz($2, 1, 1, 0, 0, 0, $3), '-infinity')::text as from, coalesce(make_timestamptz($2 + 1, 1, 1, 0, 0, 0, $3), 'infinity')::text as to
    from measure m where m.plan_id = (select id from plan where case when $4::uuid is null then state = 'IN_FORCE' else id = $4 and state <> 'DRAFT' end) and ($1::int[] is null or m.number = any($1)) order by m.number`,
    [numbers, year, hamina.timeZone, planId],
  );
  const found: MeasureFigure[] = [];
  for (const { key, name, metric, measures, evenNone = Boolean(measures), count } of ctx.services.figures) {
    const asked = known.filter(({ number }) => measures?.includes(number) ?? true);
    if (!asked.length) continue;
    const counted = await count(ctx, { measures: asked.map(({ id }) => id), from: asked[0]!.from, to: asked[0]!.to });
    const values = new Map(counted.map(({ measure, value }) => [measure, value]));
    for (const { id, number } of asked) {
      const value = values.get(id) ?? 0;
      if (value || evenNone) found.push({ measure: number, key, name, metric, value });
    }
  }
  return found;
}
