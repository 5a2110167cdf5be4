import { PiggyBank } from '@lucide/vue';
import type { Feature } from '../../kernel/feature.ts';

/** Participatory budgeting: residents decide what the city does with a part of its money. */
export const budget: Feature = {
  admin: () => import('./admin/budget.admin.ts'),
  routes: {
    resident: [
      { path: 'budjetti', component: () => import('./RoundsPage.vue'), meta: { rendered: true } },
      { path: 'budjetti/laske', component: () => import('./TallyPage.vue') },
      { path: 'budjetti/:id', component: () => import('./RoundPage.vue'), props: true, meta: { rendered: true } },
      { path: 'budjetti/:id/aanesta', component: () => import('./VotePage.vue'), props: true, meta: { rendered: true } },
      { path: 'budjetti/:id/luokka', component: () => import('./ClassPage.vue'), props: true, meta: { rendered: true } },
      { path: 'budjetti/:id/ehdota', component: () => import('./ProposePage.vue'), props: true, meta: { rendered: true } },
    ],
    field: [
      { path: 'idea', component: () => import('./field/FieldIdeaPage.vue') },
      { path: 'aanestys', component: () => import('./field/VoterPage.vue'), meta: { rendered: true } },
      { path: 'aanestys/lippu', component: () => import('./field/TabletBallotPage.vue'), meta: { bare: true } },
    ],
  },
  offline: async () => (await import('./offline.ts')).offlineQuestions,
  nav: { resident: [{ to: '/budjetti', label: 'budget.nav', icon: PiggyBank, order: 30 }] },
};
