/** The pages of participation plans, fetched together: whoever reads the list reads one of them next. */
export { default as ParticipationListPage } from './ParticipationListPage.vue';
export { default as ParticipationPage } from './ParticipationPage.vue';
