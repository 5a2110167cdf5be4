import { withoutSmall } from '@torilla/schema/fieldday/small';
import type { Context } from '../../kernel/context.ts';
import type { LocalizedText } from '../../kernel/localized.ts';
import type { EventCount, EventFigure, EventStage } from '../../kernel/occasion.ts';

/** A figure of an event with its numbers. */
export interface ShownFigure {
  key: string;
  name: LocalizedText;
  isSplit: boolean;
  counts: EventCount[];
}

/** The figures that the nouns give an event at a stage, one after the other: a reader is in no hurry, and the database has others. */
export async function eventFigures(ctx: Context, eventId: string, stage: EventStage): Promise<ShownFigure[]> {
  const shown: ShownFigure[] = [];
  for (const figure of ctx.services.eventFigures.filter(({ stages }) => stages.includes(stage)))
    shown.push(shownOf(figure, await figure.count(ctx, eventId), stage === 'REPORT'));
  return shown;
}

const shownOf = ({ key, name, isSplit = false }: EventFigure, counts: readonly EventCount[], isPublic: boolean): ShownFigure => ({
  key,
  name,
  isSplit,
  counts: isSplit && isPublic ? withoutSmall(counts) : [...counts],
});
