import { computed } from 'vue';
import {
  ChooseMailRhythmDocument,
  ChooseNotificationDocument,
  MailRhythmDocument,
  MyBrowsersDocument,
  MyNotificationsDocument,
  NotificationWishesDocument,
  ReadNotificationsDocument,
  RemoveBrowserDocument,
  UnreadNotificationsDocument,
  type MyNotificationsQuery,
} from '../../../gql/notifications/own/graphql.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

/** Who asks: residents on their own pages, staff on theirs. */
export type Whose = 'resident' | 'staff';
export type Notification = MyNotificationsQuery['myNotifications']['nodes'][number];

const read = { refetch: ['MyNotifications', 'UnreadNotifications'] };

/** What somebody was told, the newest first, and the way to say that it is read. */
export function useNotifications(audience: Whose) {
  const pages = usePages(
    MyNotificationsDocument,
    () => ({ first: 20 }),
    (answer) => answer.myNotifications,
    { audience },
  );
  const { data } = useRead(UnreadNotificationsDocument, {}, { audience });
  const reading = useWrite(ReadNotificationsDocument, { audience, ...read });
  return {
    ...pages,
    unread: computed(() => data.value?.myNotifications.totalCount ?? 0),
    reading,
    read: (ids: string[] | null) => reading.run({ input: { ids } }),
  };
}

/** Of what somebody is told by which ways. */
export function useWishes(audience: Whose) {
  const { data, ...wishes } = useRead(NotificationWishesDocument, {}, { audience });
  return {
    ...wishes,
    wishes: computed(() => data.value?.notificationWishes),
    choosing: useWrite(ChooseNotificationDocument, { audience, refetch: ['NotificationWishes'] }),
  };
}

/** How often a resident wants mail. */
export function useRhythm() {
  const { data } = useRead(MailRhythmDocument, {}, { audience: 'resident' });
  return { rhythm: computed(() => data.value?.mailRhythm), choosing: useWrite(ChooseMailRhythmDocument, { audience: 'resident', refetch: ['MailRhythm'] }) };
}

/** The browsers that are told, and the way to end one that is not at hand. */
export function useBrowsers(audience: Whose) {
  const { data } = useRead(MyBrowsersDocument, {}, { audience });
  return { browsers: computed(() => data.value?.myBrowsers ?? []), removal: useWrite(RemoveBrowserDocument, { audience, refetch: ['MyBrowsers'] }) };
}
