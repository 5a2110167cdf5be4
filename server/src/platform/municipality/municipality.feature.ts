import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import type { Feature } from '../../kernel/feature.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { policy } from '../../kernel/policy.ts';
import { hamina } from './hamina.ts';

@ObjectType({ simpleResolvers: true, description: 'From where maps get their pictures.' })
class MapTiles {
  @Field(() => String, { description: 'Where a tile is, with `{z}`, `{x}` and `{y}` in it.' }) url!: string;
  @Field(() => String, { description: 'Who makes them, as it stands on the map.' }) attribution!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The city that this server serves.' })
class Municipality {
  @Field(() => ID, { description: "Its number among Finland's municipalities: 075." }) code!: string;
  @Field(() => LocalizedText, { description: 'What its people call it.' }) name!: LocalizedText;
  @Field(() => String, { description: 'The zone of its clocks, as the IANA names it.' }) timeZone!: string;
  @Field(() => String, { description: 'The language of its content when nobody says otherwise (ISO 639-1).' }) locale!: string;
  @Field(() => Boolean, { description: 'Whether this server is for trying Torilla: then its mail is read at /dev/posti.' }) demo!: boolean;
  @Field(() => MapTiles, {
    nullable: true,
    description: 'The pictures of maps; null where the city names no server for them: maps then show points on a plain ground.',
  })
  mapTiles!: MapTiles | null;
}

@Resolver()
class MunicipalityResolver {
  @Query(() => Municipality, { description: 'The city that this server serves.' })
  municipality(@Ctx() { services }: Context): Municipality {
    return { ...hamina, demo: services.demo, mapTiles: services.mapTiles };
  }
}

/** The city itself. */
export const municipality: Feature = { entities: [], resolvers: [MunicipalityResolver], policy: policy({}), publicReads: ['municipality'] };
