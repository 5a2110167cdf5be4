// for the linter, which does not read Vue's files; vue-tsc knows each component as it is
declare module '*.vue' {
  import type { Component } from 'vue';

  const component: Component;
  export default component;
}
