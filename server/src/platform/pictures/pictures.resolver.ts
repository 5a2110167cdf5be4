import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { picturePath } from '@torilla/schema/pictures/limits';
import type { Context } from '../../kernel/context.ts';
import { Needs } from '../../kernel/read/index.ts';
import { Picture } from './picture.entity.ts';
import { removePicture } from './pictures.commands.ts';

@Resolver(() => Picture)
export class PictureResolver {
  @FieldResolver(() => String, { description: 'Where its JPEG is read, at this server.' })
  @Needs('id')
  path(@Root() { id }: Picture): string {
    return picturePath(id);
  }

  @Mutation(() => Boolean, {
    description: 'Removes a picture for good, from what is published too. For whoever may change what it belongs to. Problems: not-found, forbidden.',
  })
  removePicture(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return removePicture(ctx, { id });
  }
}
