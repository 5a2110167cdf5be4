import { Building2, Bus, Ellipsis, HeartHandshake, School, Snowflake, Tag, Trees } from '@lucide/vue';
import type { Component } from 'vue';

const icons: Record<string, Component> = {
  trees: Trees,
  bus: Bus,
  school: School,
  snowflake: Snowflake,
  'heart-handshake': HeartHandshake,
  'building-2': Building2,
  ellipsis: Ellipsis,
};

/** The icon that the city named for a topic; a plain tag for one that this app does not bring along. */
export const topicIcon = (name: string): Component => icons[name] ?? Tag;
