import type { TypedDocumentNode } from '@apollo/client';
import type { DefinitionNode } from 'graphql';

/**
 * A document of GraphQL whose definitions are made when somebody first reads them. `client/tools/codegen.ts` writes its documents so: the administration
 * has a hundred of them, two thirds of its script, and a page asks with five.
 */
export function lazyDocument<T, V>(hash: string, definitionsOf: () => unknown): TypedDocumentNode<T, V> {
  const document = {
    kind: 'Document',
    // what the server knows its text by
    __meta__: { hash },
    get definitions() {
      const value = definitionsOf() as DefinitionNode[];
      Object.defineProperty(document, 'definitions', { value, enumerable: true, writable: true });
      return value;
    },
  };
  return document as TypedDocumentNode<T, V>;
}
