/** The pages, fetched together: whoever reads the list reads one of them next. */
export { askedAhead } from './useNotices.ts';
export { default as NoticePage } from './NoticePage.vue';
export { default as NoticesPage } from './NoticesPage.vue';
