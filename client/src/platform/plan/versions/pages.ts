/** The pages of the plan's versions, fetched together: whoever reads the list reads one of them next. */
export { default as ComparePage } from './ComparePage.vue';
export { default as VersionPage } from './VersionPage.vue';
export { default as VersionsPage } from './VersionsPage.vue';
