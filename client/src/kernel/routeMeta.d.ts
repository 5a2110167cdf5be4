import 'vue-router';
import type { StaffRole } from '@torilla/schema/staff/staff';

declare module 'vue-router' {
  interface RouteMeta {
    /** Whether the words of the field and the administration are needed there. */
    staff?: boolean;
    /**
     * Whether it is a page to read, alike for everybody who is not signed in: the server renders it, and the app starts when it is needed.
     * Or what its address has to ask for to be one.
     */
    rendered?: true | readonly string[];
    /** Whether the page stands alone, without the frame's bars: it is for a resident's hands at a tablet of the city, or at a point of service. */
    bare?: boolean;
    /** Who may see the page, where not every member of staff may; an administrator always may. */
    roles?: readonly StaffRole[];
    /** Whether the sign for search is its own list's there. */
    ownSearch?: boolean;
  }
}
