import type { OperationVariables } from '@apollo/client';
import type { DocumentNode } from 'graphql';
import type { StaffRole } from '@torilla/schema/staff/staff';
import type { App, Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';

/** Whose part of the app: the resident's `/` or the outreach worker's `/kentta`. The administrator's `/hallinta` and the resident's own `/oma` are sides. */
export type Audience = 'resident' | 'field';

/** One way on, as a bar or a tab shows it. */
export interface NavEntry {
  to: string;
  /** The key of its words; `short` is for the narrow tabs of a phone. */
  label: string;
  short?: string;
  icon: Component;
  /** Where it stands among the others; the first is 0. */
  order: number;
  /** Whether it has one of the five tabs of a phone. */
  tab?: boolean;
  /** The heading under which the administration's navigation has it; the first group has none. */
  group?: 'collecting' | 'people' | 'data';
  /** How many wait there: a small part that asks for itself. */
  badge?: Component;
  /** Who may go there, where not every member of staff may; an administrator always may. */
  roles?: readonly StaffRole[];
  /** Served by the server and not by the app, so that following it leaves the app. */
  outside?: boolean;
}

/** A part that a noun adds to a page of the administration. It comes with that page, and its props are the page's. */
export interface Panel {
  load: () => Promise<{ default: Component }>;
  /** Where it stands among the others; the first is 0. */
  order: number;
  roles?: readonly StaffRole[];
}

/** The pages of the administration that gather what several nouns know: the overview, one event and its report (its id is `eventId`), and one's own account. */
export type Panels = Partial<Record<'overview' | 'event' | 'report' | 'account', Panel[]>>;

/** A noun's side of a part of the app that is fetched when somebody enters it: its pages and its lines in the navigation. */
export interface Side {
  routes: RouteRecordRaw[];
  nav: NavEntry[];
}

/** A noun's side of the administration, with what it adds to others' pages. */
export interface AdminSide extends Side {
  panels?: Panels;
}

/** A read with its variables. */
export interface Question {
  query: DocumentNode;
  variables?: OperationVariables;
  /** What is asked for as well once there is an answer, as the next page. */
  next?: (answer: never) => readonly Question[]; // each knows the shape of its own answer
}

/** Everything that a noun gives to the app: the only thing that `app/` imports of it. */
export interface Feature {
  /** Routes per audience, with paths relative to the audience's own. Pages are loaded lazily. */
  routes?: Partial<Record<Audience, RouteRecordRaw[]>>;
  nav?: Partial<Record<Audience, NavEntry[]>>;
  /** What a resident can do now; the front page shows the first two as its buttons. */
  acts?: NavEntry[];
  /** Its side of the administration, in a file of its own that is fetched when somebody enters: residents do not carry it. */
  admin?: () => Promise<AdminSide>;
  /** Its side of a resident's own pages, `/oma`, in a file of its own. */
  own?: () => Promise<Side>;
  /** What it does by itself once the app stands. It fetches nothing unless there is something to do. */
  wake?: (app: App) => void;
  /** What is asked ahead on every start, so that its pages open without a network. Public reads alone: nothing else is kept. */
  offline?: () => Promise<readonly Question[]>;
}
