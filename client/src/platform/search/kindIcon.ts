import { CalendarDays, ClipboardList, Inbox, Layers, ListChecks, type LucideIcon, MessageSquareText, Scale, Search } from '@lucide/vue';

const icons: Readonly<Record<string, LucideIcon>> = {
  measure: ClipboardList,
  action: ListChecks,
  event: CalendarDays,
  notice: Scale,
  feedback: Inbox,
  answer: MessageSquareText,
  matter: Layers,
};

/** The picture of a kind of what is found; one that is new to the app has the common one. */
export const iconOf = (kind: string): LucideIcon => icons[kind] ?? Search;
