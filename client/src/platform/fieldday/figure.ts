interface Text {
  fi: string;
  sv?: string | null;
  en?: string | null;
}

/** A figure of an event, as the API has it. */
export interface Figure {
  key: string;
  name: Text;
  isSplit: boolean;
  counts: readonly { group?: Text | null; label?: Text | null; value: number }[];
}

/** The numbers of a figure that belong together: those of one question, or all of them. */
export interface FigureGroup {
  title: Text | null;
  rows: Figure['counts'];
  most: number;
}

/** Whether a figure is one number and nothing more. */
export const isAlone = ({ counts }: Figure): boolean => counts.length === 1 && !counts[0]!.label;

/** The numbers of a figure by what they are of, in their order. */
export function groupsOf({ counts }: Figure): FigureGroup[] {
  const groups = new Map<string, FigureGroup>();
  for (const count of counts) {
    const key = count.group?.fi ?? '';
    const group = groups.get(key) ?? { title: count.group ?? null, rows: [], most: 1 };
    groups.set(key, { ...group, rows: [...group.rows, count], most: Math.max(group.most, count.value) });
  }
  return [...groups.values()];
}
