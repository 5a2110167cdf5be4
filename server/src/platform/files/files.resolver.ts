import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { filePath } from '@torilla/schema/files/limits';
import type { Context } from '../../kernel/context.ts';
import { Needs } from '../../kernel/read/index.ts';
import { CityFile } from './file.entity.ts';
import { removeFile } from './files.commands.ts';

@Resolver(() => CityFile)
export class FileResolver {
  @FieldResolver(() => String, { description: 'Where its PDF is read, at this server.' })
  @Needs('id')
  path(@Root() { id }: CityFile): string {
    return filePath(id);
  }

  @Mutation(() => Boolean, { description: 'Removes a file for good. For whoever may change what it belongs to. Problems: not-found, forbidden.' })
  removeFile(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    return removeFile(ctx, { id });
  }
}
