import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { Locale } from '@torilla/schema/kernel/localized';
import { MAX_SEARCH, MAX_SEARCH_WORDS } from '@torilla/schema/search/limits';
import { SearchText } from '@torilla/schema/search/search';
import type { Context } from '../../kernel/context.ts';
import { parse } from '../../kernel/input.ts';
import { search } from '../../kernel/search/index.ts';
import { SearchConnection } from './search.type.ts';

const MINUTE = 60_000;
/** Searches a minute, which cost more than other questions: for one who is signed in, and for an address. */
const [PERSON, ADDRESS] = [240, 1200];

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      'Finds by words what you may see: the plan, events and notices for everybody, their own feedback and its answers for residents, and what is theirs to see for staff. Each word must be there, in any inflection of Finnish, Swedish or English, the last one as far as it is typed; where that finds little, what is nearly as written is found as well, among the newest 3,000 of a kind. A number finds the measure, a code the feedback of that receipt. What is looked for is kept nowhere. Problems: bad-input, unknown-cursor, too-many-requests.',
  })
  search(
    @Ctx() ctx: Context,
    @Arg('text', () => String, { description: `What is looked for: at most ${MAX_SEARCH} characters, of which the first ${MAX_SEARCH_WORDS} words count.` })
    text: string,
    @Arg('kinds', () => [ID], { nullable: true, description: 'Of these kinds alone, by the names of their groups.' }) kinds: string[] | null,
    @Arg('language', () => Locale, { defaultValue: Locale.fi, description: 'The language in which titles and excerpts are told where they have it.' })
    language: Locale,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor of the last row seen.' }) after: string | null,
  ): Promise<SearchConnection> {
    const { actor, address, services } = ctx;
    services.limit(`search:${actor.id ?? address}`, actor.id ? PERSON : ADDRESS, MINUTE);
    return search(ctx, { text: parse(SearchText, text), kinds, language, first, after });
  }
}
