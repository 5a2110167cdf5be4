import { Coffee, DoorOpen, House, Info, MessagesSquare, Store } from '@lucide/vue';
import type { EventKind } from '@torilla/schema/events/events';
import type { Component } from 'vue';

/** An icon for each way in which the city goes out; its word is `events.kind.<kind>`. */
export const kindIcon: Record<EventKind, Component> = {
  MARKET_SQUARE: Store,
  OPEN_DOORS: DoorOpen,
  INFORMATION: Info,
  DISCUSSION: MessagesSquare,
  MORNING_COFFEE: Coffee,
  VILLAGE_HEADS: House,
};

/** The kinds in their order. Not taken from the contract's own list, which brings Zod along. */
export const eventKinds = Object.keys(kindIcon) as EventKind[];
